# Dialoge.

## Dialogs

dialog-paste = Artikel einfügen
dialog-path = Datei angeben
dialog-settings = Einstellungen
dialog-properties = Eigenschaften des Artikels
dialog-ledgers = Zählungen
dialog-export = Tabelle exportieren
dialog-unsaved = Arbeit speichern?
dialog-unfinished = Ohne das Getippte schließen?
dialog-reject = Warum gehört die Textstelle nicht hierher?
dialog-rename = Aussage umbenennen
dialog-trim = Textstelle kürzen oder erweitern
dialog-event = Über welches Ereignis berichtet { $name }?
dialog-join = Welches Ereignis ist dasselbe wie dieses?
dialog-session = Mit der letzten Sitzung fortfahren?
dialog-recovery = Ungespeicherte Arbeit zurückholen?
dialog-readers = Zwei Auswertungen
dialog-found = Gefundene Artikel
dialog-columns = Was steht in welcher Spalte?
action-open = Öffnen
smaller = Kleiner: { $name }
larger = Größer: { $name }
title = Titel
outlet = Medium
outlet-hint = Wer ihn veröffentlicht hat

## Keys and marks

help-keys = Tasten
help-marks = Markierungen und ihre Regeln
help-same-rule = Nach der Regel von „{ $mark }“ oben gefunden
help-details = Einzelheiten
help-details-hide = Einzelheiten verbergen
help-details-of = Einzelheiten zu „{ $mark }“
help-example-reworded = In einem Artikel steht „die Brücke ist zu“, in einem anderen „die Brücke ist gesperrt“: „gesperrt“ ist markiert
help-example-only-here = „Die Brücke ist gesperrt, sagte die Ministerin am Dienstag“, und kein anderer nennt den Tag: „am Dienstag“ ist markiert
help-example-moved = „Am Dienstag trat sie zurück“ neben „Sie trat am Dienstag zurück“: Der Tag steht anderswo
help-example-cut = „Es wird Wochen dauern, nicht Monate“ neben „Wochen, nicht Monate“: Das Kästchen steht, wo die ersten Wörter fehlen
help-example-voice = Ein Artikel druckt den Satz in Anführungszeichen, ein anderer gibt ihn in eigenen Worten wieder
help-example-cue = „Sie sagte“ im einen, „sie behauptete“ im anderen
help-example-force = „Die Brücke muss schließen“ neben „die Brücke sollte schließen“
help-example-fact = „40 Seile“ im einen, „42 Seile“ im anderen
help-example-name = „Ilse Varga“ im einen, „die Verkehrsministerin“ im anderen
help-example-place = Im zweiten Absatz des einen Artikels, im vorletzten des anderen
help-rule = Regel
help-figures = Wie oft richtig
help-fails = Wo sie versagt
figures-wording = Wortverknüpfungen im Modus „Standard“, verglichen mit denen von Menschen, als F1, bei dem 1 volle Übereinstimmung wäre (in Klammern für verschiedene Wörter): { $figures }
figures-none-judged = Folgt aus dem, was andere Regeln fanden; die Markierungen wurden nicht einzeln beurteilt
figures-judged = In echten Nachrichten von Hand gelesen: { $right } von { $all } richtig, { $arguable } strittig, { $wrong } falsch. An denselben Nachrichten wurden Regeln verbessert; anderswo ist weniger zu erwarten
figures-too-few = In den von Hand gelesenen Nachrichten standen zu wenige, daher gibt es keine Zahl

## Trimming

trim-shown = Textstelle: { $words }
trim-start-earlier = Anfang ein Wort früher
trim-start-later = Anfang ein Wort später
trim-end-earlier = Ende ein Wort früher
trim-end-later = Ende ein Wort später
trim-hint = ← → verschieben das Ende, Umschalt ← → den Anfang
trim-hint-several = ← → verschieben das Ende, Umschalt ← → den Anfang, ↑ ↓ wählen die Textstelle
trim-use = Diese Textstelle verwenden

## Settings: look and start

