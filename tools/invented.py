#!/usr/bin/env python3
"""Reads the training texts that were written for this project (tools/training), and says what is wrong with them.

usage: tools/invented.py [FILE…]      (default: all files of tools/training and tools/training/alike)

*.txt: three articles on one invented event and the links between their sentences.
    == A Name of outlet
    A0 Headline                        one sentence a line; a blank line ends a paragraph
    == links
    A1 C3 2                            2 = same statement, 1 = in part or doubtful
"""
import os, re, sys

# Sentences with a link share few words here, so that the score learns rewordings; ...
REWORDED = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'training')
# ... and here about as many as in real news, where outlets print the same quotations.
ALIKE = os.path.join(REWORDED, 'alike')


def files(folder):
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith('.txt')]


def event(path):
    """({article letter: paragraphs of sentences}, {((letter, number), (letter, number)): 1 or 2}) of an event file."""
    articles, links, part = {}, {}, None
    for number, line in enumerate(open(path, encoding='utf8'), 1):
        line, wrong = line.strip(), lambda what: ValueError(f'{path}:{number}: {what}: {line[:60]}')
        if line.startswith('#'): continue
        if line == '== links': part = 'links'
        elif line.startswith('== '):
            part = line[3]
            articles[part] = [[]]
        elif part == 'links':
            found = re.fullmatch(r'([A-F])(\d+) ([A-F])(\d+) ([12])', line)
            if not found: raise wrong('no link')
            pair = tuple(sorted([(found[1], int(found[2])), (found[3], int(found[4]))]))
            if pair[0][0] == pair[1][0] or pair in links: raise wrong('link in one article, or twice')
            if any(n >= sum(map(len, articles.get(letter, []))) for letter, n in pair): raise wrong('no such sentence')
            links[pair] = int(found[5])
        elif not line:
            if part: articles[part].append([])
        else:
            label, _, sentence = line.partition(' ')
            if label != f'{part}{sum(map(len, articles[part]))}' or not sentence: raise wrong('sentence out of order')
            articles[part][-1].append(sentence)
            # The headline is a paragraph of its own.
            if label == f'{part}0': articles[part].append([])
    return {letter: [p for p in paragraphs if p] for letter, paragraphs in articles.items()}, links


if __name__ == '__main__':
    if sys.argv[1:2] in (['-h'], ['--help']): raise SystemExit(__doc__)
    for path in sys.argv[1:] or files(REWORDED) + files(ALIKE):
        articles, links = event(path)
        counts = ' '.join(f'{letter} {sum(map(len, p))}' for letter, p in articles.items())
        print(f'{path}: sentences {counts}; links {sum(how == 2 for how in links.values())} sure, {sum(how == 1 for how in links.values())} in part')
