#!/usr/bin/env bash
# Days on which the desktop is not as it should be, with the release build on a screen of its own.
#
#   tests/hostile-days.sh [PROGRAM [CLI]]     (default target/release/parallax and target/release/parallax-cli)
#
# No home folder, no file picker, a window that is killed, a display that goes away, thousands of files. After each the
# program works on or ends without a panic, and what was not saved is offered at the next start. Prints a line for each. What can be tried without a
# screen has tests: full and read-only disks and killed saves in crates/workbench/tests/mishaps.rs, files that vanish, no
# clipboard, odd scripts and endless sentences in tests/window.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/parallax}")
cli=$(realpath "${2:-$(dirname "$program")/parallax-cli}")
# shellcheck source=tools/screen.sh
. tools/screen.sh
screen_packages xclip
[ -x "$program" ] && [ -x "$cli" ] || { echo "hostile-days: $program or $cli is not there" >&2; exit 2; }
bridge=("$PWD"/sample_data/halden-bridge/{maren-courier.txt,northline.md})
screen_start 1280x800
fail() {
  echo "hostile-days: $1" >&2
  tail -20 "$home/errors" >&2 2>/dev/null || true
  exit 1
}
unpanicked() { ! grep -q panicked "$home/errors" || fail "$1: a thread panicked"; }
alive() { kill -0 "$app" 2>/dev/null || fail "$1: the program ended"; }
ended() { ! kill -0 "$app" 2>/dev/null; }
close() {
  kill "$app" 2>/dev/null || true
  wait "$app" 2>/dev/null || true
  until_true $patience is_gone --name Parallax
}
clip() { timeout 10 xclip -selection clipboard -t UTF8_STRING -o 2>/dev/null || true; }
journals() { find "$home" -name '*.journal' | wc -l; }
kept() { [ "$(journals)" -ge 1 ]; }
# copies: a row of the table reaches the clipboard, so the window works.
copies() {
  xdotool key Down key Down
  sleep 0.5
  xdotool key ctrl+shift+c
  sleep 1
  clip | grep -q 'Maren Courier'
}

# The home folder cannot be made, nor any other folder of the account.
before=$(look)
nowhere=/proc/nowhere
env HOME=$nowhere XDG_DATA_HOME=$nowhere XDG_CONFIG_HOME=$nowhere XDG_STATE_HOME=$nowhere XDG_CACHE_HOME=$nowhere \
  "$program" "${bridge[@]}" >"$home/output" 2>"$home/errors" &
app=$!
screen_pids+=("$app")
until_true $patience is_visible --name Parallax || fail "no home folder: no window came"
xdotool windowfocus "$(visible --name Parallax)" || true
until_true $patience still || fail "no home folder: the window never came to rest"
until_true $patience copies || fail "no home folder: nothing was copied"
alive "no home folder"
unpanicked "no home folder"
close
echo "no home folder: two articles compared, a row copied"

# No portal and no zenity: the path field takes over.
rm -rf "$home/data"
before=
open_window 1280x800 env PATH="$home/none" "$program" || fail "no file picker: no window came"
xdotool key ctrl+o
sleep 3
xdotool type --delay 15 "${bridge[0]}"
sleep 1
# The first control after the field is Open.
xdotool key Tab Return
sleep 2
before=
until_true $patience still || fail "no file picker: the window never came to rest"
until_true $patience copies || fail "no file picker: an article whose path was typed did not come"
unpanicked "no file picker"
close
rm -rf "$home/data"
echo "no file picker: an article opened by its path"

# Killed with unsaved work: the next start has it.
before=
open_window 1280x800 "$program" "${bridge[@]}" || fail "killed: no window came"
until_true $patience kept || fail "killed: unsaved work was never kept"
kill -9 "$app"
wait "$app" 2>/dev/null || true
until_true $patience is_gone --name Parallax
before=
open_window 1280x800 "$program" || fail "killed: no window came afterwards"
xdotool key Return
before=
until_true $patience still || fail "killed: the window never came to rest"
until_true $patience copies || fail "killed: the work was not brought back"
unpanicked "killed"
close
echo "killed: unsaved work offered and brought back"

# The display goes away under the window.
rm -rf "$home/data"
main=$DISPLAY
exec 4>"$home/second"
Xvfb -noreset -displayfd 4 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
second=$!
screen_pids+=("$second")
until_true 20 test -s "$home/second" || fail "no second display"
exec 4>&-
DISPLAY=:$(cat "$home/second")
before=
open_window 1280x800 "$program" "${bridge[@]}" || fail "display gone: no window came"
until_true $patience kept || fail "display gone: unsaved work was never kept"
{ kill -9 "$second" && wait "$second"; } 2>/dev/null || true
until_true $patience ended || fail "display gone: the program hangs"
status=0
wait "$app" || status=$?
unpanicked "display gone"
DISPLAY=$main
kept || fail "display gone: the unsaved work is lost"
before=
open_window 1280x800 "$program" || fail "display gone: no window came afterwards"
xdotool key Return
before=
until_true $patience still || fail "display gone: the window never came to rest"
until_true $patience copies || fail "display gone: the work was not brought back"
close
echo "display gone: ended with $status, unsaved work brought back"

# Five thousand files named at once.
rm -rf "$home/data"
mkdir "$home/many"
for number in $(seq 5000); do
  printf 'The office of %s gave out %s permits\n\nThe office of %s gave out %s permits on Tuesday, the clerk said.\n' \
    "Town$number" "$((number * 7))" "Town$number" "$((number * 7))" >"$home/many/$number.txt"
done
began=$SECONDS
lines=$("$cli" read "$home"/many/*.txt | wc -l)
[ "$lines" = 5000 ] || fail "thousands of files: $lines of 5000 were read"
echo "thousands of files: 5000 read in $((SECONDS - began)) s on the command line"
