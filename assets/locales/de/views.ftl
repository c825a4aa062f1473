# Ansichten und die Bereiche um sie herum.

## Lists and counts

list-and = { $first } und { $last }
list-more = { $first } und { $count } weitere
words = { $count ->
    [one] { $count } Wort
   *[other] { $count } Wörter
}
articles-counted = { $count ->
    [one] { $count } Artikel
   *[other] { $count } Artikel
}
read-closely = genau gelesen
too-long-for-model = zu lang, um genau gelesen zu werden
statements-counted = { $count ->
    [one] { $count } Aussage
   *[other] { $count } Aussagen
}
lines-hidden = { $count ->
    [one] { $count } Zeile ausgeblendet
   *[other] { $count } Zeilen ausgeblendet
}
number-of = { $number } von { $all }
in-articles = in { $number } von { $all } Artikeln
statement-number = Aussage { $number }
statement-titled = Aussage { $number }: { $title }
event-number = Ereignis { $number }
event-titled = Ereignis { $number }: { $title }
event-own = Ein eigenes Ereignis
only-one-outlet = nur in einem Medium
base = Basis
cancel = Abbrechen
close = Schließen

## Top bar and menus

menu = Menü
menu-view = Ansicht
menu-look = Farben und Größe
menu-tools = Werkzeuge
menu-help = Hilfe
articles = Artikel
unsaved = ungespeichert
read-only-tag = nur zum Lesen
view-named = Ansicht { $view }
export-short = Exportieren
copy-short = Kopieren
copy-menu = Kopiermenü
copy-with-marks = Mit Markierungen der Unterschiede
find-in-all = In Artikeln suchen
recent = Zuletzt verwendet
undo-named = Rückgängig: { $name }
redo-named = Wiederholen: { $name }

## Views, filters and orders

filter-all = Alle
    .tooltip = Alle Aussagen des Ereignisses
filter-differences = Unterschiede
    .tooltip = Aussagen, die die Medien verschieden formulieren
filter-cut = Zitat verändert
    .tooltip = Aussagen, die dieselben Worte zitieren, aber in den Anführungszeichen etwas weglassen oder ändern
filter-only-one = Nur ein Medium
    .tooltip = Aussagen, die in keinem anderen Artikel gefunden wurden
filter-needs-look = Zu prüfen
    .tooltip = Aussagen, deren Textstellen vielleicht nicht zusammengehören oder deren Zahlen, Daten oder Orte sich widersprechen
filter-quoted = Zitiert
    .tooltip = Aussagen, die mindestens ein Artikel ganz als Zitat wiedergibt
filter-numbers = Zahlen weichen ab
    .tooltip = Aussagen, deren Zahlen, Daten oder Orte sich widersprechen: in den Quellen prüfen
sort-base = Folge der Basis
sort-coverage = Abdeckung
sort-difference = Größter Unterschied
sort-needs-look = Zu Prüfendes zuerst
density-full = Volltext
density-differences = Unterschiede
density-swaps = Nur Ersetzungen
no-swaps = keine Ersetzungen
density = Text in den Zellen
order-of-rows = Reihenfolge der Zeilen
filter = Filter
filters-more = Weitere Filter: { $names }
filter-menu = Filtermenü
filter-speaker = Sprecher: { $name }
filter-tag = Schlagwort: { $name }
filter-let-go = Wieder alle zeigen
event-of = Ereignis { $number } von { $all }
alone = Bisher ein Artikel, mit Zitaten und Redeverben: einen zweiten zum Vergleichen hinzufügen
alone-in-event = Kein anderer offener Artikel berichtet von diesem Ereignis: einen zweiten zum Vergleichen hinzufügen
nothing-passes = Keine Aussage entspricht diesem Filter
nothing-found = Nichts gefunden für „{ $words }“
nothing-found-here = Keine Aussage dieses Ereignisses enthält „{ $words }“; F3 geht dorthin, wo es steht
nothing-yet = Die Artikel werden gelesen und verglichen. Gefundenes erscheint hier.
no-statements = Noch keine Aussagen

## Voices

quoted = zitiert
partly-quoted = teilweise zitiert
partly = teilweise
paraphrased = sinngemäß
not-found = nicht gefunden

## Marks and legend

