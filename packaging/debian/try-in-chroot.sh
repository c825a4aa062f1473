#!/usr/bin/env bash
# Installs the package in a bare Debian system made by debootstrap, opens the sample there and looks for its window.
#
#   packaging/debian/try-in-chroot.sh [PACKAGE.deb] [SUITE]     (root; needs debootstrap and the network)
set -euo pipefail
# shellcheck disable=SC2086,SC2016
cd "$(dirname "$0")/../.."
package=$(realpath "${1:-$(find target/debian -maxdepth 1 -name 'parallax_*.deb' | sort | tail -1)}")
suite=${2:-bookworm}
quiet='-y -qq -o APT::Sandbox::User=root -o Dpkg::Use-Pty=0'
root=$(mktemp -d)
trap 'umount -q "$root/proc" || true; rm -rf --one-file-system "$root"' EXIT

debootstrap --variant=minbase "$suite" "$root" >/dev/null
mount -t proc proc "$root/proc" 2>/dev/null || echo "try-in-chroot: without /proc" >&2
cp "$package" "$root/tmp/parallax.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
inside() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
inside apt-get update -qq -o APT::Sandbox::User=root
inside apt-get $quiet install --no-install-recommends /tmp/parallax.deb >/dev/null
echo "installed with $(inside dpkg-query -f '.\n' -W | wc -l) packages in all"

status=0
inside parallax 2>"$root/tmp/nodisplay" || status=$?
if [ $status != 2 ] || ! grep -q parallax-cli "$root/tmp/nodisplay"; then
  echo "without a display: $status, $(cat "$root/tmp/nodisplay")" >&2
  exit 1
fi
inside sh -c 'parallax-cli compare /usr/share/doc/parallax/examples/halden-bridge/* --format text' | head -5

# The drawing library, the screen and the tools that look at it are not the package's own.
inside apt-get $quiet install --no-install-recommends libgl1-mesa-dri xvfb xdotool >/dev/null
inside sh -c 'Xvfb :77 -screen 0 1280x800x24 >/dev/null 2>&1 & xvfb=$!
  n=0; until [ -S /tmp/.X11-unix/X77 ] || [ $n -ge 60 ]; do n=$((n+1)); sleep 0.5; done
  DISPLAY=:77 parallax /usr/share/doc/parallax/examples/halden-bridge/* >/tmp/out 2>&1 & app=$!
  n=0; until DISPLAY=:77 xdotool search --onlyvisible --name Parallax; do
    n=$((n+1)); [ $n -lt 60 ] || break; sleep 0.5; done
  [ $n -lt 60 ] && sleep 3 && kill -0 $app && echo "the window stands"; result=$?
  kill $app $xvfb; [ $result = 0 ] || cat /tmp/out; exit $result'
inside apt-get $quiet purge parallax >/dev/null
if inside sh -c 'command -v parallax'; then echo "still there after purge" >&2; exit 1; fi
echo "try-in-chroot: installed, started, removed"
