#!/usr/bin/env bash
# The release build as a person meets it: a screen, a window manager, the system's file picker, the clipboard.
#
#   tests/real-window.sh [PROGRAM]        (default target/release/parallax)
#
# Opens two sample articles through the picker, waits for the grid, selects the row on the cracks,
# copies it with Ctrl+Shift+C and reads the clipboard back in both forms; cuts, copies and pastes in a field and
# pastes an article as text and as HTML. Pictures and what the
# clipboard held stay in out/. Installs the Debian packages it needs when it runs as root, touches no file of
# the person who runs it, and ends everything it started.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/parallax}")
out=$PWD/out
samples=(sample_data/halden-bridge/maren-courier.txt sample_data/halden-bridge/northline.md)
outlets=('Maren Courier' 'Northline')
passages=('Cracks in two hangers were first reported in March, the Harbour Authority said.'
  'Cracks in two hangers were first reported in March, according to the authority.')

# shellcheck source=tools/screen.sh
. tools/screen.sh
screen_packages xclip zenity
[ -x "$program" ] || { echo "real-window: $program is not there; run cargo build --release" >&2; exit 2; }
mkdir -p "$out"
picture() { import -window root "$out/$1.png"; }
fail() {
  echo "real-window: $1" >&2
  picture real-window-failed 2>/dev/null && echo "real-window: see out/real-window-failed.png" >&2
  tail -20 "$home/errors" >&2 2>/dev/null || true
  exit 1
}
# A program that is started without any display says so in one sentence, with the way that needs none.
status=0
env -u DISPLAY -u WAYLAND_DISPLAY HOME="$home" "$program" 2>"$home/errors" || status=$?
[ $status = 2 ] || fail "without a display the program ended with $status, expected 2"
grep -q 'parallax-cli' "$home/errors" || fail "without a display the program does not name parallax-cli"
if grep -q 'panicked' "$home/errors"; then fail "without a display the program panicked"; fi

mkdir "$home/articles"
cp "${samples[@]}" "$home/articles/"
screen_start 1280x800
open_window 1280x800 "$program" || fail "no window came"
picture real-window-empty
before=$(look)

# The picker: go to the folder, choose both of its files.
xdotool key ctrl+o
until_true $patience is_visible --class zenity || fail "Ctrl+O opened no file picker"
picker=$(visible --class zenity)
sleep 1
xdotool windowfocus --sync "$picker" || true
xdotool key ctrl+l
sleep 0.5
xdotool type --delay 25 "$home/articles/"
sleep 0.7
xdotool key Delete
sleep 0.2
xdotool key Return
sleep 1.2
xdotool key Down
sleep 0.2
xdotool key Home
sleep 0.2
xdotool key shift+Down
sleep 0.4
picture real-window-picker
xdotool key Return
until_true $patience is_gone --class zenity || fail "the picker stayed open"
kill -0 "$app" 2>/dev/null || fail "the program ended while the picker was open"
xdotool windowfocus --sync "$window" || true
until_true $patience still || fail "the grid never came"

# Walk down the rows until the clipboard holds the statement on the cracks, in both forms.
clip() { timeout 10 xclip -selection clipboard -t "$1" -o 2>/dev/null || true; }
found=
for _ in $(seq 25); do
  xdotool key Down
  sleep 0.3
  xdotool key ctrl+shift+c
  sleep 0.7
  clip UTF8_STRING >"$out/real-window-clipboard.txt"
  if grep -qF 'Cracks in two hangers' "$out/real-window-clipboard.txt"; then
    found=yes
    break
  fi
done
picture real-window-grid
[ -n "$found" ] || fail "no row on the cracks reached the clipboard"
clip text/html >"$out/real-window-clipboard.html"
grep -qi '<table' "$out/real-window-clipboard.html" || fail "the clipboard's text/html holds no table"

# Marks may stand in the middle of a passage, so HTML is compared without its tags.
flat=$(tr '\n' ' ' <"$out/real-window-clipboard.html" | sed -E 's/<(style|head)[^>]*>.*<\/\1>//g; s/<[^>]*>//g;
  s/&ldquo;|&#8220;/“/g; s/&rdquo;|&#8221;/”/g; s/&quot;|&#34;/"/g; s/&nbsp;/ /g; s/&amp;/\&/g; s/  +/ /g')
for wanted in "${outlets[@]}" "${passages[@]}"; do
  grep -qF -- "$wanted" "$out/real-window-clipboard.txt" || fail "UTF8_STRING is without: $wanted"
  grep -qF -- "$wanted" <<<"$flat" || fail "text/html is without: $wanted"
done

# The clipboard of the desktop reaches the fields and leaves them: cut, paste, add to it, copy.
xdotool key ctrl+f
sleep 0.3
xdotool type --delay 30 "ferry"
xdotool key ctrl+a ctrl+x
sleep 0.7
[ "$(clip UTF8_STRING)" = ferry ] || fail "what was cut in the search field did not reach the clipboard"
printf 'bridge' | xclip -selection clipboard -i
xdotool key ctrl+v
sleep 0.5
xdotool type --delay 30 "s"
xdotool key ctrl+a ctrl+c
sleep 0.7
[ "$(clip UTF8_STRING)" = bridges ] || fail "what was on the clipboard could not be pasted into the search field"
xdotool key Escape
sleep 0.3

# Outside a field the key opens the dialog with the text; Enter adds the article.
printf 'Ferries run on\n\nThe ferries run every ten minutes, the harbour office of Vessel said.\n' |
  xclip -selection clipboard -i
xdotool key Escape ctrl+v
sleep 1
picture real-window-paste
xdotool key Return
sleep 2
xdotool key ctrl+f
sleep 0.3
xdotool type --delay 30 "Vessel"
sleep 1
picture real-window-pasted
xdotool key Return F3 Escape
sleep 0.7
xdotool key ctrl+shift+c
sleep 0.7
clip UTF8_STRING | grep -qF 'the harbour office of Vessel said' || fail "the pasted article is not among the rows"
# A page that is on the clipboard as HTML alone: the desktop gives no text, the dialog opens all the same.
printf '<html><body><h1>Bell rings again</h1><p>The bell of Vessel rang at noon, the sexton said.</p></body></html>' |
  xclip -selection clipboard -t text/html -i
xdotool key Escape ctrl+v
sleep 1
picture real-window-paste-html
xdotool key Return
sleep 2
xdotool key ctrl+f
sleep 0.3
xdotool type --delay 30 "sexton"
sleep 1
xdotool key Return F3 Escape
sleep 0.7
xdotool key ctrl+shift+c
sleep 0.7
clip UTF8_STRING | grep -qF 'the sexton said' || fail "an article that was on the clipboard as HTML alone could not be pasted"
kill -0 "$app" 2>/dev/null || fail "the program ended by itself"
if grep -q 'panicked' "$home/errors"; then fail "a thread panicked"; fi
echo "real-window: two articles opened through the picker, one row copied as text and as HTML, fields cut, copied and pasted; pictures in out/"