marks = Markierungen
legend-title = Legende
legend-fold = Legende einklappen
legend-unfold = Legende ausklappen
plain-is-shared = unmarkiert = gleich; Basis nie getönt
mark-reworded = Anders formuliert
mark-only-here = Nur hier
mark-moved = An anderer Stelle
mark-cut = Zitat verändert
mark-voice = Wiedergabe
mark-cue = Redeverb
mark-force = Nachdruck
mark-fact = Zahl weicht ab
mark-name = Name weicht ab
mark-place = Anders platziert
sample-reworded = anders formuliert
sample-only-here = nur hier
sample-moved = an anderer Stelle
sample-cue = SAGTE
sample-force = kann
legend-cut = Zitat verändert
legend-cue = Redeverb
legend-force = Nachdruck
legend-fact = Zahl weicht ab
legend-name = Name weicht ab
mark-switch = Markierung { $mark }
strip-meaning = Der Artikel von der Überschrift bis zum Ende: ein Strich, wo jede gelistete Aussage steht
elsewhere-meaning = Was dieser Artikel dazu sagt, steht bei Aussage { $number }
not-found-meaning = Keine Textstelle dieses Artikels wurde der Aussage zugeordnet
meaning-quoted = Alles, was sie wiedergibt, steht in Anführungszeichen
meaning-partly = Einige ihrer Wörter stehen in Anführungszeichen
meaning-paraphrased = In den eigenen Worten des Mediums, ohne Anführungszeichen
meaning-verb = Das Redeverb: wie das Medium sagt, dass es gesagt wurde
meaning-paragraph = Wo die Textstelle im Artikel steht
meaning-not-found = Nicht gefunden
meaning-pinned = Fixiert: Die Zeile behält diese Textstellen, was immer sich sonst ändert
dots-in = Berichtet in { $names }
dots-not-in = Nicht gefunden in { $names }
meaning-reworded = Andere Wörter für das, was eine andere Fassung hier sagt
meaning-only-here = Wörter ohne Gegenstück in den anderen Fassungen der Zeile und in anderen Zeilen, in denen die Textstelle steht
meaning-moved = Dieselben Wörter stehen in der verglichenen Fassung an anderer Stelle
meaning-cut = Dasselbe Zitat mit anderen Wörtern oder anderem Umfang innerhalb der Anführungszeichen
meaning-voice = Zitiert, teilweise zitiert oder sinngemäß wiedergegeben
meaning-cue = Die Redeverben gehören zu verschiedenen Klassen, etwa sagte und behauptete
meaning-force = Ein Modalverb, eine Abschwächung oder ein Grad ist verschieden, etwa muss und sollte
meaning-fact = Werte derselben Art an derselben Stelle weichen voneinander ab: Quellen prüfen
meaning-name = Eine Person, eine Gruppe oder ein Ort unter verschiedenen Namen
meaning-place = Steht um ein Drittel des Artikels oder mehr weiter oben oder unten als anderswo
legend-kept = von keinem … allen
    .tooltip = Wörter der Originalaussage oder des vollständigsten Zitats: je dunkler der Grund, desto mehr Medien haben sie übernommen

## Status line

principle-brief = Durch Regeln gefunden, kein Urteil
principle = Markierungen zeigen Unterschiede im Wortlaut, gefunden durch Regeln und ein kleines Wortmodell. Sie sagen nicht, wer recht hat oder warum.
cancel-work = Die laufende Arbeit abbrechen
updating = Wird aktualisiert…
out-of-date = Nicht aktuell
halted = Der Vergleich wurde abgebrochen: Die Tabelle zeigt nicht, was zuletzt geändert wurde
compare = Vergleichen
    .tooltip = Die Artikel mit allen Änderungen neu vergleichen
no-articles = Noch keine Artikel
statements-match = { $count ->
    [one] { $count } von { $all } enthält „{ $words }“
   *[other] { $count } von { $all } enthalten „{ $words }“
}
statements-listed = { $count ->
    [one] { $count } gezeigten Aussage
   *[other] { $count } gezeigten Aussagen
}
search-from-first = Suche beim ersten Treffer fortgesetzt
search-from-last = Suche beim letzten Treffer fortgesetzt
statements-in-all = { $count } insgesamt
need-look = { $count ->
    [one] { $count } zu prüfen
   *[other] { $count } zu prüfen
}
only-one-counted = { $count } nur in einem Medium
selected-counted = { $count } ausgewählt

## Strip and banner

linking = Textstelle aus { $name } verknüpfen: Gegenstück in einem anderen Artikel anklicken oder auswählen und L drücken
changed-elsewhere = { $count ->
    [one] { $count } Änderung anderswo
   *[other] { $count } Änderungen anderswo
}
changes-close = Liste der Änderungen schließen
changes-hide = Ausblenden
changes-show = Zeigen
changes-hide-named = Geändertes ausblenden
changes-show-named = Geändertes zeigen
go-there = Dorthin gehen
changed-on-disk = { $names }: auf dem Datenträger geändert
banner-close = Meldung schließen
    .tooltip = Die Artikel bleiben, wie sie jetzt sind
