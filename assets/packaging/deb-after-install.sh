#!/bin/sh
# After the package's files are there. Every step that only adds comfort may fail; none of them keeps the app from starting.
set -e
app='/opt/${sanitizedProductName}'

ln -sf "$app/${executable}" '/usr/bin/${executable}'

# Chromium's sandbox: through user namespaces where the kernel has them for everybody, else by its own helper
if [ -f "$app/chrome-sandbox" ]; then
  if unshare --user true 2>/dev/null; then chmod 0755 "$app/chrome-sandbox"; else chmod 4755 "$app/chrome-sandbox"; fi
fi
# Ubuntu from 24.04 gives them only to programs with a profile
profile="$app/resources/apparmor-profile"
if [ -f "$profile" ] && command -v apparmor_parser >/dev/null 2>&1; then
  if apparmor_parser --skip-kernel-load "$profile" >/dev/null 2>&1; then
    cp -f "$profile" '/etc/apparmor.d/${executable}'
    apparmor_parser --replace '/etc/apparmor.d/${executable}' >/dev/null 2>&1 || true
  fi
fi

if command -v update-mime-database >/dev/null 2>&1; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database /usr/share/applications || true; fi

# The rule that came with the package holds from now on, also for phones that are plugged in already
if command -v udevadm >/dev/null 2>&1; then
  udevadm control --reload || true
  udevadm trigger --subsystem-match=usb --attr-match=idVendor=05ac || true
fi
exit 0
