#!/bin/sh
# Runs each fuzz target for a while: fuzz/run.sh SECONDS [TARGET…]
#
# A target is `paste`, `marks`, `project`, `words`, `table`, `exports`, or a reader: docx, nexis-txt …. Without
# names all of them run. It needs a nightly toolchain and a C++ compiler, for libFuzzer; cargo-fuzz works as well.
# The corpora that grow stay in fuzz/corpus, what broke in fuzz/artifacts, the last words of each run in fuzz/runs;
# none of them is part of the project.
set -eu
cd "$(dirname "$0")"
seconds=${1:?usage: fuzz/run.sh SECONDS [TARGET...]}
shift
readers="txt md html mhtml eml docx odt rtf epub pdf nexis-txt nexis-rtf nexis-docx proquest-txt factiva-html factiva-xml csv tsv json jsonl"
engine="paste marks project words table exports"
[ $# -gt 0 ] || set -- $readers $engine
# What cargo-fuzz sets, but for the address sanitizer: the project has no unsafe code of its own, some crates have.
# SANITIZER=address fuzz/run.sh … builds with it; runs take about twice the time then.
cover="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
cover="$cover -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
cover="$cover -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions"
[ -z "${SANITIZER:-}" ] || cover="$cover -Zsanitizer=$SANITIZER"
host=$(rustc +nightly -vV | sed -n 's/^host: //p')
RUSTFLAGS=$cover cargo +nightly build --release --target "$host"
built=target/$host/release
mkdir -p runs
for target in "$@"; do
    program=read
    case " $engine " in *" $target "*) program=$target ;; esac
    case $target in
        html | mhtml | eml | factiva-*) words=html ;;
        docx | odt | epub | nexis-docx) words=office ;;
        rtf | nexis-rtf) words=rtf ;;
        pdf) words=pdf ;;
        *) words=text ;;
    esac
    corpus=corpus/$target
    mkdir -p "$corpus" "artifacts/$target"
    ./seeds.sh "$target" "$corpus"
    # Longer inputs than this are slow to read and seldom new. Looking for leaks after every input, as the address
    # sanitizer does because lists are read at their first use, takes up to sixty times the time of the input.
    READER=$target "$built/$program" "$corpus" -dict=dictionaries/$words.dict -artifact_prefix="artifacts/$target/" \
        -max_total_time="$seconds" -rss_limit_mb=1024 -timeout=20 -max_len=65536 -detect_leaks=0 -print_final_stats=1 \
        >"runs/$target.log" 2>&1 || echo "$target: broke, see fuzz/runs/$target.log"
    printf '%s: ' "$target"
    sed -n 's/^Done \(.*\)/\1/p' "runs/$target.log" | tail -1
done
