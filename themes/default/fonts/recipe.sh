#!/usr/bin/env bash
# Makes the theme's two fonts anew: Noto Sans SC, cut down to the 8105 characters of 通用规范汉字表 (2013), the signs of
# GB 2312 and those of European languages, without hints and layout tables, since a sheet is set by advances alone.
#
# Needs npm, Python with venv, and Debian's package unicode-data (Unihan knows which characters are in the table, as kTGH).
# The same versions give the same bytes.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
unihan="${1:-/usr/share/unicode/Unihan_OtherMappings.txt.bz2}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
tar xzf ./*.tgz
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check fonttools==4.68.0

python/bin/python - "$unihan" >characters.txt <<'PYTHON'
import bz2
import sys

table = set()
for line in bz2.open(sys.argv[1], "rt", encoding="utf-8"):
    if "\tkTGH\t" in line and not line.startswith("#"):
        table.add(int(line.split("\t")[0][2:], 16))
assert len(table) == 8105, f"{len(table)} characters instead of 8105"
signs = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180))
for row in range(0xA1, 0xAA):
    for cell in range(0xA1, 0xFF):
        try:
            signs.add(ord(bytes([row, cell]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
signs |= set(range(0x2010, 0x2028)) | set(range(0x2190, 0x219A)) | set(range(0x2460, 0x2474)) | set(range(0x3000, 0x3020))
signs |= {ord(c) for c in "€·•☎☏✂✓✔☐☑★☆◇◆□■○●△▲▽▼℃％‰〇"} | set(range(0xFF01, 0xFF5F))
for character in sorted(table | signs):
    print(f"U+{character:04X}")
PYTHON

for weight in 400Regular 700Bold; do
  name="NotoSansSC-${weight:3}.ttf"
  python/bin/pyftsubset "package/$weight/NotoSansSC_$weight.ttf" --unicodes-file=characters.txt --output-file="$here/$name" \
    --no-hinting --layout-features='' --drop-tables+=vhea,vmtx,BASE,GDEF,GPOS,GSUB,STAT --name-IDs=0,1,2,3,4,5,6,13,14 --notdef-outline
done
cp package/LICENSE_FONT "$here/OFL.txt"
ls -l "$here"
