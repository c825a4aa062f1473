#!/usr/bin/env bash
# Rows copied in the real window, pasted into LibreOffice Writer: a table has to come out.
#
#   tests/paste-writer.sh [PROGRAM]       (default target/release/parallax)
#
# Opens two sample articles, copies the statement on the cracks with Ctrl+Shift+C, pastes it with Ctrl+V into a
# document that is open in Writer on the same screen, saves that and reads the table in it. A picture of Writer
# and the document stay in out/. Installs the Debian packages it needs when it runs as root, and ends everything
# it started.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/parallax}")
out=$PWD/out
samples=(sample_data/halden-bridge/maren-courier.txt sample_data/halden-bridge/northline.md)

# shellcheck source=tools/screen.sh
. tools/screen.sh
screen_packages xclip libreoffice-writer unzip
[ -x "$program" ] || { echo "paste-writer: $program is not there; run cargo build --release" >&2; exit 2; }
mkdir -p "$out"
fail() {
  echo "paste-writer: $1" >&2
  import -window root "$out/paste-writer-failed.png" 2>/dev/null && echo "paste-writer: see out/paste-writer-failed.png" >&2
  exit 1
}
patience=120 # Writer is slow to start

screen_start 1280x800
open_window 1280x800 "$program" "${samples[@]}" || fail "no window came"
until_true $patience still || fail "the grid never came"
clip() { timeout 10 xclip -selection clipboard -t UTF8_STRING -o 2>/dev/null || true; }
found=
for _ in $(seq 25); do
  xdotool key Down
  sleep 0.3
  xdotool key ctrl+shift+c
  sleep 0.7
  if grep -qF 'Cracks in two hangers' <<<"$(clip)"; then
    found=yes
    break
  fi
done
[ -n "$found" ] || fail "no row on the cracks reached the clipboard"

# A document of Writer's own format is saved without a question.
profile=-env:UserInstallation=file://$home/office
: >"$home/empty.txt"
soffice "$profile" --headless --convert-to odt --outdir "$home" "$home/empty.txt" >/dev/null 2>&1 || fail "Writer makes no document"
soffice "$profile" --nologo --norestore --writer "$home/empty.odt" >/dev/null 2>&1 &
screen_pids+=($!)
until_true $patience is_visible --name 'empty.odt' || fail "Writer never came"
writer=$(visible --name 'empty.odt')
xdotool windowsize "$writer" 1280 800 windowmove "$writer" 0 0 windowfocus --sync "$writer" || true
# Its caret blinks, so the screen is never still; it takes keys once the page is there.
sleep 8
xdotool key Escape
sleep 0.5
xdotool windowfocus --sync "$writer" || true
xdotool click 1
sleep 0.5
before=$(stat -c %Y.%s "$home/empty.odt")
xdotool key ctrl+v
sleep 4
import -window root "$out/paste-writer.png"
xdotool key ctrl+s
is_saved() { [ "$(stat -c %Y.%s "$home/empty.odt")" != "$before" ]; }
until_true $patience is_saved || fail "the document was not saved"
sleep 2
cp "$home/empty.odt" "$out/paste-writer.odt"
xdotool key ctrl+q
until_true 20 is_gone --name 'empty.odt' || true

unzip -p "$out/paste-writer.odt" content.xml >"$home/content.xml"
/usr/bin/python3 - "$home/content.xml" <<'PYTHON' || fail "the document holds no such table"
import sys
import xml.etree.ElementTree as tree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
tables = list(tree.parse(sys.argv[1]).iter(TABLE + "table"))
rows = [[" ".join("".join(cell.itertext()).split()) for cell in row.iter(TABLE + "table-cell")]
        for table in tables for row in table.iter(TABLE + "table-row")]
for row in rows:
    print(" | ".join(row))
cells = [cell for row in rows for cell in row]
wanted = ["Maren Courier", "Northline",
          "Cracks in two hangers were first reported in March, the Harbour Authority said.",
          "Cracks in two hangers were first reported in March, according to the authority."]
missing = [words for words in wanted if not any(words in cell for cell in cells)]
if not tables or missing or not all(len(row) >= 3 for row in rows[:2]):
    sys.exit(f"paste-writer: {len(tables)} tables, missing {missing}")
PYTHON
echo "paste-writer: a row was copied, pasted into Writer and saved there as a table; picture and document in out/"
