# A screen for trying the real window on: Xvfb with openbox, in a home folder of its own. To be sourced.
#
# After `screen_packages` and `screen_start WIDTHxHEIGHT` there are DISPLAY, HOME ($home, removed at the end) and
# these functions; everything that was started ends with the script.
# shellcheck shell=bash

screen_needs=(xvfb openbox xdotool imagemagick libgl1 libgl1-mesa-dri libegl1 libx11-6 libx11-xcb1
  libxcursor1 libxi6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0)
patience=60 # seconds for each step; a loaded machine that draws in software is slow

# screen_packages [PACKAGE…]: installs what is missing when run as root, else says what to install.
screen_packages() {
  local missing=() package
  for package in "${screen_needs[@]}" "$@"; do dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || { echo "install first: ${missing[*]}" >&2; exit 2; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

home=$(mktemp -d)
screen_pids=()
screen_end() {
  local pid
  for pid in "${screen_pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$home"
}
trap screen_end EXIT

# until_true SECONDS COMMAND…: waits for the command to succeed.
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.25
  done
}

# screen_start WIDTHxHEIGHT [XVFB OPTION…]: the session bus's address is dead on purpose, so that file pickers are zenity's.
screen_start() {
  mkdir -m 700 "$home/run"
  exec 3>"$home/display"
  Xvfb -noreset -displayfd 3 -screen 0 "${1}x24" -nolisten tcp "${@:2}" >/dev/null 2>&1 &
  screen_pids+=($!)
  until_true 20 test -s "$home/display" || { echo "Xvfb did not start" >&2; exit 1; }
  exec 3>&-
  DISPLAY=:$(cat "$home/display")
  export DISPLAY
  until_true 20 xdotool getdisplaygeometry >/dev/null 2>&1 || { echo "no screen at $DISPLAY" >&2; exit 1; }
  export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config \
    XDG_STATE_HOME=$home/state XDG_CACHE_HOME=$home/cache DBUS_SESSION_BUS_ADDRESS=unix:path=$home/none \
    NO_AT_BRIDGE=1 LC_ALL=C.UTF-8
  unset WAYLAND_DISPLAY
  # The program's own window has no frame and fills the screen; dialogs keep theirs.
  cat >"$home/openbox.xml" <<'RC'
<openbox_config xmlns="http://openbox.org/3.4/rc"><applications><application type="normal"><decor>no</decor></application></applications></openbox_config>
RC
  openbox --config-file "$home/openbox.xml" >/dev/null 2>&1 &
  screen_pids+=($!)
}

# visible ARGUMENT…: the last visible window that xdotool finds.
visible() { xdotool search --onlyvisible "$@" 2>/dev/null | tail -1; }
is_visible() { [ -n "$(visible "$@")" ]; }
is_gone() { ! is_visible "$@"; }

# still: the picture of the screen is the same three times in a row, and another one than $before.
before=
look() { import -window root rgb:- | sha256sum; }
still() {
  local first
  first=$(look)
  [ "$first" != "$before" ] || return 1
  for _ in 1 2; do
    sleep 0.4
    [ "$(look)" = "$first" ] || return 1
  done
}

# open_window WIDTHxHEIGHT PROGRAM [FILE…]: sets $app and $window; errors go to $home/errors.
open_window() {
  local size=$1
  shift
  "$@" >"$home/output" 2>"$home/errors" &
  app=$!
  screen_pids+=("$app")
  until_true $patience is_visible --name Parallax || return 1
  window=$(visible --name Parallax)
  xdotool windowsize "$window" "${size%x*}" "${size#*x}" windowmove "$window" 0 0 windowfocus "$window" || true
  until_true $patience still
}