language-of-desktop = Wie der Desktop
settings-look = Aussehen und Start
settings-names = Namen und Begriffe
settings-reset = Standardwerte wiederherstellen
settings-colours = Farben und Größe
settings-theme = Farbschema
theme-as-system = Wie das System
theme-is-light = Hell
theme-is-dark = Dunkel
palette-told-apart = Bei Farbenblindheit unterscheidbare Farben
palette-one-colour = Eine Farbe, nur Formen
settings-zoom = Zoom
settings-zoom-named = Zoom
settings-mark-colours = Farben
settings-class-mode = Unterrichtsmodus
class-mode-off = Nichts verbergen
class-mode-outlets = Medien
class-mode-both = Beides
class-mode-until = bis R sie zeigt
class-mode-revealed = vorerst gezeigt; R verbirgt sie wieder
settings-source = Wortlaut der Quellen
settings-text-size = Schriftgröße
settings-text-size-named = Schriftgröße
settings-line-height = Zeilenhöhe
settings-line-height-named = Zeilenhöhe
settings-window = Fenster
settings-language = Sprache
settings-language-named = Sprache der Oberfläche
reduce-motion = Nichts bewegt sich von selbst
    .tooltip = Kein Überblenden, kein Gleiten von Listen
offer-session = Beim Start die letzte Sitzung anbieten
    .tooltip = Die Projekte und Artikel, die beim Schließen des Fensters offen waren
sample-text = Die Hafenbehörde hat die Brücke am Dienstag gesperrt. Sie wird wieder freigegeben, wenn die Ingenieure es sagen.
sample-hint = In Zellen; ganze Artikel sind einen Punkt größer

## Settings: comparing

settings-comparing = Vergleich
settings-precision = Wie genau Textstellen gelesen werden
settings-reading = Lesen
precision-standard = Standard
precision-accurate = Genau
precision-hint = Genau: Ein Sprachmodell auf diesem Rechner liest jedes Wort in seinem Satz. Es findet mehr Umformulierungen und braucht etwa eine Sekunde für hundert Sätze. Nichts verlässt den Rechner.
model-on = Das Sprachmodell ist da; Tabellen werden damit erstellt
model-look-again = Noch einmal suchen

## Settings: marks, verbs and names

settings-marks-hint = Ausgeschaltetes wird weder gezeichnet noch kopiert; die Legende hat dieselben Schalter, außer für „Wiedergabe“ und „Anders platziert“
verbs-hint = Verben, mit denen Medien Rede wiedergeben, neben den eingebauten. Ein eingebautes Verb erhält die eigene Klasse.
verb-named = Redeverb { $number }
verb-class = Klasse des Verbs { $number }
verb-remove = Verb { $number } entfernen
verb-add = Verb hinzufügen
names-hint = Namen einer Person, einer Gruppe, eines Ortes oder einer Sache, durch Kommas getrennt. Die Markierung „Name weicht ab“ hält sie auseinander.
names-named = Namen { $number }
names-remove = Namen { $number } entfernen
names-add = Namen hinzufügen

## Articles found in files

found-in = { $place }: { $articles }, davon { $found } gefunden
files-counted = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien
}
found-data-set = { $name } ist eine Datentabelle; die Spalten wurden nach ihrem Namen oder einer früheren Angabe zugeordnet
found-columns = Spalten…
found-columns-named = Spalten von { $name }
found-search = Nach Titel, Medium oder Datum suchen
found-search-named = In gefundenen Artikeln suchen
found-all = Alle
found-none = Keine
found-all-shown = Alle angezeigten
found-none-shown = Keine angezeigten
found-choose-all = Alle auswählen
found-choose-none = Keine auswählen
found-no-duplicates = Ohne Dubletten
found-chosen = { $number } von { $all } ausgewählt
found-open = { $count ->
    [one] { $count } Artikel öffnen
   *[other] { $count } Artikel öffnen
}
found-nothing = Kein gefundener Artikel enthält diese Wörter
found-is-open = { $twin } (geöffnet)
columns-held = { $columns ->
    [one] { $file } enthält { $records } mit einer Spalte.
   *[other] { $file } enthält { $records } mit je { $columns } Spalten.
}
records-counted = { $count ->
    [one] { $count } Datensatz
   *[other] { $count } Datensätze
}
columns-no-text = Angeben, in welcher Spalte der Text der Artikel steht
columns-none = keine
columns-of = Spalte für { $field }
columns-hint = Dateien mit denselben Spalten werden von nun an so gelesen
columns-read = Mit diesen Spalten lesen

