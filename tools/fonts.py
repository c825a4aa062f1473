#!/usr/bin/env python3
"""Make the five fonts that the window carries, into assets/fonts.

    python3 -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools==4.68.0 brotli
    /tmp/fonts/bin/python tools/fonts.py

Sources, fetched when they are not there:
  Inter           Debian package fonts-inter (`apt-get download`), or its installed files
  Source Serif 4  npm package @fontsource/source-serif-4 5.3.1 (`npm pack`), one WOFF per script

What happens to them, and why
  * Inter is cut down to the letters and signs that an interface and its article titles need; the
    alternates and `calt` go, because `calt` would turn a typed "->" into an arrow. Neither font keeps ligatures: a mark may
    begin between an f and an i.
  * Inter has no ⟨ ⟩ (the sign for words cut from a quotation), so the two are drawn here.
  * Source Serif comes in one file per script; they are merged into one font per weight, so that
    one family name draws every language. Its licence reserves the name "Source" for the unchanged
    font, so the merged font calls itself "Parallax Serif" inside.
  * Time stamps are fixed: the same input gives the same bytes.
"""

import io
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

from fontTools import merge, subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "assets" / "fonts"
SERIF_PACKAGE = "@fontsource/source-serif-4@5.3.1"
SCRIPTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese")
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]
MAX_BYTES = 400_000
# 1 January 2026, in seconds since 1904, the epoch of font files.
STAMP = 3_850_070_400

INTER_RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x024F),  # Latin and Latin extended
    (0x0259, 0x0259), (0x02B9, 0x02DD),  # schwa, spacing accents
    (0x0300, 0x0328),                    # combining accents
    (0x0370, 0x03FF), (0x0400, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),                    # Latin with several accents, Vietnamese
    (0x2000, 0x206F),                    # punctuation and spaces
    (0x2070, 0x209C), (0x20A0, 0x20C0),  # raised and lowered figures, currencies
    (0x2100, 0x215F),                    # letter-like signs, fractions
    (0x2190, 0x21FF),                    # arrows
    (0x2200, 0x2265), (0x22EF, 0x22EF),  # mathematics, with ∅ − ≠ ≤ ≥
    (0x2318, 0x2327), (0x23CE, 0x23CF),  # keyboard signs
    (0x25A0, 0x25FF), (0x2600, 0x2606),  # shapes, stars
    (0x2713, 0x2717), (0xFB00, 0xFB04),
]
# What the interface draws as text: each must be in Inter or in Source Serif.
WANTED = "“”‘’‹›«»„‚…–—¶§·→←↑↓●○◇◆■□★☆′″€£$%≠≈∅−×⟨⟩~✓⌘⇧↵☰⚠"


def fetch_inter(folder: pathlib.Path) -> pathlib.Path:
    installed = pathlib.Path("/usr/share/fonts/opentype/inter")
    if installed.is_dir():
        return installed
    subprocess.run(["apt-get", "download", "fonts-inter"], cwd=folder, check=True)
    package = next(folder.glob("fonts-inter_*.deb"))
    subprocess.run(["dpkg-deb", "-x", package, folder / "inter"], check=True)
    return folder / "inter" / "usr/share/fonts/opentype/inter"


def fetch_serif(folder: pathlib.Path) -> pathlib.Path:
    name = subprocess.run(["npm", "pack", "--silent", SERIF_PACKAGE], cwd=folder, check=True,
                          capture_output=True, text=True).stdout.split()[-1]
    with tarfile.open(folder / name) as archive:
        archive.extractall(folder / "serif", filter="data")
    return folder / "serif" / "package"


def bounds(font: TTFont, character: str) -> tuple[float, float, float, float]:
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    return pen.bounds


