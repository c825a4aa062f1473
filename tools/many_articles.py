#!/usr/bin/env python3
"""Makes many articles on one event out of the sample, to see how the window bears them.

usage: tools/many_articles.py FOLDER [NUMBER]     (200 without NUMBER)

Each article takes paragraphs of the sample's reports on the Halden Bridge in an order of its own, leaves some out,
and says some words otherwise. The same arguments give the same files.
"""

import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ["sample_data/halden-bridge/maren-courier.txt", "sample_data/halden-bridge/northline.md"]
OTHERWISE = [
    ("closed", "shut"), ("said", "told reporters"), ("weeks", "a month"), ("bridge", "crossing"), ("minister", "secretary"),
    ("lorries", "trucks"), ("could", "may"), ("Tuesday", "Tuesday morning"), ("authority", "office"), ("first", "at first"),
]


def paragraphs(path: pathlib.Path) -> list[str]:
    """The body paragraphs of one report, without marks of its format."""
    parts = [re.sub(r"[#*]", "", part).strip() for part in path.read_text(encoding="utf-8").split("\n\n")]
    return [part.replace("\n", " ") for part in parts if len(part) > 80 and part.endswith((".", "”"))]


def article(number: int, told: list[str], chance: random.Random) -> str:
    chosen = chance.sample(told, len(told) * chance.randint(55, 80) // 100)
    words = [pair for pair in OTHERWISE if chance.random() < 0.4]
    said = []
    for part in chosen:
        for old, new in words:
            part = re.sub(rf"\b{old}\b", new, part)
        said.append(part)
    outlet = f"Gazette {number:03}"
    title = "Halden Bridge stays shut while engineers look at cracks in two hangers"
    return f"{title} - {outlet}\n\n{title}\n\n{outlet}, Tuesday 13 October 2026\n\n" + "\n\n".join(said) + "\n"


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder, number = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 200
    folder.mkdir(parents=True, exist_ok=True)
    told = [part for source in SOURCES for part in paragraphs(ROOT / source)]
    chance = random.Random(13)
    for at in range(1, number + 1):
        (folder / f"gazette-{at:03}.txt").write_text(article(at, told, chance), encoding="utf-8")


if __name__ == "__main__":
    main()