## Work that is not saved

unsaved-closing = Seit dem letzten Speichern gibt es Änderungen. Ohne Speichern gehen sie beim Schließen verloren.
unsaved-going-on = Seit dem letzten Speichern gibt es Änderungen. Ohne Speichern gehen sie beim Fortfahren verloren.
unsaved-discard = Nicht speichern
unfinished-closing = Was in den Dialog getippt wurde, gehört noch nicht zum Projekt. Beim Schließen des Fensters geht es verloren.
unfinished-back = Zurück
unfinished-close = Fenster schließen
recovery = Parallax wurde geschlossen, bevor diese Arbeit gespeichert war.
recovery-ago-now = gerade eben
recovery-ago-minutes = { $count ->
    [one] vor 1 Minute
   *[other] vor { $count } Minuten
}
recovery-ago-hours = { $count ->
    [one] vor 1 Stunde
   *[other] vor { $count } Stunden
}
recovery-ago-days = { $count ->
    [one] vor 1 Tag
   *[other] vor { $count } Tagen
}
recovery-bring-back = Zurückholen
recovery-delete = Löschen
recovery-delete-sure = Endgültig löschen
recovery-delete-ask = Danach lässt es sich nicht mehr wiederherstellen
recovery-keep = Behalten
recovered = Die ungespeicherte Arbeit ist wieder da; speichern, um sie zu behalten
recovery-later = Später
session-project = Beim Beenden war das Projekt { $name } geöffnet.
session-articles = { $count ->
    [one] Beim Beenden war { $count } Artikel ohne Projektdatei geöffnet.
   *[other] Beim Beenden waren { $count } Artikel ohne Projektdatei geöffnet.
}
session-more = { $names } und { $count } weitere
session-go-on = Fortfahren
session-anew = Neu beginnen

## Paths and pasting

paths-no-picker = Dieser Desktop bietet keinen Dateidialog. Die Pfade der Artikeldateien eingeben, einen je Zeile.
paths-named = Pfade der Artikeldateien
paths-hint = /home/ich/artikel.html
path-no-picker = Dieser Desktop bietet keinen Dateidialog. Den Pfad der Datei eingeben.
path-named = Pfad der Datei
path-hint = /home/ich/vergleich.parallax
date-unread = Kein lesbares Datum. Schreiben Sie es wie 2026-10-13 oder 13. Oktober 2026
language-unread = Kein Kürzel einer Sprache. Schreiben Sie zwei Buchstaben, etwa en, de oder fr
paste-date = Datum
paste-article = Artikel
paste-page = Die Zwischenablage enthält eine Webseite ohne reinen Text. Sie wird beim Hinzufügen gelesen.
paste-hint = Überschrift und Text hier einfügen
paste-rich = Überschrift, Absätze und Listen werden aus der kopierten Webseite übernommen
paste-beginning = Der Text ist lang: gezeigt wird sein Anfang, hinzugefügt wird alles
paste-add = Artikel hinzufügen
paste-name = Eingefügter Artikel

## Properties of an article

title-hint = Die Überschrift
byline = Autorenzeile
byline-hint = Wer ihn geschrieben hat
address = Adresse
article-language = Sprache
article-language-hint = Zwei Buchstaben, etwa en
guessed = aus dem Text erschlossen
encoding = Zeichenkodierung
encoding-hint = Die Datei wird neu gelesen; Entscheidungen bleiben, wo ihre Wörter bleiben
original-hint = Ein Wortprotokoll oder Ähnliches: die Basis, mit der jedes Medium verglichen wird
properties-keep = Speichern

## Renaming and exporting

rename-hint = Leer für die Wörter der Quelle
rename-do = Umbenennen
export-this-event = Dieses Ereignis
export-all-events = Alle { $count } Ereignisse
export-hint = Die Tabelle, wie sie gezeigt wird: Ausgeblendete Spalten und Filter sind in der Datei genannt, nur in CSV, TSV und RIS nicht
export-readers = Zum Lesen
export-tables = Für Tabellenprogramme
export-research = Für Forschungsprogramme
format-html = HTML-Bericht
    .tooltip = Aussagen nebeneinander, für jeden Browser
