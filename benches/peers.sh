#!/usr/bin/env bash
# Whole-process time of parallax-cli beside the programs that people would use instead, on the same texts, in one run:
#
#   benches/peers.sh [CLI] [FILE.txt FILE.txt …]      (default: the release build, and the text files of the sample)
#
# The first two files go to the programs that compare two, all of them to those that take many. Ratios are to
# parallax-cli on the same files; above 1 the other is slower. The best of five runs counts (of one for CollateX).
# wdiff comes from Debian, CollateX from PyPI (into a virtual environment of its own); git and difftastic (`difft`) are
# taken where they are installed, and a line says so where they are not.
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

command -v wdiff >/dev/null || { [ "$(id -u)" = 0 ] && apt-get install -y -qq --no-install-recommends wdiff >/dev/null; } ||
  echo "peers: wdiff is not there" >&2
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

# Best wall-clock time of a command, in seconds; a non-zero end is how diff programs say "different".
best() {
  python3 - "$@" <<'PYTHON'
import subprocess, sys, time
runs, command = int(sys.argv[1]), sys.argv[2:]
times = []
for _ in range(runs):
    began = time.perf_counter()
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    times.append(time.perf_counter() - began)
    if ended.returncode > 1:
        sys.exit(f'{command[0]}: {ended.stderr.decode(errors="replace")[-300:]}')
print(f'{min(times):.4f}')
PYTHON
}
row() { # label, own time, runs, command…
  local label=$1 own=$2 runs=$3 took
  shift 3
  if took=$(best "$runs" "$@"); then
    python3 -c 'import sys; l, o, t = sys.argv[1:]; print(f"| {l} | {float(t):.3f} s | {float(t) / float(o):.2f} |")' "$label" "$own" "$took"
  else
    echo "| $label | failed | |"
  fi
}

echo "$(date -u +%F), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $("$cli" --version)"
echo
echo "| program | best | times parallax-cli |"
echo "|---|---|---|"
own=$(best 5 "$cli" compare "${two[@]}")
echo "| parallax-cli compare, two texts | $own s | 1.00 |"
command -v wdiff >/dev/null && row "wdiff, two texts" "$own" 5 wdiff "${two[@]}"
command -v git >/dev/null && row "git diff --word-diff, two texts" "$own" 5 git diff --no-index --word-diff "${two[@]}"
if command -v difft >/dev/null; then row "difftastic, two texts" "$own" 5 difft "${two[@]}"; else echo "| difftastic, two texts | not installed | |"; fi
row "CollateX 2.3, two texts" "$own" 1 "$peers/bin/python" "$work/collate.py" "${two[@]}"
all=$(best 5 "$cli" compare "${files[@]}")
echo "| parallax-cli compare, ${#files[@]} texts | $all s | 1.00 |"
row "CollateX 2.3, ${#files[@]} texts" "$all" 1 "$peers/bin/python" "$work/collate.py" "${files[@]}"
