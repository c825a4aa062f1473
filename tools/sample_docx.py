#!/usr/bin/env python3
"""Write the Word files of sample_data from the texts in tools/sample_text. Needs Python only.

    python3 tools/sample_docx.py

A text begins with `name: value` lines. Then come paragraphs, an empty line between them: `# ` begins a
heading (the first is the title), `! ` a line in small type (byline, date, web clutter that was pasted with the
article). Time stamps in the archive are fixed, so that the same text gives the same bytes.
"""

import pathlib
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGETS = {
    "sundvakten.txt": "halden-bridge/sundvakten.docx",
    "assembly-review.txt": "lindmoor-fares/assembly-review.docx",
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = f"""{HEAD}<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Small"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="555555"/><w:sz w:val="20"/></w:rPr></w:style>
</w:styles>"""


def paragraph(text: str, style: str | None) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def body(text: str) -> str:
    paragraphs, titled = [], False
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("# "):
            paragraphs.append(paragraph(line[2:], "Heading2" if titled else "Title"))
            titled = True
        elif line.startswith("! "):
            paragraphs.append(paragraph(line[2:], "Small"))
        elif line:
            paragraphs.append(paragraph(line, None))
    return f"{HEAD}<w:document {W}><w:body>{''.join(paragraphs)}<w:sectPr/></w:body></w:document>"


def members(source: str) -> dict[str, str]:
    head, text = source.split("\n\n", 1)
    about = {name: value.strip() for name, value in (line.split(":", 1) for line in head.splitlines())}
    core = (f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f'<dc:title>{escape(about["title"])}</dc:title><dc:creator>{escape(about["author"])}</dc:creator>'
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{about["created"]}</dcterms:created></cp:coreProperties>')
    # Word keeps the outlet nowhere; "Company" is where press offices leave their name.
    app = (f'{HEAD}<Properties xmlns="{OFFICE.replace("relationships", "extended-properties")}">'
           f'<Company>{escape(about["outlet"])}</Company></Properties>')
    types = (f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>'
             f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
             f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
             '<Override PartName="/docProps/core.xml" '
             'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
             '<Override PartName="/docProps/app.xml" '
             'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>')
    roots = (f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
             f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
             f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
             'Target="docProps/core.xml"/>'
             f'<Relationship Id="rId3" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
             '</Relationships>')
    styles = (f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
              f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>')
    return {"[Content_Types].xml": types, "_rels/.rels": roots, "docProps/core.xml": core, "docProps/app.xml": app,
            "word/_rels/document.xml.rels": styles, "word/document.xml": body(text), "word/styles.xml": STYLES}


def main() -> None:
    for name, target in TARGETS.items():
        source = (ROOT / "tools" / "sample_text" / name).read_text(encoding="utf-8")
        path = ROOT / "sample_data" / target
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members(source).items():
                archive.writestr(zipfile.ZipInfo(member, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