format-docx = Word-Dokument (DOCX)
    .tooltip = Dasselbe, zum Bearbeiten in der Textverarbeitung
format-xlsx = Arbeitsmappe (XLSX)
    .tooltip = Aussagen, Textstellen und Artikel als Tabellenblätter
format-csv = CSV, eine Zeile je Textstelle
    .tooltip = Jede Textstelle mit Artikel, Ort und Redeform
format-csv-statements = CSV, Aussagen × Artikel
    .tooltip = Eine Zeile je Aussage, eine Spalte je Artikel
format-tsv = TSV, Aussagen × Artikel
    .tooltip = Dasselbe, mit Tabulatoren zwischen den Spalten
format-markdown = Markdown
    .tooltip = Ein Abschnitt je Aussage, für Notizen und Wikis
format-text = Nur Text
    .tooltip = Ein Block je Aussage
format-json = JSON
    .tooltip = Die ganze Tabelle mit Stellen und Unterschieden, für Programme
format-qdpx = REFI-QDA-Projekt (QDPX)
    .tooltip = Artikel mit codierten Textstellen, für NVivo, MAXQDA oder ATLAS.ti
format-qdc = REFI-QDA-Codebuch (QDC)
    .tooltip = Nur die Codes, für dieselben Programme
format-ris = Quellen als RIS
    .tooltip = Die Artikel, für Zotero und andere Literaturverwaltungen
field-text = Text

## About

about-what = Legt die Artikel mehrerer Medien über ein Ereignis Aussage für Aussage nebeneinander. Es markiert den Wortlaut; es bewertet niemanden.
about-privacy = Artikel bleiben auf diesem Rechner; Parallax enthält keinen Netzwerkcode.
about-licences = Lizenzen
about-licence = Freie Software unter der MIT-Lizenz oder der Apache-Lizenz 2.0, nach Wahl.
licence-mit = Parallax: MIT-Lizenz
licence-apache = Parallax: Apache-Lizenz 2.0
licence-inter = Inter: SIL Open Font License 1.1
licence-serif = Source Serif 4: SIL Open Font License 1.1
licence-vectors = Wortvektoren: Apache-Lizenz 2.0 und WordNet-Lizenz
about-vectors = Statische Wortvektoren, abgeleitet von all-MiniLM-L6-v2 von sentence-transformers (Apache-2.0) und den Beziehungen in WordNet 3.0 (Copyright 2006 Princeton University), verändert: zwei Vektoren je Eintrag, verkleinert, zueinander gezogen und quantisiert.
libraries-counted = { $count ->
    [one] { $count } Bibliothek
   *[other] { $count } Bibliotheken
}
about-libraries = Die vollständigen Texte liegen jedem Paket von Parallax bei, in third-party-licences.txt

## Ledgers

ledger-verbs = Redeverben
    .tooltip = Wie oft jedes Medium mit einem Verb Rede wiedergibt, geordnet danach, was das Verb über die Rede sagt; über jeder Gruppe steht ihre Bedeutung
ledger-speakers = Sprecher
    .tooltip = Wie viele Aussagen jedes Sprechers ein Medium zitiert, teilweise zitiert oder sinngemäß wiedergibt, und wie viele Wörter in Anführungszeichen stehen
ledger-labels = Namen und Bezeichnungen
    .tooltip = Wie jedes Medium eine Person oder Sache nennt, die in diesem Ereignis mehrere Namen hat, außerhalb von Anführungszeichen
