#!/usr/bin/env bash
# What a screen reader has: the tree of the real window over AT-SPI, and its actions alone.
#
#   tests/at-spi.sh [PROGRAM]             (default target/release/parallax)
#
# Opens the sample, selects the first statement, copies its row and reads the clipboard back, by the names
# and actions of the accessibility tree only: no key, no pointer. Prints how many nodes of each role the tree has.
# Installs the Debian packages it needs when it runs as root, and ends everything it started.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/parallax}")
# shellcheck source=tools/screen.sh
. tools/screen.sh
screen_packages xclip at-spi2-core python3-pyatspi gir1.2-atspi-2.0 dbus
[ -x "$program" ] || { echo "at-spi: $program is not there; run cargo build --release" >&2; exit 2; }
screen_start 1280x800

# A session bus of its own, with the accessibility bus as a desktop with a screen reader has it.
unset NO_AT_BRIDGE
dbus-daemon --session --nofork --print-address=1 >"$home/bus" 2>/dev/null &
screen_pids+=($!)
until_true 20 test -s "$home/bus" || { echo "at-spi: no session bus" >&2; exit 1; }
DBUS_SESSION_BUS_ADDRESS=$(cat "$home/bus")
export DBUS_SESSION_BUS_ADDRESS
/usr/libexec/at-spi-bus-launcher --launch-immediately --a11y=1 --screen-reader=1 >/dev/null 2>&1 &
screen_pids+=($!)
sleep 1
open_window 1280x800 "$program" || { echo "at-spi: no window came" >&2; cat "$home/errors" >&2; exit 1; }

/usr/bin/python3 - <<'PYTHON'
import collections, sys, time
import pyatspi

def application():
    for at in range(pyatspi.Registry.getDesktop(0).childCount):
        found = pyatspi.Registry.getDesktop(0).getChildAtIndex(at)
        if found and "parallax" in (found.name or "").lower():
            return found

def nodes(root):
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        try:
            waiting += [node.getChildAtIndex(at) for at in range(node.childCount)]
        except Exception:  # The tree changed while it was read.
            pass

def name_of(node):
    try:
        return (node.name or "") if node else ""
    except Exception:  # It went while the tree changed.
        return ""

def find(begins, seconds=60):
    end = time.time() + seconds
    while time.time() < end:
        app = application()
        for node in nodes(app) if app else []:
            if name_of(node).startswith(begins):
                return node
        time.sleep(0.5)
    sys.exit(f"at-spi: nothing is called {begins!r}")

def act(begins):
    node = find(begins)
    action = node.queryAction()
    if action.nActions < 1 or not action.doAction(0):
        sys.exit(f"at-spi: {node.name!r} does nothing")
    print(f"{node.getRoleName()}: {node.name}")

act("Try the sample")
find("Statement 1:")
roles = collections.Counter(node.getRoleName() for node in nodes(application()) if node)
print(", ".join(f"{number} {role}" for role, number in roles.most_common()))
nameless = [node.getRoleName() for node in nodes(application())
            if node and node.getRoleName() in ("push button", "button", "toggle button", "check box", "page tab", "table cell", "link")
            and not (node.name or "").strip()]
if nameless:
    sys.exit(f"at-spi: controls without a name: {nameless}")
act("Statement 1:")
time.sleep(1)
act("Copy row")
time.sleep(1)
PYTHON

copied=$(timeout 10 xclip -selection clipboard -t UTF8_STRING -o)
html=$(timeout 10 xclip -selection clipboard -t text/html -o)
grep -q '^1\. ' <<<"$copied" || { echo "at-spi: the clipboard holds no row: $copied" >&2; exit 1; }
grep -qi '<table' <<<"$html" || { echo "at-spi: the clipboard's text/html holds no table" >&2; exit 1; }
head -3 <<<"$copied"
echo "at-spi: opened, selected and copied by actions alone"
