#!/usr/bin/env python3
"""Write the licences of everything that is linked into the programs, of the fonts and of the word vectors, into one text file.

    python3 tools/third_party.py OUTPUT
    python3 tools/third_party.py --list assets/third-party.txt     names and licences alone, for the window's About

Reads `cargo metadata` for the dependencies of both programs on every platform (build and test tools are left out) and
takes each crate's licence files from where cargo has unpacked it. Texts that several crates share are printed once.
A crate without a licence file is listed with the expression of its manifest and its authors, and the text of the
Apache licence is added for those that offer it. Needs Python 3.9 and cargo only.
"""

import collections
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMES = ("license", "licence", "copying", "copyright", "notice", "unlicense", "ofl", "ufl")


def linked_packages() -> list[dict]:
    """Every package that normal dependencies reach from the workspace's own, sorted by name and version."""
    metadata = json.loads(subprocess.run(["cargo", "metadata", "--format-version", "1", "--locked"], cwd=ROOT,
                                         check=True, capture_output=True, text=True).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    own = set(metadata["workspace_members"])
    reached, waiting = set(own), list(own)
    while waiting:
        for dependency in nodes[waiting.pop()]["deps"]:
            normal = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if normal and dependency["pkg"] not in reached:
                reached.add(dependency["pkg"])
                waiting.append(dependency["pkg"])
    return sorted((packages[i] for i in reached - own), key=lambda package: (package["name"], package["version"]))


def licence_texts(package: dict) -> list[str]:
    folder = pathlib.Path(package["manifest_path"]).parent
    # The default fonts of egui keep their licences beside the fonts.
    places = [folder, folder / "fonts"]
    files = sorted(path for place in places if place.is_dir() for path in place.iterdir()
                   if path.is_file() and path.name.lower().startswith(NAMES))
    if package["license_file"] and not files:
        files = [folder / package["license_file"]]
    return [path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip() for path in files]


def write_list(output: pathlib.Path) -> int:
    lines = [f'{package["name"]} {package["version"]}: {package["license"] or "see its licence file"}'
             for package in linked_packages()]
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{output}: {len(lines)} packages")
    return 0


def main() -> int:
    if len(sys.argv) == 3 and sys.argv[1] == "--list":
        return write_list(pathlib.Path(sys.argv[2]))
    output = pathlib.Path(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
    holders: dict[str, list[str]] = collections.OrderedDict()
    lines = ["Parallax holds work of others under these licences.", ""]
    without = []
    for package in linked_packages():
        title = f'{package["name"]} {package["version"]}'
        lines.append(f'  {title}: {package["license"] or "see its licence file"}')
        texts = licence_texts(package)
        if not texts:
            without.append(f'{title}: {package["license"]}, by {", ".join(package["authors"]) or "its contributors"}')
        for text in texts:
            holders.setdefault(text, []).append(title)
    for font in sorted((ROOT / "assets" / "fonts").glob("*-OFL.txt")):
        lines.append(f"  font {font.stem.removesuffix('-OFL')}: OFL-1.1")
        holders.setdefault(font.read_text(encoding="utf-8").strip(), []).append(f"font {font.stem.removesuffix('-OFL')}")
    lines.append("  word vectors: Apache-2.0 (all-MiniLM-L6-v2 by sentence-transformers) and the WordNet licence, changed")
    wordnet = (ROOT / "assets" / "vectors" / "WordNet-LICENSE.txt").read_text(encoding="utf-8").strip()
    holders.setdefault(wordnet, []).append("word vectors")
    if without:
        lines += ["", "These ship no licence text of their own; the expression names the licence:", ""]
        lines += [f"  {line}" for line in without]
        holders.setdefault((ROOT / "LICENSE-APACHE").read_text(encoding="utf-8").strip(), []).append(
            "those of the list above that offer Apache-2.0")
    for text, titles in holders.items():
        lines += ["", "=" * 100, ", ".join(titles), "=" * 100, "", text]
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{output}: {len(holders)} texts, {len(without)} crates without one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