reload = Neu laden
    .tooltip = Die Datei neu lesen; Entscheidungen und Notizen bleiben, wo ihre Wörter bleiben
reload-named = Geänderte Artikel neu laden
dropped = entfallen
dropped-named = Entfallen: { $words }
banner-reloading = { $names }: wird neu gelesen…

## Empty window

empty-title = Ein Ereignis, mehrere Darstellungen
empty-lead = Zwei oder mehr Artikel über dasselbe Ereignis öffnen. Parallax stellt Aussage für Aussage nebeneinander, was sie berichten, und markiert, wie jedes Medium es formuliert hat.
empty-redo = Rückgängig hat alles aus diesem Vergleich genommen; Wiederholen bringt es zurück
to-begin = Zum Beginnen: { $command }
drop-files = oder Dateien irgendwo in dieses Fenster ziehen
formats = txt, md, html, mhtml, docx, odt, rtf, epub, pdf, eml, csv, json, Ordner · Dateien bleiben auf diesem Rechner
open-project-named = Projekt { $name } öffnen
how-to-read = So sind die Markierungen zu lesen
example-shared = die Brücke ist gesperrt
example-reworded = der Sicherheit wegen
example-only-here = und nannte kein Datum
example-cut-begins = „reine Vorsicht
example-cut-ends = “
meaning-brief-shared = gleich
meaning-brief-reworded = anders formuliert
meaning-brief-only-here = nur hier
meaning-brief-cut = Zitat verändert

## List of articles

add-articles = Artikel hinzufügen
join-with-event = Mit Ereignis { $number } zusammenführen: { $title }
article-named = Artikel { $sigil }, { $name }
name-outlet = Medium nennen…
name-outlet-of = Das Medium von { $name } nennen
spoken-hidden = ausgeblendet
make-base-named = { $name } zur Basis machen
show-column-named = Spalte { $name } zeigen
hide-column-named = Spalte { $name } ausblenden

## Where a passage stands

place-headline = Überschrift
place-subheading = Zwischentitel
place-caption = Bildunterschrift
place-paragraph = Absatz { $number }
place-paragraph-of = Absatz { $number } von { $all }
place-of = { $place } von { $all }
place-head = Überschr.
place-deck = Zw.-Titel
role-dateline = Ortsmarke
role-byline = Autorenzeile
role-text = Text
role-list = Liste
role-quotation = Zitat
role-clutter = Beiwerk

## Grid

fold = Einklappen
unfold = Ausklappen
fold-statement = Aussage { $number } einklappen
unfold-statement = Aussage { $number } ausklappen
same-words = gleicher Wortlaut in { $number } von { $all }
tag-cut = Zitat verändert
tag-voice = Wiedergabe
tag-force = Nachdruck
tag-fact = Zahl prüfen
tag-name = Name
tag-place = anders platziert
tag-verb = Verb
spoken-passage = Textstelle { $number } von { $all } ausgewählt
spoken-linking = wartet auf ihr Gegenstück
spoken-pinned = fixiert
spoken-possible = möglich, zu prüfen
drag-passage = { $name }, Aussage { $number }: auf einer Zeile ablegen verknüpft, zwischen Zeilen ergibt eine neue Zeile, im Leeren trennt ab
drag-row = Aussage { $number }: zum Zusammenführen auf einer Zeile ablegen
column-named = { $name }, Spalte { $sigil }
make-base-hint = Die anderen Artikel mit diesem vergleichen  ·  B
make-base-short = Zur Basis machen
move-left = Nach links verschieben
move-right = Nach rechts verschieben
show-column = Spalte zeigen
hide-column = Spalte ausblenden
original-on = Originalaussage
original-off = Keine Originalaussage
move-to-event-menu = Zu Ereignis verschieben
properties = Eigenschaften…
kept-by-none = von keinem der { $all } übernommen
kept-by-all = von allen { $all } übernommen
kept-by = von { $number } der { $all } übernommen
not-found-in = nicht gefunden in { $name }
elsewhere = siehe Aussage { $number }
elsewhere-in = { $name }: siehe Aussage { $number }
cell-more = { $count ->
    [one] { $count } weitere Textstelle
   *[other] { $count } weitere Textstellen
}
cell-before = { $before ->
    [one] { $before } Textstelle davor
   *[other] { $before } Textstellen davor
}
cell-around = { $before ->
    [one] { $before } Textstelle davor
   *[other] { $before } Textstellen davor
}, { $after } danach
cell-fewer = weniger Textstellen
cell-fold-named = { $words }, { $name }, Aussage { $number }
columns-before = ← { $count } weitere
columns-more = { $count } weitere →
nearest-passage = nächstliegende Textstelle…
nearest-named = Nächstliegende Textstelle in { $name } zu Aussage { $number }
cell-not-found = { $name }, Aussage { $number }: nicht gefunden
cell-elsewhere = { $name }, Aussage { $number }: hier nicht gefunden; siehe Aussage { $other }

