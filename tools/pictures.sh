#!/usr/bin/env bash
# Take the pictures of the documents anew, from the sample, with the release build on a screen of its own.
#
#   tools/pictures.sh [PROGRAM]           (default target/release/parallax)
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/parallax}")
# shellcheck source=tools/screen.sh
. tools/screen.sh
screen_packages
pictures=$PWD/docs/pictures
mkdir -p "$pictures"

# shot NAME KEYS FILE…: opens the files, presses the keys, keeps the picture, closes the window.
shot() {
  local name=$1 keys=$2 key
  shift 2
  mkdir -p "$home/config/parallax"
  echo '{"theme": "light"}' >"$home/config/parallax/settings.json"
  before=
  open_window 1440x900 "$program" "$@" || { cat "$home/errors" >&2; exit 1; }
  for key in $keys; do
    xdotool key "$key"
    sleep 0.4
  done
  # What lies under the pointer is lit: it rests in the status bar.
  xdotool mousemove 640 890
  # The toast that counts the articles goes after some seconds.
  sleep 7
  before=
  until_true $patience still || { echo "$name never came to rest" >&2; exit 1; }
  import -window root -strip "$pictures/$name.png"
  kill "$app"
  wait "$app" 2>/dev/null || true
  until_true $patience is_gone --name Parallax
  rm -rf "$home/data" "$home/config" "$home/state"
  echo "docs/pictures/$name.png"
}

bridge=(sample_data/halden-bridge/{maren-courier.txt,northline.md,capital-ledger.html,sundvakten.docx})
screen_start 1440x900
shot grid "Down Down Down Down Down" "${bridge[@]}"
shot read "Down Down Down Down Down 2" "${bridge[@]}"
shot coverage "Down Down Down Down Down 3" "${bridge[@]}"
