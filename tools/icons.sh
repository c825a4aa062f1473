#!/usr/bin/env bash
# Make the raster icons from assets/icons/parallax.svg. Needs librsvg2-bin, imagemagick and icnsutils.
set -euo pipefail
cd "$(dirname "$0")/../assets/icons"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert -w $size -h $size parallax.svg -o "$scratch/$size.png"
done
# The window's own icon, and those of Windows and macOS. Linux packages draw theirs from the SVG.
cp "$scratch/256.png" parallax-256.png
convert "$scratch"/{16,24,32,48,64,128,256}.png parallax.ico
png2icns parallax.icns "$scratch"/{16,32,48,128,256,512}.png >/dev/null
