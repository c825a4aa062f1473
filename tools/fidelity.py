#!/usr/bin/env python3
"""Measure what is kept of one text when other programs have turned it into files.

    python3 tools/fidelity.py target/debug/parallax-cli [FOLDER] [--make]

Makes docx, odt, rtf, epub, mhtml and PDF files out of tools/sample_text/fidelity.txt with LibreOffice, pandoc,
Chromium and wkhtmltopdf (Debian: libreoffice-writer pandoc chromium wkhtmltopdf poppler-utils) in FOLDER, or in
a temporary one, reads each with the program, and prints how many of the 20 paragraphs came back whole and how
many quotation marks did. `--make` makes the files anew where FOLDER has them already. Exit 1 where a floor of
docs/file-formats.md is not reached.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXT = (ROOT / "tools/sample_text/fidelity.txt").read_text(encoding="utf8").strip().split("\n\n")
BODY = [part for part in TEXT if not part.startswith(("# ", "## ", "! "))]
MARKS = "“”‘’«»„\"'"
STYLE = "@page { size: A5; margin: 14mm } body { font: 12pt/1.4 serif; margin: 0 } p { margin: 0 0 0.8em } .small { color: #555; font-size: 10pt }"
COLUMNS = (" .story { column-count: 2; -webkit-column-count: 2; column-gap: 8mm; text-align: justify; hyphens: auto; "
           "font-size: 10pt } .story p { margin: 0; text-indent: 1.2em } h1 + .small { margin-top: 1em }")


def page(style: str) -> str:
    out, story = [], False
    for part in TEXT:
        if not part.startswith(("# ", "! ")) and not story:
            out.append('<div class="story">')
            story = True
        kind, words = ("h1", part[2:]) if part.startswith("# ") else ("h2", part[3:]) if part.startswith("## ") else ("p", part)
        if part.startswith("! "):
            out.append(f'<p class="small">{html.escape(part[2:], quote=False)}</p>')
        else:
            out.append(f"<{kind}>{html.escape(words, quote=False)}</{kind}>")
    title = html.escape(TEXT[0][2:])
    return (f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
            f'<style>{style}</style></head><body>{"".join(out)}</div></body></html>')


def run(*command: object, **more: object) -> None:
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=180, **more)


def office(source: pathlib.Path, kind: str, name: str) -> None:
    """Convert with LibreOffice; the result is called `name`."""
    with tempfile.TemporaryDirectory() as folder:
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
            "--outdir", folder, source)
        (pathlib.Path(folder) / f"{source.stem}.{kind.split(':')[0]}").replace(source.parent / name)


def two_columns(source: pathlib.Path, target: pathlib.Path) -> None:
    """An odt in two hyphenated, justified columns on small pages, with a header and a footer on every page."""
    margin = '<style:header-footer-properties fo:min-height="1cm" fo:margin-{}="0.5cm"/>'
    around = (f'<style:header-style>{margin.format("bottom")}</style:header-style>'
              f'<style:footer-style>{margin.format("top")}</style:footer-style></style:page-layout>')
    words_around = ("<style:header><text:p>Kestrel Bay Observer — The week on the island</text:p></style:header>"
                    "<style:footer><text:p>Page <text:page-number/> · 3 March 2026</text:p></style:footer>")

    def changed(styles: str) -> str:
        styles = re.sub(r'fo:page-width="[^"]*" fo:page-height="[^"]*"', 'fo:page-width="5.83in" fo:page-height="8.27in"', styles)
        styles = re.sub(r'fo:margin-(top|bottom|left|right)="1in"', r'fo:margin-\1="0.6in"', styles)
        columns = '<style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:page-layout-properties>'
        styles = re.sub(r"(<style:page-layout-properties[^>]*[^/])>.*?</style:page-layout-properties>", r"\1>" + columns, styles)
        styles = re.sub(r"<style:header-style/?>.*?</style:page-layout>", around, styles)
        styles = re.sub(r"(<style:master-page[^>]*[^/])/?>(.*?</style:master-page>)?", r"\1>" + words_around + "</style:master-page>", styles, count=1)
        styles = re.sub(r'fo:hyphenate="false"', 'fo:hyphenate="true"', styles)
        return re.sub(r'fo:text-align="start"', 'fo:text-align="justify"', styles)

    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = before.read(name)
            if name == "styles.xml":
                member = changed(member.decode("utf8")).encode("utf8")
            after.writestr(name, member)


def snapshot(source: pathlib.Path, target: pathlib.Path) -> None:
    """What Chromium saves as "web page, single file"."""
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()

    def pass_pipes() -> None:
        os.dup2(to_read, 3)
        os.dup2(from_write, 4)

    # Above 4, so that neither end is overwritten while it is passed on.
    to_read, from_write = os.dup2(to_read, 30), os.dup2(from_write, 31)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--remote-debugging-pipe", source.as_uri()],
            pass_fds=(3, 4, 30, 31), preexec_fn=pass_pipes, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read), os.close(from_write)
        answers = os.fdopen(from_read, "rb")
        number = 0

        def ask(method: str, session: str | None = None, **params: object) -> dict:
            nonlocal number
            number += 1
            message = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
            os.write(to_write, json.dumps(message).encode() + b"\0")
            while True:
                answer = bytearray()
                while (byte := answers.read(1)) != b"\0":
                    if not byte:
                        raise RuntimeError("the browser ended")
                    answer += byte
                parsed = json.loads(answer)
                if parsed.get("id") == number:
                    return parsed["result"]

        try:
            target_id = ask("Target.createTarget", url=source.as_uri())["targetId"]
            session = ask("Target.attachToTarget", targetId=target_id, flatten=True)["sessionId"]
            time.sleep(2)  # The page has no network to wait for.
            data = ask("Page.captureSnapshot", session, format="mhtml")["data"]
            target.write_bytes(data.encode("utf8"))
        finally:
            browser.terminate()
            browser.wait(20)


def make(folder: pathlib.Path) -> None:
    plain, columned = folder / "plain.html", folder / "columned.html"
    plain.write_text(page(STYLE), encoding="utf8")
    columned.write_text(page(STYLE + COLUMNS), encoding="utf8")
    for kind in ("docx", "odt", "epub", "rtf"):
        run("pandoc", "-s", "-f", "html", plain, "-o", folder / f"pandoc.{kind}")
    base = folder / "pandoc.odt"
    for kind in ("docx", "odt", "rtf", "epub", "pdf"):
        office(base, kind, f"libreoffice.{kind}")
    two_columns(folder / "libreoffice.odt", folder / "columns.odt")
    office(folder / "columns.odt", "pdf", "libreoffice-2col.pdf")
    (folder / "columns.odt").unlink()
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for source, name in ((plain, "chromium.pdf"), (columned, "chromium-2col.pdf")):
            run(*browser, f"--user-data-dir={profile}", f"--print-to-pdf={folder / name}", source.as_uri())
    for source, name in ((plain, "wkhtmltopdf.pdf"), (columned, "wkhtmltopdf-2col.pdf")):
        run("wkhtmltopdf", "--quiet", "-s", "A5", source, folder / name, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    snapshot(plain, folder / "chromium.mhtml")
    # A PDF of pictures of pages, as a scanner makes it.
    run("pdftoppm", "-r", "50", "-jpeg", folder / "chromium.pdf", folder / "scan")
    pictures = sorted(folder.glob("scan-*.jpg"))
    shown = "".join(f'<img src="{picture.name}" style="width:100%">' for picture in pictures)
    (folder / "scan.html").write_text(f"<!DOCTYPE html><body>{shown}</body>", encoding="utf8")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        run(*browser, f"--user-data-dir={profile}", "--no-pdf-header-footer", f"--print-to-pdf={folder / 'scan.pdf'}",
            (folder / "scan.html").as_uri())
    for spare in (*pictures, folder / "scan.html"):
        spare.unlink()


def score(cli: str, file: pathlib.Path) -> tuple[int, int, list[str]]:
    """Whole paragraphs, quotation marks kept, and what is missing."""
    done = subprocess.run([cli, "read", str(file)], capture_output=True, text=True, timeout=120)
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    if not articles:
        return 0, 0, [done.stderr.strip()]
    article = max(articles, key=lambda article: len(article["text"]))
    text = article["text"]
    blocks = [" ".join(text[b["start"]:b["end"]].split()) for b in article["blocks"]
              if b["role"] in ("body", "subheading", "list", "quote")]
    kept = [part for part in BODY if part in blocks]
    body = "\n".join(blocks)
    wanted = sum("\n".join(BODY).count(mark) for mark in MARKS)
    lost = sum(max(0, "\n".join(BODY).count(mark) - body.count(mark)) for mark in MARKS)
    missing = [part[:60] for part in BODY if part not in blocks]
    extra = [block[:60] for block in blocks if block not in BODY and block not in [p.lstrip("# ") for p in TEXT]]
    return len(kept), wanted - lost, [f"- {m}" for m in missing] + [f"+ {e}" for e in extra]


def main() -> int:
    arguments = [word for word in sys.argv[1:] if not word.startswith("-")]
    cli = arguments[0]
    folder = pathlib.Path(arguments[1] if len(arguments) > 1 else tempfile.mkdtemp()).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if "--make" in sys.argv or not (folder / "plain.html").exists():
        make(folder)
    marks = sum("\n".join(BODY).count(mark) for mark in MARKS)
    good = True
    for file in sorted(folder.iterdir()):
        if file.suffix == ".html" or file.stem == "scan":
            continue
        kept, kept_marks, notes = score(cli, file)
        floor = 18 if file.suffix == ".pdf" else 20
        ok = kept >= floor and (file.suffix == ".pdf" or kept_marks == marks)
        good &= ok
        print(f"{file.name:24} {kept:2} of {len(BODY)} paragraphs, {kept_marks} of {marks} marks{'' if ok else '  BELOW'}")
        for note in notes if "-v" in sys.argv or not ok else []:
            print("    " + note)
    scan = subprocess.run([cli, "read", str(folder / "scan.pdf")], capture_output=True, text=True)
    says = "pictures of pages" in scan.stderr
    print(f"scan.pdf                 {'says that it holds pictures' if says else 'BELOW: ' + scan.stderr.strip()}")
    return 0 if good and says else 1


if __name__ == "__main__":
    sys.exit(main())
