#!/bin/busybox sh
# The guest's first program: it is /init of the initramfs and stays process 1.
# Words of the kernel's command line it reads: lab_project, lab_modules (directories that must lie where they lie on the
# computer outside), lab_env (settings for the suite), lab_run (what to run, with the guest's /results open for writing).
export PATH=/usr/sbin:/usr/bin HOME=/root LANG=C.UTF-8
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
mkdir -p /dev/shm /dev/pts
mount -t devpts devpts /dev/pts
for place in /dev/shm /run /tmp; do mount -t tmpfs tmpfs $place; done
chmod 1777 /tmp
ln -sf /proc/self/fd /dev/fd
hostname usb-lab
ip link set lo up
modprobe -a virtio_pci virtio_console virtio_net 9pnet_virtio 9p
ip addr add 10.0.2.15/24 dev eth0
ip link set eth0 up
ip route add default via 10.0.2.2
# Lets forwarded ports reach a server that listens only on the guest's own 127.0.0.1.
echo 1 >/proc/sys/net/ipv4/conf/eth0/route_localnet

for word in $(cat /proc/cmdline); do
  case $word in
    lab_project=*) project=${word#lab_project=} ;;
    lab_modules=*) modules=${word#lab_modules=} ;;
    lab_env=*) for pair in $(echo ${word#lab_env=} | tr ',' ' '); do export $pair; done ;;
    lab_run=*) run=${word#lab_run=} ;;
  esac
done

# `loose` caches: fast, but later changes outside may not be seen. The results need the opposite.
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,ro,cache=loose host /host || echo "lab: no /host"
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,cache=none results /results || echo "lab: no /results"
for place in $project $modules; do
  mkdir -p $place
  mount --bind /host$place $place
done

# Turns the kernel's events into the ones libusb and npm's usb listen for; works without systemd.
/usr/lib/systemd/systemd-udevd --daemon --resolve-names=late
udevadm trigger --action=add --subsystem-match=usb
udevadm settle -t 20

port=$(ls /dev/vport*p1 2>/dev/null | head -n1)
[ -n "$port" ] || port=/dev/console
# What Node has read and compiled once it need not read again: its starts are what is slowest here.
mkdir -m 1777 /tmp/node
export NODE_COMPILE_CACHE=/tmp/node
cd $project
$(echo $run | tr ',' ' ') >$port 2>&1 </dev/null
code=$?
echo $code >/results/exit-code
read up _ </proc/uptime
echo "lab: the suite ended with $code after $up s"
sync
poweroff -f