ledger-counting = Wird gezählt…
ledger-nothing = Nichts dieser Art wurde in dem Ereignis gefunden. Redeverben, Sprecher und ihre Namen werden nur in englischen Artikeln gelesen.
ledger-copy = Als Tabelle kopieren
ledger-choose = Eine Zahl auswählen, um die Stellen dahinter zu sehen
ledger-places = { $count ->
    [one] { $name }, { $count } Stelle
   *[other] { $name }, { $count } Stellen
}
ledger-go = Gehe zu „{ $words }“
ledger-spoken = { $words }, { $quoted } zitiert, { $partly } teilweise zitiert, { $paraphrased } sinngemäß
ledger-times = { $number ->
    [one] einmal
   *[other] { $number }-mal
}
ledger-class = Klasse
ledger-verb = Verb
ledger-speaker = Sprecher
ledger-person = Person oder Sache
ledger-called = Genannt
quoted-words = { $count ->
    [one] { $count } zitiertes Wort
   *[other] { $count } zitierte Wörter
}

## Two readers

readers-linked-mine = Nur selbst verknüpft
readers-linked-theirs = Nur von der anderen Person verknüpft
readers-linked-otherwise = Von beiden verschieden verknüpft
readers-pair-mine = eigenes Projekt: { $a } mit { $b }
readers-pair-theirs = anderes Projekt: { $a } mit { $b }
readers-tagged-mine = Schlagwort „{ $tag }“ nur selbst vergeben
readers-tagged-theirs = Schlagwort „{ $tag }“ nur von der anderen Person vergeben
readers-notes = Notizen weichen ab
readers-note-mine = eigenes Projekt: { $note }
readers-note-theirs = anderes Projekt: { $note }
readers-no-note = keine Notiz
readers-nothing-shared = Die beiden Projekte haben keinen Artikel gemeinsam: { $path }
readers-both = Beide
    .tooltip = Wie oft beide Ja sagen
readers-only-mine = Nur selbst
    .tooltip = Wie oft nur das eigene Projekt Ja sagt
readers-only-theirs = Nur andere
    .tooltip = Wie oft nur das andere Projekt Ja sagt
readers-precision = Precision
    .tooltip = Anteil der Angaben im anderen Projekt, die auch im eigenen stehen
readers-recall = Recall
    .tooltip = Anteil der eigenen Angaben, die auch im anderen Projekt stehen
readers-f1 = F1
    .tooltip = Harmonisches Mittel der beiden; gleich, wer zuerst gefragt wird
readers-alpha = Alpha
    .tooltip = Krippendorffs Alpha: 1 ist völlige Übereinstimmung, 0 ist Zufall
readers-reading = { $file } wird gelesen und mit dem eigenen Projekt verglichen…
readers-beside = { $count ->
    [one] Das eigene Projekt neben { $file }: { $count } Artikel in beiden
   *[other] Das eigene Projekt neben { $file }: { $count } Artikel in beiden
}
readers-left-out = Ausgelassen: { $mine } nur im eigenen, { $theirs } nur im anderen
disagreements-counted = { $count ->
    [one] { $count } Abweichung
   *[other] { $count } Abweichungen
}
readers-agree = Beide sagen zu jeder Textstelle dasselbe
readers-choice-hint = Jede Wahl ändert das eigene Projekt in einem Schritt, der sich zurücknehmen lässt; die andere Datei bleibt unberührt
readers-save = Vereintes Projekt speichern unter…
readers-another = Anderes Projekt…
readers-tag = Schlagwort „{ $tag }“
readers-links = Verknüpfungen von Textstellen
readers-program = Gezählt werden die Verknüpfungen jedes Projekts, auch die des Programms, die niemand von Ihnen berührt hat
readers-all-tags = Alle Schlagwörter
readers-taken = { $choice } übernommen
readers-choice-named = { $choice }, Abweichung { $number }
readers-go = Zu Abweichung { $number } gehen
readers-more = und { $count } weitere Paare
choice-mine = Eigene
choice-theirs = Andere
choice-both = Beide
readers-comparing = Vergleich
readers-compared = Vergleich, { $percent } %
readers-stopped = Der Vergleich wurde abgebrochen; das eigene Projekt ist unverändert
readers-broke = Der Vergleich brach ab; das eigene Projekt ist unverändert: { $path }

## File dialogs

pick-articles = Artikel öffnen
pick-project = Projekt öffnen
pick-tags = Schlagwortliste importieren
files-articles = Artikel
files-all = Alle Dateien
files-projects = Parallax-Projekte
files-tags = Schlagwortlisten
files-any = Dateien