## Reading view

bring-paragraph-back = Diesen Absatz zurückholen
set-paragraph-aside = Diesen Absatz aussondern
statement-in = Aussage { $number } in { $name }
lines-counted = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
lines-because = { $count ->
    [one] { $count } Zeile: { $reason }
   *[other] { $count } Zeilen: { $reason }
}
lines-hidden-because = { $count ->
    [one] { $count } Zeile ausgeblendet: { $reason }
   *[other] { $count } Zeilen ausgeblendet: { $reason }
}
fold-hide = ausblenden
fold-show = zeigen
articles-of = { $number } von { $all } Artikeln
as-many-as-fit = So viele, wie Platz haben
only-here = nur hier
position-in = Position in { $name }
fold-bring-back = zurückholen
    .tooltip = Diese Zeilen gehören zum Artikel

## Coverage

statement = Aussage
coverage-in = in
lead = Vorspann
coverage-row = Aussage { $number }: { $title }, in { $readings } von { $all } Artikeln
coverage-cell = { $name }, Aussage { $number }, { $voice }, { $place }
statements-found = Gefundene Aussagen
left-the-list = Aussage { $number } steht nicht mehr in dieser Liste
order-hide = Erzählfolge ausblenden
order-of-telling = Erzählfolge
order-explained = Oben am Balken steht die Überschrift, unten der letzte Absatz
order-named = Erzählfolge: wo jeder Artikel jede Aussage hat
selected-statement = ausgewählte Aussage
same-statement = dieselbe Aussage

## Inspector

inspector = Details
inspector-close = Details schließen
inspector-empty = Eine Aussage auswählen, um zu sehen, warum ihre Textstellen eine Zeile bilden und wie sie sich unterscheiden
pin-short = Fixieren
unpin-short = Lösen
copy-row = Kopieren
reject-short = Ablehnen…
certainty-exact = genau
certainty-rule = nach Regel zugeordnet
certainty-possible = möglich
possible-tells-less = Weniger Arten von Markierungen, bis fixiert
    .tooltip = Was vielleicht nicht zusammengehört, wird weniger verglichen: die Wiedergabe gar nicht; Redeverben, Nachdruck, Namen und Zahlen nur, wo das sicherer ist. Gehört es zusammen, die Aussage fixieren: dann wird alles verglichen.
why-one-row = Warum dies eine Zeile ist
differences = Unterschiede
difference-named = Unterschied { $number }: { $words }
voice-in = { $voice } in { $sigils }
position = Position
note = Notiz
note-hint = Eine Notiz zu dieser Aussage
because-speaker = Sprecher
because-speaker-all = { $name } in allen { $number }
because-speaker-some = { $name } in { $number }
because-counted = { $words } (in { $number })
because-words = Wörter
because-names = Namen
because-numbers = Zahlen
because-verbatim = wörtlich
because-verbatim-words = { $count } Wörter in Folge
because-you = Sie
because-ruling = von Hand verknüpft
parted-by-hand = von Hand abgetrennt
moved-here-by-hand = eine Textstelle von Hand hierher verschoben
moved-away-by-hand = eine Textstelle von Hand wegverschoben
because-place = Stelle
because-headlines = Überschriften oder Vorspann zum selben Ereignis
words-left-out = weggelassen: { $words }
swaps = Ersetzungen
swap-named = Ersetzung: { $words }
swap-by-model = Ersetzung laut Wortmodell: { $words }
swaps-more = und { $count } weitere in den Zellen
variants = Fassungen dieser Wörter
variant-in = Fassung in { $name }: { $words }
variants-without = nichts dafür in { $names }
nearest-in = Nächstliegende Textstelle in { $name }
nearest-none = Keine Textstelle dieses Artikels hat ein bezeichnendes Wort mit der Aussage gemeinsam
not-taken-in-row = nicht gewählt: Sie steht in Aussage { $number }
not-taken-speaker = nicht gewählt: Hier spricht { $there }, dort { $here }
not-taken-because = nicht gewählt: { $reason }
not-taken-parted = nicht gewählt: von Ihnen von dieser Aussage abgetrennt
not-taken-few-words = nicht gewählt: zu wenige gemeinsame Wörter
in-common = gemeinsam: { $words }
link-nearest = Mit dieser Aussage verknüpfen
link-nearest-named = Nächstliegende Textstelle von { $name } verknüpfen
kept-title = Von den anderen übernommen
kept-counts = { $words }: { $number } bei { $all ->
    [2] beiden
   *[other] allen { $all }
}, { $none } bei keinem
decisions = Eigene Entscheidungen
take-back = zurücknehmen
take-back-named = Zurücknehmen: { $words }
take-back-hint = Was danach geschah, bleibt; { $undo }
kept-by-other = { $words }: { $number } beim anderen

