#!/usr/bin/env python3
"""Trains the word aligner's scorer and writes assets/wording/weights.txt.

usage: pip install numpy; then as tools/train.sh does it, or for the accurate mode
       cargo build --release -p collation --example wording_features
       tools/train-wording.py target/release/examples/wording_features FOLDER assets/wording/weights-accurate.txt MODEL

FOLDER holds {mtref,edinburgh,msr,wiki}_train.jsonl: {"a":[word…],"b":[word…],"sure":[[i,j]…],"poss":[[i,j]…]}
a line. The figures of every pair of words come from the engine itself (the example above), so that
training and use share one reckoning. Three passes: each later one judges the pairs that have a chance and
sees the chances of the one before, which come from three folds, so that no pair is judged by a network
that saw it or another translation of the same sentence. The word vectors are fitted to the same pairs: a `{}` in the
example's name stands for 0, 1 and 2, examples built with the vectors that know nothing of that fold. With MODEL,
the file of tools/get-model, which reads words in their sentence and needs no folds, the weights are those of the accurate
mode. Same input, same weights.
"""
import json, os, subprocess, sys, tempfile

import numpy as np

from paraphrases import FOLDS, SETS, word_pairs

HIDDEN, BATCH, RATE = 24, 512, 2e-3
FIRST, AROUND = 2 * 9 + 10 + 42, 43
# Epochs and weight decay: of the first pass, and of the later ones, which see far fewer pairs of words.
OF_FIRST, OF_LATER = (6, 1e-5), (20, 1e-3)
# Least chance of a link: held out, retranslated news is best at .35 (above all its words that differ), the other sets at .45
# and above, by .003 to .013.
LEAST = .4
HOPELESS = .003      # chance in the first pass below which later ones don't look; wording/learned.rs asks .02, for speed


