#!/bin/sh
# An upgrade removes the old package after the new one is there: what is shared stays then.
set -e
case "$1" in
  remove | purge)
    rm -f '/usr/bin/${executable}'
    if [ -f '/etc/apparmor.d/${executable}' ]; then
      if command -v apparmor_parser >/dev/null 2>&1; then apparmor_parser --remove '/etc/apparmor.d/${executable}' || true; fi
      rm -f '/etc/apparmor.d/${executable}'
    fi
    if command -v udevadm >/dev/null 2>&1; then udevadm control --reload || true; fi
    ;;
esac
exit 0
