#!/usr/bin/env bash
# Make the Debian package from a release build: packaging/debian/build.sh [--no-build]
# Writes target/debian/parallax_VERSION_ARCH.deb. Needs dpkg-dev, librsvg2-bin, python3.
# Writing the licences asks cargo for the crates of every platform, so the first run fetches those that this one never builds.
set -euo pipefail
cd "$(dirname "$0")/../.."
id=io.github.parallax_desk.Parallax
maintainer="${DEBFULLNAME:-The Parallax contributors} <${DEBEMAIL:-parallax@localhost}>"
version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
architecture=$(dpkg --print-architecture)
[ "${1:-}" = --no-build ] || cargo build --release --locked --workspace

stage=target/debian/stage
rm -rf "$stage"
put() { install -D -m "$1" "$2" "$stage/$3"; }
put 755 target/release/parallax usr/bin/parallax
put 755 target/release/parallax-cli usr/bin/parallax-cli
put 644 packaging/linux/$id.desktop usr/share/applications/$id.desktop
put 644 packaging/linux/$id.metainfo.xml usr/share/metainfo/$id.metainfo.xml
put 644 packaging/linux/$id.mime.xml usr/share/mime/packages/$id.xml
put 644 assets/icons/parallax.svg usr/share/icons/hicolor/scalable/apps/$id.svg
for size in 16 24 32 48 64 128 256; do
  mkdir -p "$stage/usr/share/icons/hicolor/${size}x$size/apps"
  rsvg-convert -w $size -h $size assets/icons/parallax.svg -o "$stage/usr/share/icons/hicolor/${size}x$size/apps/$id.png"
done
for page in parallax parallax-cli; do
  put 644 packaging/man/$page.1 usr/share/man/man1/$page.1
  gzip -9n "$stage/usr/share/man/man1/$page.1"
done
put 755 tools/get-model usr/share/parallax/tools/get-model
put 644 tools/minilm.py usr/share/parallax/tools/minilm.py
doc=$stage/usr/share/doc/parallax
put 644 packaging/debian/copyright usr/share/doc/parallax/copyright
put 644 packaging/debian/lintian-overrides usr/share/lintian/overrides/parallax
python3 tools/third_party.py "$doc/third-party-licences.txt"
# A Debian changelog names the package's version; the history in words is CHANGELOG.md, beside it.
printf 'parallax (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n' \
  "$version" "$maintainer" "$(date -R -u -d "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}")" >"$doc/changelog"
cp CHANGELOG.md "$doc/CHANGELOG.md"
gzip -9n "$doc/changelog" "$doc/CHANGELOG.md" "$doc/third-party-licences.txt"
cp -r sample_data "$doc/examples"
chmod -R u=rwX,go=rX "$stage"

# The window's libraries are opened at run time, so dpkg-shlibdeps sees only the C library's.
mkdir -p target/debian/shlibs/debian
: >target/debian/shlibs/debian/control
linked=$(cd target/debian/shlibs && dpkg-shlibdeps -O --ignore-missing-info "../stage/usr/bin/parallax" "../stage/usr/bin/parallax-cli" | sed -n 's/^shlibs:Depends=//p')
mkdir "$stage/DEBIAN"
cat >"$stage/DEBIAN/control" <<CONTROL
Package: parallax
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --exclude=DEBIAN "$stage" | cut -f1)
Depends: $linked, libgl1, libegl1, libfontconfig1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxrandr2, libxkbcommon0, libxkbcommon-x11-0
Recommends: libgl1-mesa-dri, libwayland-client0, libwayland-egl1, xdg-desktop-portal | zenity, shared-mime-info
Suggests: fonts-noto-core, fonts-noto-cjk, python3-numpy, python3-pip
Section: text
Priority: optional
Description: compare how several outlets word the same statements
 Parallax lays several outlets' articles on one event side by side, statement
 by statement, and marks how each outlet worded it: what was reworded, what
 only one outlet has, which quotations were cut or altered, who is quoted and
 who is paraphrased, and where in the article it stands.
 .
 It shows evidence and gives no verdict, and it uses no network. The command
 parallax-cli does the same from a script.
CONTROL
(cd "$stage" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
dpkg-deb --root-owner-group --build "$stage" "target/debian/parallax_${version}_$architecture.deb"
