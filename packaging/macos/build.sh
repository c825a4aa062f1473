#!/usr/bin/env bash
# Builds target/macos/Parallax.app and its disk image on a Mac with Xcode's tools and both Rust targets.
# Signs when SIGN_AS names a "Developer ID Application" identity, notarises when NOTARY_PROFILE names a keychain profile.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
export MACOSX_DEPLOYMENT_TARGET=11.0
for target in aarch64-apple-darwin x86_64-apple-darwin; do
  cargo build --release --locked --workspace --target "$target"
done

app=target/macos/Parallax.app
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
for program in parallax parallax-cli; do
  lipo -create -output "$app/Contents/MacOS/$program" \
    "target/aarch64-apple-darwin/release/$program" "target/x86_64-apple-darwin/release/$program"
done
sed "s/@VERSION@/$version/g" packaging/macos/Info.plist >"$app/Contents/Info.plist"
plutil -lint "$app/Contents/Info.plist"
cp assets/icons/parallax.icns LICENSE-MIT LICENSE-APACHE "$app/Contents/Resources/"
cp -R sample_data "$app/Contents/Resources/"
python3 tools/third_party.py "$app/Contents/Resources/third-party-licences.txt"

if [ -n "${SIGN_AS:-}" ]; then
  codesign --force --options runtime --timestamp --sign "$SIGN_AS" "$app/Contents/MacOS/parallax-cli"
  codesign --force --options runtime --timestamp --sign "$SIGN_AS" "$app"
fi
image=target/macos/parallax-$version.dmg
rm -f "$image"
hdiutil create -volname Parallax -srcfolder "$app" -format UDZO "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
fi