## What differs

note-starts-later = Zitat setzt später ein
note-ends-earlier = Zitat endet früher
note-words-left = { $count ->
    [1] Vom Zitat bleibt ein Wort
    [2] Vom Zitat bleiben zwei Wörter
    [3] Vom Zitat bleiben drei Wörter
   *[other] Vom Zitat bleiben { $count } Wörter
}
note-omission = Wörter ausgelassen und die Auslassung gekennzeichnet
note-pieces = In Teilen zitiert, ohne die Wörter dazwischen
note-fewer-words = Weniger Wörter innerhalb der Anführungszeichen
note-other-words = Andere Wörter innerhalb der Anführungszeichen
note-voices = Hier { $here }, anderswo { $elsewhere }
note-verbs = Redeverb: hier „{ $here }“, anderswo „{ $elsewhere }“
note-words = Hier „{ $here }“, anderswo „{ $elsewhere }“
note-only-here = Nur hier „{ $words }“
note-only-elsewhere = Anderswo „{ $words }“, hier nicht
note-figures = { $figure } weicht ab, bitte prüfen
note-places = Hier { $here }, anderswo { $elsewhere }
note-places-in = Hier { $here }, in { $sigil } { $there }
note-in-headline = in der Überschrift
note-in-paragraph = in Absatz { $number } von { $all }
figure-number = Zahl
figure-sum = Betrag
figure-share = Anteil
figure-date = Datum
figure-day = Tag
figure-year = Jahr
figure-time = Uhrzeit
figure-vote = Abstimmung

## Tags

tags = Schlagwörter
tag-list = Schlagwortliste
tag-remove-named = Schlagwort { $name } entfernen
    .tooltip = Dieses Schlagwort von der Aussage nehmen
tag-add = Schlagwort hinzufügen
tag-named = Schlagwort { $name }
tag-colour = Farbe von { $name }
    .tooltip = Eine andere Farbe wählen
tag-out-named = { $name } aus der Liste entfernen
    .tooltip = Aus der Liste und von jeder Aussage
colour-blue = Blau
colour-orange = Orange
colour-green = Grün
colour-purple = Violett
colour-sky-blue = Himmelblau
colour-vermillion = Zinnoberrot
colour-yellow = Gelb
colour-grey = Grau

## Search and palette

search-failed = Die Suche konnte nicht beginnen; bitte noch einmal versuchen
search-outside = Die Wörter stehen außerhalb aller Aussagen; in der Leseansicht nachsehen
search-nothing = Die Wörter wurden nicht gefunden
palette-title = Befehlspalette
palette-hint = Gewünschten Befehl eingeben
palette-nothing = Kein Befehl heißt so

## Dates

weekdays = So Mo Di Mi Do Fr Sa
months = Jan. Feb. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.
date = { $weekday } { $day }. { $month } { $year }
date-brief = { $day }. { $month } { $year }

## Class mode

class-outlets = Namen der Medien sind verborgen; R zeigt sie
class-marks = Markierungen sind verborgen; R zeigt sie
class-both = Namen der Medien und Markierungen sind verborgen; R zeigt sie
class-off = Nichts ist mehr verborgen
class-sign-outlets = Unterrichtsmodus: Medien verborgen · R zeigt sie
class-sign-marks = Unterrichtsmodus: Markierungen verborgen · R zeigt sie
class-sign-both = Unterrichtsmodus: Medien und Markierungen verborgen · R zeigt sie
class-sign-revealed = Unterrichtsmodus: vorerst gezeigt · R verbirgt sie wieder
called = Artikel { $sigil }
called-or = { $name } oder { $sigil }
hidden-name = (verborgener Name)
