#!/usr/bin/env bash
# Whole-process time of parallax-cli beside the programs that people would use instead, on the same texts, in one run:
#
#   benches/peers.sh [CLI] [FILE.txt FILE.txt …]      (default: the release build, and the text files of the sample)
#
# The first two files go to the programs that compare two, all of them to those that take many. Of five runs (one of CollateX)
# the best counts, by the clock and by the cores: time on the cores hardly changes when the machine has other work, time
# by the clock does. The last column is time on the cores as a multiple of parallax-cli's on the same files; above 1 the other costs more.
#
# wdiff and Meld come from Debian, CollateX from PyPI (into a virtual environment of its own), difftastic (`difft`) from
# crates.io: `cargo install difftastic` takes minutes, so it is taken where it is installed; INSTALL_DIFFTASTIC=1 installs it.
# Of Meld its engine runs without a window: lines, and letters within changed lines.
set -euo pipefail
cd "$(dirname "$0")/.."
cli=$(realpath "${1:-target/release/parallax-cli}")
shift || true
files=("$@")
[ ${#files[@]} -ge 2 ] || files=(sample_data/lindmoor-fares/daily-lantern.txt sample_data/lindmoor-fares/kiosk24.txt
  sample_data/halden-bridge/maren-courier.txt sample_data/rask-lighthouse/coastal-gazette.txt)
two=("${files[@]:0:2}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for peer in wdiff meld; do
  command -v $peer >/dev/null || { [ "$(id -u)" = 0 ] && apt-get install -y -qq --no-install-recommends $peer >/dev/null; } ||
    echo "peers: $peer is not there" >&2
done
[ -z "${INSTALL_DIFFTASTIC:-}" ] || command -v difft >/dev/null || cargo install --locked difftastic
peers=${PEERS_FOLDER:-$work/peers}
[ -x "$peers/bin/python" ] || python3 -m venv "$peers" || echo "peers: no virtual environment could be made" >&2
"$peers/bin/python" -c 'import collatex' 2>/dev/null || "$peers/bin/pip" install -q collatex==2.3 Levenshtein ||
  echo "peers: CollateX could not be installed" >&2
cat >"$work/collate.py" <<'PYTHON'
import sys
from collatex import Collation, collate
collation = Collation()
for path in sys.argv[1:]:
    with open(path, encoding='utf8') as text:
        collation.add_plain_witness(path, text.read())
collate(collation)
PYTHON
cat >"$work/lines.py" <<'PYTHON'
import sys
from meld.matchers.diffutil import Differ
from meld.matchers.myers import InlineMyersSequenceMatcher
texts = [open(path, encoding='utf8').read().splitlines() for path in sys.argv[1:]]
differ = Differ()
for _ in differ.set_sequences_iter(texts):
    pass
for tag, a, b, c, d in differ.pair_changes(0, 1):
    if tag == 'replace':
        matcher = InlineMyersSequenceMatcher(None, '\n'.join(texts[0][a:b]), '\n'.join(texts[1][c:d]))
        matcher.get_opcodes()
PYTHON

# Best times of a command in seconds, by the clock and on the cores; a non-zero end is how diff programs say "different".
best() {
  python3 - "$@" <<'PYTHON'
import os, subprocess, sys, time
runs, command = int(sys.argv[1]), sys.argv[2:]
clock, cores = [], []
for _ in range(runs):
    began = time.perf_counter()
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = started.stderr.read()
    _, status, used = os.wait4(started.pid, 0)
    clock.append(time.perf_counter() - began)
    cores.append(used.ru_utime + used.ru_stime)
    if os.waitstatus_to_exitcode(status) not in (0, 1) or b'Traceback' in said:
        sys.exit(f'{command[0]}: {said.decode(errors="replace")[-300:]}')
print(f'{min(clock):.4f} {min(cores):.4f}')
PYTHON
}
own_clock=1 own=1
row() { # label, runs, command…
  local label=$1 runs=$2 clock cores took
  shift 2
  if took=$(best "$runs" "$@"); then
    read -r clock cores <<<"$took"
    case $label in parallax-cli*) own_clock=$clock own=$cores ;; esac
    python3 -c 'import sys; l, w, c, o, p = sys.argv[1:]; w, c = float(w), float(c)
print(f"| {l} | {w:.3f} s | {c:.3f} s | {w / float(o):.2f} | {c / float(p):.2f} |")' "$label" "$clock" "$cores" "$own_clock" "$own"
  else
    echo "| $label | failed | | | |"
  fi
}

echo "$(date -u +%F), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $("$cli" --version), load $(cut -d' ' -f1 /proc/loadavg)"
echo
echo "| program | by the clock | on the cores | times parallax-cli by the clock | on the cores |"
echo "|---|---|---|---|---|"
row "parallax-cli compare, two texts" 5 "$cli" compare "${two[@]}"
if command -v difft >/dev/null; then row "difftastic $(difft --version | sed -n '1s/[^0-9]*\([0-9.]*\).*/\1/p'), two texts" 5 difft "${two[@]}"; else echo "| difftastic, two texts | not installed | | | |"; fi
/usr/bin/python3 -c 'import meld' 2>/dev/null && row "Meld's engine, two texts" 5 /usr/bin/python3 "$work/lines.py" "${two[@]}"
command -v wdiff >/dev/null && row "wdiff, two texts" 5 wdiff "${two[@]}"
command -v git >/dev/null && row "git diff --word-diff, two texts" 5 git diff --no-index --word-diff "${two[@]}"
row "CollateX 2.3, two texts" 1 "$peers/bin/python" "$work/collate.py" "${two[@]}"
row "parallax-cli compare, ${#files[@]} texts" 5 "$cli" compare "${files[@]}"
row "CollateX 2.3, ${#files[@]} texts" 3 "$peers/bin/python" "$work/collate.py" "${files[@]}"
