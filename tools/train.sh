#!/usr/bin/env bash
# Makes the word vectors, and trains on them the scorer of word links and the score of a pair of passages, in the standard mode:
# assets/vectors/words.bin, assets/wording/weights.txt and assets/matching/pair-score.txt, in this order, because each rests on
# the one before. About a quarter of an hour on two cores.
#
# usage: tools/train.sh WHEEL WORDNET DATA
#   WHEEL, WORDNET  see tools/distil-vectors.py, which says what to install
#   DATA            folder with wordalign/ and statements/, see tools/train-wording.py and tools/train-matching.py
#
# The vectors are fitted to pairs of words that the two trainings look at, too. So they are made four times: without the pairs
# of each of three folds, and with all. The examples that print figures are built with each of them.
set -euo pipefail
wheel=$(realpath "$1") wordnet=$(realpath "$2") data=$(realpath "$3")
cd "$(dirname "$0")/.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
vectors=assets/vectors/words.bin
built=${CARGO_TARGET_DIR:-target}/release/examples

# The example $1, once for each fold and last with the vectors that are used.
build() {
    for fold in 0 1 2 3; do
        cp "$made/words.bin${folds[$fold]}" "$vectors"
        cargo build --quiet --release -p collation --example "$1"
        cp "$built/$1" "$made/$1-$fold"
    done
}
folds=(.0 .1 .2 "")

python3 tools/distil-vectors.py "$wheel" "$wordnet" "$data/wordalign" "$made/words.bin" --blind
build wording_features
python3 tools/train-wording.py "$made/wording_features-{}" "$data/wordalign" assets/wording/weights.txt
build pair_features
python3 tools/train-matching.py "$data" --example "$made/pair_features-{}"
