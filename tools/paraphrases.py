"""Which pairs of sentences with the same meaning come from one sentence; for the training scripts."""
import collections, json, math, os, re


def sources(pairs):
    """The number of the sentence that each pair translates: pairs that share a wording, or nearly, go together.

    Retranslated news has several translations of one sentence; one of another pair is no look-alike."""
    parent = list(range(len(pairs)))
    def root(i):
        while parent[i] != i: i = parent[i]
        return i
    words = lambda line: set(re.findall(r'\w+', line.lower()))
    bags = [(i, words(line)) for i, pair in enumerate(pairs) for line in pair]
    holding = collections.defaultdict(list)
    for at, (_, bag) in enumerate(bags):
        for word in bag: holding[word].append(at)
    weigh = lambda bag: sum(math.log(len(bags) / len(holding[word])) for word in bag)
    mass = [weigh(bag) for _, bag in bags]
    for at, (i, bag) in enumerate(bags):
        shared = collections.Counter()
        for word in bag:
            weight = math.log(len(bags) / len(holding[word]))
            for other in holding[word]: shared[other] += weight
        for other, weight in shared.items():
            if weight > .5 * min(mass[at], mass[other]): parent[root(bags[other][0])] = root(i)
    return [root(i) for i in range(len(pairs))]


SETS = ('mtref', 'edinburgh', 'msr', 'wiki')
FOLDS = 3


def word_pairs(folder):
    """(set, pair, fold) of every line of {mtref,edinburgh,msr,wiki}_train.jsonl.

    Pairs of one sentence are in one fold, so that none is judged by what saw it or another translation."""
    rows = [(name, json.loads(line)) for name in SETS for line in open(os.path.join(folder, name + '_train.jsonl'), encoding='utf8')]
    numbers = {}
    of = [numbers.setdefault(s, len(numbers)) for s in sources([(' '.join(row['a']), ' '.join(row['b'])) for _, row in rows])]
    return [(name, row, number * 7919 % 9973 % FOLDS) for (name, row), number in zip(rows, of)]
