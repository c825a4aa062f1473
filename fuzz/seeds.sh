#!/bin/sh
# Copies the seeds of one target into its corpus: fuzz/seeds.sh TARGET FOLDER
set -eu
cd "$(dirname "$0")"
target=$1
into=$2
sample=../sample_data
case $target in
    nexis-txt) cp seeds/nexis*.txt "$into" ;;
    nexis-rtf) cp seeds/nexis*.rtf "$into" ;;
    nexis-docx) cp seeds/nexis*.docx "$into" ;;
    proquest-txt) cp seeds/proquest*.txt "$into" ;;
    factiva-html) cp seeds/factiva.html "$into" ;;
    factiva-xml) cp seeds/factiva.xml "$into" ;;
    html) cp seeds/page.html "$sample"/*/*.html "$into" ;;
    paste) cp "$sample"/*/*.txt seeds/page.html "$into" ;;
    txt | marks | words) cp "$sample"/*/*.txt "$into" ;;
    md) cp "$sample"/*/*.md "$into" ;;
    project) cp seeds/*.parallax "$into" ;;
    table | exports)
        # The first line is the rulings; two different texts follow.
        { echo 'abcdefghijkl'; cat "$sample"/lindmoor-fares/kiosk24.txt; printf '\n=\n'; cat seeds/proquest.txt; } >"$into/two.txt"
        ;;
    csv | tsv | json | jsonl) cp seeds/*."$target" "$into" ;;
    eml) cp seeds/mail.eml "$into" ;;
    *) cp seeds/*."$target" "$into" ;;
esac