def train(x, y, w, seed, epochs, decay):
    """One hidden layer, logistic loss, Adam with a falling rate. Returns weights for raw figures."""
    rng = np.random.default_rng(seed)
    mean, scale = x.mean(0), x.std(0) + 1e-3
    n, d = x.shape
    p = [rng.normal(0, (2 / d) ** .5, (d, HIDDEN)), np.zeros(HIDDEN), rng.normal(0, HIDDEN ** -.5, HIDDEN), np.array(-2.)]
    p = [a.astype(np.float32) for a in p]
    m, v, t = [0 * a for a in p], [0 * a for a in p], 0
    steps = epochs * -(-n // BATCH)
    for _ in range(epochs):
        order = rng.permutation(n)
        for s in range(0, n, BATCH):
            k = order[s:s + BATCH]
            z = (x[k] - mean) / scale
            h = np.maximum(z @ p[0] + p[1], 0)
            q = 1 / (1 + np.exp(-(h @ p[2] + p[3])))
            g = ((q - y[k]) * w[k] / len(k)).astype(np.float32)
            gh = g[:, None] * p[2] * (h > 0)
            grads = [z.T @ gh + decay * p[0], gh.sum(0), h.T @ g + decay * p[2], g.sum()]
            t += 1
            rate = RATE * (1 - .95 * t / steps)
            for i, gi in enumerate(grads):
                m[i] = .9 * m[i] + .1 * gi
                v[i] = .999 * v[i] + .001 * gi * gi
                p[i] = p[i] - rate * (m[i] / (1 - .9 ** t)) / (np.sqrt(v[i] / (1 - .999 ** t)) + 1e-8)
    first = p[0] / scale[:, None]
    return [first, p[1] - mean @ first, p[2], p[3]]


def chances(net, x):
    return (1 / (1 + np.exp(-(np.maximum(x @ net[0] + net[1], 0) @ net[2] + net[3])))).astype(np.float32)


def f1(rows, chance, at):
    """F1 of all links, and of links between words that differ, over the pairs whose indices are in `at`."""
    c = np.zeros((2, 4))
    for k in at:
        r = rows[k]
        n, m = len(r['a']), len(r['b'])
        got = set(zip(*map(lambda v: v.tolist(), np.where(chance[k].reshape(n, m) >= f1.threshold))))
        sure = {tuple(l) for l in r['sure']}
        may = sure | {tuple(l) for l in r.get('poss', [])}
        for which in (0, 1):
            own = lambda s: {l for l in s if not which or r['a'][l[0]].lower() != r['b'][l[1]].lower()}
            c[which] += [len(own(got & may)), len(own(got)), len(own(sure)), len(own(got & sure))]
    return [2 * p * q / (p + q + 1e-9) for p, q in ((h / max(1, g), s / max(1, n)) for h, g, n, s in c)]


def main(example, folder, out, *model):
    source, rows, fold = zip(*word_pairs(folder))
    fold = np.array(fold)
    with tempfile.TemporaryDirectory() as tmp:
        pairs = os.path.join(tmp, 'pairs.jsonl')
        with open(pairs, 'w', encoding='utf8') as f:
            f.writelines(json.dumps({'a': r['a'], 'b': r['b']}) + '\n' for r in rows)
        sizes = [len(r['a']) * len(r['b']) for r in rows]
        ends = np.cumsum(sizes)
        cells = [slice(e - s, e) for e, s in zip(ends, sizes)]
        of_cell = np.repeat(fold, sizes)

        def figures(width, *chances):
            """Of each pair of words, by the engine whose vectors know nothing of the pair's fold."""
            out = None
            for k in range(FOLDS if '{}' in example else 1):
                command = [example.replace('{}', str(k)), *(['--model', *model] if model else []), pairs, *chances]
                got = np.frombuffer(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout, '<f4').reshape(-1, width)
                out = got.copy() if out is None else np.where((of_cell == k)[:, None], got, out)
            return out
        x = figures(FIRST)
        y, w = np.zeros(len(x), np.float32), np.ones(len(x), np.float32)
        for r, c in zip(rows, cells):
            y2, w2 = y[c].reshape(len(r['a']), -1), w[c].reshape(len(r['a']), -1)
            for i, j in r.get('poss', []): w2[i, j] = 0
            for i, j in r['sure']: y2[i, j], w2[i, j] = 1, 1

        def fit(z, hopeful, how):
            """A network for all, and the chances that networks of the other folds give each pair."""
            c, own, y2, w2 = np.zeros(len(x), np.float32), of_cell[hopeful], y[hopeful], w[hopeful]
            held = np.zeros(len(z), np.float32)
            for k in range(FOLDS):
                held[own == k] = chances(train(z[own != k], y2[own != k], w2[own != k], k + 1, *how), z[own == k])
            c[hopeful] = held
            return train(z, y2, w2, 0, *how), c

        def report(name, c):
            by_row, scores = [c[s] for s in cells], {}
            for name2 in SETS:
                scores[name2] = f1(rows, by_row, [k for k in range(len(rows)) if source[k] == name2])
            print(name, f1.threshold, '  '.join(f'{k} {a:.3f}/{b:.3f}' for k, (a, b) in scores.items()), flush=True)

        f1.threshold = LEAST
        first, c = fit(x, np.ones(len(x), bool), OF_FIRST)
        report('first pass, held out', c)
        hopeful, nets = c >= HOPELESS, [first]
        path = os.path.join(tmp, 'chances')
        for name in ('second', 'third'):
            c.astype('<f4').tofile(path)
            around = figures(AROUND, path)
            net, c = fit(np.concatenate([x[hopeful], around[hopeful]], 1), hopeful, OF_LATER)
            nets.append(net)
            report(f'{name} pass, held out', c)
        for f1.threshold in (.35, .4, .45, .5):
            report('threshold', c)
    with open(out, 'w', encoding='ascii') as f:
        f.write('# Weights of the word aligner, made by tools/train-wording.py from word alignments of retranslated news,\n'
                '# Edinburgh++, MSR RTE and wiki edits (training halves). Plain numbers: the least chance of a link, then for\n'
                '# each of three passes the first layer (one row a figure), its bias, the output layer and its bias.\n')
        f.write(f'{LEAST}\n')
        for first_layer, bias, last, last_bias in nets:
            for row in [*first_layer, bias, last]: f.write(' '.join(f'{v:.5g}' for v in row) + '\n')
            f.write(f'{float(last_bias):.5g}\n')


if __name__ == '__main__':
    if len(sys.argv) not in (4, 5):
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