def draw_angle_brackets(font: TTFont) -> None:
    """Give Inter ⟨ and ⟩: chevrons as tall as its parentheses, with the stroke of its bar."""
    _, low, _, high = bounds(font, "(")
    left, _, right, _ = bounds(font, "|")
    stroke = (right - left) * 0.98
    unit = font["head"].unitsPerEm
    reach, side = unit * 0.19, unit * 0.09
    middle = (low + high) / 2
    slope = reach / ((high - low) / 2)
    across = stroke * (1 + slope * slope) ** 0.5
    width = round(side + reach + across + side * 0.6)
    outline = [(side, middle), (side + reach, high), (side + reach + across, high),
               (side + across, middle), (side + reach + across, low), (side + reach, low)]
    cff = font["CFF "].cff.topDictIndex[0]
    order = font.getGlyphOrder()
    for name, point, mirrored in (("uni27E8", 0x27E8, False), ("uni27E9", 0x27E9, True)):
        points = [(width - x, y) for x, y in reversed(outline)] if mirrored else outline
        pen = T2CharStringPen(width, None)
        pen.moveTo(points[0])
        for corner in points[1:]:
            pen.lineTo(corner)
        pen.closePath()
        charstring = pen.getCharString(cff.Private, cff.GlobalSubrs)
        cff.CharStrings.charStringsIndex.append(charstring)
        cff.CharStrings.charStrings[name] = len(cff.CharStrings.charStringsIndex) - 1
        # The glyph order and the CFF's list of names are one list in memory.
        cff.charset.append(name)
        if order is not cff.charset:
            order.append(name)
        font["hmtx"][name] = (width, round(min(x for x, _ in points)))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[point] = name
    font.setGlyphOrder(cff.charset)
    font["maxp"].numGlyphs = len(cff.charset)


def inter(source: pathlib.Path, weight: str) -> None:
    font = TTFont(source / f"Inter-{weight}.otf", recalcTimestamp=False)
    draw_angle_brackets(font)
    # Through bytes once, so that the subsetter sees a font as it would be read from a file.
    held = io.BytesIO()
    font.save(held)
    held.seek(0)
    font = TTFont(held, recalcTimestamp=False)
    wanted = {point for low, high in INTER_RANGES for point in range(low, high + 1)}
    wanted |= {ord(sign) for sign in WANTED}
    shrink(font, sorted(wanted))
    save(font, OUT / f"Inter-{weight}.otf")


def shrink(font: TTFont, points: list[int]) -> None:
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    options.desubroutinize = False
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def serif(package: pathlib.Path, weight: int, style: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for script in SCRIPTS:
            woff = TTFont(package / "files" / f"source-serif-4-{script}-{weight}-normal.woff", recalcTimestamp=False)
            woff.flavor = None
            for table in ("STAT", "BASE", "gasp"):
                if table in woff:
                    del woff[table]
            part = os.path.join(folder, f"{script}.ttf")
            woff.save(part)
            parts.append(part)
        font = merge.Merger().merge(parts)
    font.recalcTimestamp = False
    shrink(font, sorted(font.getBestCmap()))
    full = f"Parallax Serif {style}"
    names = {1: "Parallax Serif" if style == "Regular" else full, 2: "Regular", 3: f"{full} 4.004", 4: full,
             6: f"ParallaxSerif-{style}", 16: "Parallax Serif", 17: style,
             13: "This Font Software is licensed under the SIL Open Font License, Version 1.1, see SourceSerif4-OFL.txt.",
             14: "https://scripts.sil.org/OFL"}
    for record in list(font["name"].names):
        if record.nameID in names or record.nameID > 17:
            font["name"].names.remove(record)
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    save(font, OUT / f"SourceSerif4-{style}.ttf")


def save(font: TTFont, path: pathlib.Path) -> None:
    font["head"].created = font["head"].modified = STAMP
    font.save(path, reorderTables=True)


def report() -> int:
    """Say what each font holds, and fail when a sign that the interface draws is in none of them."""
    drawn: set[int] = set()
    failed = False
    for path in sorted(OUT.glob("*.[ot]tf")):
        points = set(TTFont(path).getBestCmap())
        drawn |= points
        size = path.stat().st_size
        missing = "".join(sign for sign in WANTED if ord(sign) not in points)
        print(f"{path.name}: {size:,} bytes, {len(points)} characters, without {missing or 'none'}")
        failed |= size > MAX_BYTES
    nowhere = "".join(sign for sign in WANTED if ord(sign) not in drawn)
    print(f"in none of them (egui's own fonts draw these): {nowhere or 'none'}")
    return 1 if failed or set(nowhere) - set("☰") else 0


def main() -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = fetch_inter(folder)
        for weight in ("Regular", "Medium", "SemiBold"):
            inter(source, weight)
        package = fetch_serif(folder)
        serif(package, 400, "Regular")
        serif(package, 600, "SemiBold")
    return report()


if __name__ == "__main__":
    sys.exit(main())
