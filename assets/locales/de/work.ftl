# Was getan oder abgelehnt wurde oder nicht gelang, und Wörter des Rechenkerns.

## Messages

problems-counted = { $count ->
    [one] Etwas ist nicht gelungen
   *[other] { $count } Dinge sind nicht gelungen
}
problems-close = Meldungen schließen
and-more = und { $count } weitere
clipboard-none = der Desktop hat keine
not-copied = Die Zwischenablage ist nicht erreichbar; es wurde nichts kopiert ({ $reason })
not-pasted = Die Zwischenablage ist nicht erreichbar; den Artikel eintippen oder seine Datei öffnen ({ $reason })
reading-clipboard = Zwischenablage wird gelesen
paste-stuck = Das Programm, das die Zwischenablage hält, hat nicht weiter gesendet; es wurde nichts eingefügt. Den Artikel als Datei speichern und diese öffnen, oder noch einmal kopieren
paste-too-long = In der Zwischenablage ist mehr als { $size } MB; es wurde nichts eingefügt. Als Datei speichern und diese öffnen
paste-no-field = Der Text in der Zwischenablage ist zu lang für dieses Feld; es wurde nichts eingefügt. Als Datei speichern und diese öffnen

## Steps that can be undone

rows-none = nichts
rows-one = Aussage { $number }
rows-many = Aussagen { $first } und { $last }
step-unpin = { $rows } lösen
step-pin = { $rows } fixieren
step-pin-many = { $count } Aussagen fixieren
step-join = { $rows } zusammenführen
step-split-off = { $count ->
    [one] eine Textstelle von { $name } von Aussage { $number } abtrennen
   *[other] { $count } Textstellen von { $name } von Aussage { $number } abtrennen
}
step-reject = { $count ->
    [one] eine Textstelle von { $name } in Aussage { $number } ablehnen
   *[other] { $count } Textstellen von { $name } in Aussage { $number } ablehnen
}
step-move = { $count ->
    [one] eine Textstelle von { $name } zu Aussage { $number } verschieben
   *[other] { $count } Textstellen von { $name } zu Aussage { $number } verschieben
}
step-new-row = { $count ->
    [one] neue Zeile für eine Textstelle von { $name } aus Aussage { $number }
   *[other] neue Zeile für { $count } Textstellen von { $name } aus Aussage { $number }
}
step-link-statement = eine Textstelle von { $name } mit Aussage { $number } verknüpfen
step-link = eine Textstelle von { $name } mit einer von { $other } verknüpfen
step-trim = die Textstelle von { $name } kürzen
step-extend = die Textstelle von { $name } erweitern
step-set-aside = „{ $words }“ aussondern
step-set-aside-many = { $count ->
    [one] { $count } Textstelle aussondern
   *[other] { $count } Textstellen aussondern
}
step-bring-back = „{ $words }“ zurückholen
step-bring-back-many = { $count ->
    [one] { $count } Textstelle zurückholen
   *[other] { $count } Textstellen zurückholen
}
step-fullest = mit dem vollständigsten Zitat vergleichen
undone = Rückgängig gemacht: { $name }
redone = Wiederholt: { $name }
nothing-to-undo = Es gibt nichts rückgängig zu machen
nothing-to-redo = Es gibt nichts zu wiederholen
step-mark-original = als Originalaussage kennzeichnen: { $name }
step-unmark-original = nicht mehr als Originalaussage kennzeichnen: { $name }
step-base = { $name } als Basis wählen
step-properties = die Eigenschaften von { $name } berichtigen
step-read-anew = { $name } neu lesen
step-remove-note = Notiz entfernen
step-write-note = Notiz schreiben
step-tags = Schlagwörter ändern
step-remove-tag = das Schlagwort { $name } entfernen
step-tag-list = die Schlagwortliste ändern
step-rename-project = Projekt umbenennen
step-rename-statement = Aussage umbenennen
step-move-event = { $name } zu einem anderen Ereignis verschieben
step-join-events = Ereignisse zusammenführen
step-add-article = { $name } hinzufügen
step-add-articles = { $number } Artikel hinzufügen
step-remove-article = { $name } schließen
step-remove-articles = { $number } Artikel schließen
step-move-article = { $name } verschieben
step-hide-article = { $name } ausblenden
step-hide-articles = { $number } Artikel ausblenden
step-show-article = { $name } einblenden
step-show-articles = { $number } Artikel einblenden
step-take-back = zurücknehmen: { $ruling }
ruling-link = Textstellen verknüpfen
ruling-part = Textstellen trennen
ruling-move = Textstelle verschieben
ruling-new-row = neue Zeile
ruling-pin = Zeile fixieren
ruling-reject = Verknüpfung ablehnen
ruling-trim = Textstelle kürzen
ruling-set-aside = Text aussondern
ruling-bring-back = Text zurückholen
ruling-title = Aussage umbenennen

## Notices on corrections

link-choose = Zum Verknüpfen eine Textstelle wählen oder in der Leseansicht Text auswählen
link-stopped = Verknüpfen beendet
link-same-article = Als Gegenstück eine Textstelle eines anderen Artikels wählen
link-two-events = Die beiden Artikel gehören zu verschiedenen Ereignissen; zuerst die Ereignisse zusammenführen
trim-same = Die Textstelle ist unverändert
nothing-set-aside = Nichts wurde ausgesondert; ausgeblendete Zeilen lassen sich in der Leseansicht auswählen und zurückholen
undo-this = Rückgängig machen, was diese Meldung nennt
done-set-aside = „{ $words }“ ausgesondert
done-set-aside-many = { $count ->
    [one] { $count } Textstelle ausgesondert
   *[other] { $count } Textstellen ausgesondert
}
done-bring-back = „{ $words }“ zurückgeholt
done-bring-back-many = { $count ->
    [one] { $count } Textstelle zurückgeholt
   *[other] { $count } Textstellen zurückgeholt
}
done-pin = { $rows } fixiert
done-pin-many = { $count } Aussagen fixiert
done-now-in = { $count ->
    [one] Ausgeführt: Die Textstelle von { $name } steht jetzt in Aussage { $number }
   *[other] Ausgeführt: Die Textstellen von { $name } stehen jetzt in Aussage { $number }
}
done-now-in-several = Ausgeführt: Die Textstellen von { $name } stehen jetzt in { $rows }
and-left-is = ; der Rest von Aussage { $before } ist jetzt Aussage { $now }
join-one-outlet = Nicht verbunden: Beide stehen nur in { $name }. Eine Aussage eines anderen Mediums mit auswählen, dann werden alle eine Zeile
nothing-to-pin = An einer Aussage nur eines Mediums gibt es nichts zu fixieren
all-above-pinned = Alle Aussagen darüber sind schon fixiert
need-selection = Zuerst eine Aussage auswählen
need-cell = Zuerst eine Zelle mit einer Textstelle wählen
need-several-rows = Zuerst zwei oder mehr Aussagen auswählen, mit Umschalt oder Strg und einem Klick
need-several-events = Alle Artikel gehören zu einem Ereignis
need-elsewhere = Mit dem letzten Schritt kam keine andere Textstelle zu einer anderen Aussage; Nummern und Markierungen können trotzdem andere sein
nothing-corrected = Noch nichts berichtigt
need-articles = Zuerst Artikel zum Vergleichen öffnen
need-class-mode = Der Unterrichtsmodus ist aus
need-marks = Markierungen sind verborgen; R zeigt sie
need-hits = Kein Treffer, zu dem man gehen könnte: zuerst nach Wörtern suchen, die vorkommen
only-passage = Die Zelle hat nur eine Textstelle
stands-alone = Die Textstelle steht schon allein
has-own-row = Die Textstelle hat schon eine eigene Zeile
choose-cell-close = Eine Zelle des Artikels wählen, der geschlossen werden soll
choose-cell-event = Eine Zelle des Artikels wählen, der über ein anderes Ereignis berichtet
choose-cell-original = Eine Zelle des Artikels wählen, der die Originalaussage ist
choose-cell-base = Eine Zelle des Artikels wählen, der die Basis werden soll
closed-article = { $name } geschlossen; Rückgängig holt den Artikel mit Korrekturen und Notizen zurück
original-now = { $name } ist die Originalaussage: Die anderen werden damit verglichen, und ihre Wörter sind danach getönt, wie viele sie übernommen haben
original-no-more = { $name } ist ein Artikel wie die anderen
fullest-off = Wieder mit { $name } verglichen
fullest-on = Jede Zeile wird mit ihrem vollständigsten Zitat verglichen
event-with-articles = Ereignis { $number }: { $title } ({ $names })
no-such-statement = Keine Aussage dieser Art wird angezeigt
no-statement-here = Diese Stelle steht in keiner Aussage
no-variants = Kein Wort dieser Textstelle hat anderswo eine andere Fassung
stopped = Abgebrochen; was vorher da war, bleibt erhalten

## What else changed

passage-unknown = Eine Textstelle
passage-named = { $name } { $place } „{ $words }“
changed-moved = { $passage } hat „{ $title }“ verlassen und gehört jetzt zu Aussage { $number }
changed-joined = { $passage } gehört jetzt zu Aussage { $number }
changed-alone = { $passage } hat „{ $title }“ verlassen und steht jetzt in Aussage { $number }
changed-left = { $passage } hat „{ $title }“ verlassen
changed-added = Aussage { $number } „{ $title }“ ist neu
changed-gone = „{ $title }“, vorher Aussage { $number }, ist keine eigene Aussage mehr
changed-renamed = Aussage { $number } heißt jetzt „{ $title }“, vorher „{ $before }“
changed-order = „{ $title }“ steht an anderer Stelle: vorher Aussage { $before }, jetzt Aussage { $number }

## Decisions

decision-passage = { $name } „{ $words }“
decision-more = { $count } weitere
decision-link = verknüpft: { $passages }
decision-pin = fixiert: { $passages }
decision-part = abgetrennt: { $passages }
decision-moved-here = hierher verschoben: { $passages }
decision-moved-away = zu einer anderen Aussage verschoben: { $passages }
decision-new-row = in eine eigene Zeile gestellt: { $passages }
decision-reject = abgelehnt: { $passages } ({ $reason })
decision-trim = gekürzt: { $passages }
decision-extend = erweitert: { $passages }
decision-set-aside = ausgesondert: { $passages }
decision-bring-back = zurückgeholt: { $passages }
decision-title = umbenannt: „{ $title }“
decision-move = Artikel zu anderem Ereignis verschoben
decision-base = Basis gewählt
reason-speaker = anderer Sprecher
    .tooltip = Fast dieselben Wörter, aber jemand anderes sagt sie
reason-event = anderes Ereignis
    .tooltip = Sie erzählt von einer anderen Zeit oder einem anderen Ort
reason-topic = nur dasselbe Thema
    .tooltip = Dasselbe Thema, aber eine andere Aussage
reason-clutter = kein Artikeltext
    .tooltip = Eine Bildunterschrift, ein Link oder anderes um den Artikel herum
reason-other = etwas anderes
    .tooltip = Jeder andere Grund

## Opening, saving and exporting

already-open = { $count ->
    [one] Ein Artikel ist schon geöffnet
   *[other] { $count } Artikel sind schon geöffnet
}
articles-added = { $count ->
    [one] { $count } Artikel hinzugefügt
   *[other] { $count } Artikel hinzugefügt
}
articles-added-in = { $count ->
    [one] { $count } Artikel hinzugefügt, in Ereignis { $number }: { $title }
   *[other] { $count } Artikel hinzugefügt, in Ereignis { $number }: { $title }
}
articles-added-in-several = { $count ->
    [one] { $count } Artikel hinzugefügt, in den Ereignissen { $numbers }
   *[other] { $count } Artikel hinzugefügt, in den Ereignissen { $numbers }
}
show-row = Aussage { $number } zeigen
show-event = Ereignis { $number } zeigen
twins-more = und { $count } weitere dieser Art
opened-nothing-from = Aus { $name } wurde nichts geöffnet
opened-nothing = Nichts wurde geöffnet
untitled = Vergleich ohne Titel
file-name = Vergleich
copy-name = { $name } (Kopie)
pick-save = Vergleich speichern
pick-export = Exportieren
opened-read-only = { $error }. Es wurde nur zum Lesen geöffnet
one-project = Ein Fenster zeigt ein Projekt; nicht geöffnet: { $names }
saved = { $name } gespeichert
exported = { $name } exportiert
tags-failed = Die Schlagwortliste konnte nicht gelesen werden; nichts wurde geändert, bitte noch einmal versuchen
tags-added = { $count ->
    [one] { $count } Schlagwort zur Liste hinzugefügt
   *[other] { $count } Schlagwörter zur Liste hinzugefügt
}
settings-not-kept = Die Einstellungen wurden nicht gespeichert. { $error }
settings-unreadable = Die Einstellungen konnten nicht gelesen werden ({ $reason }); es gelten die Anfangseinstellungen: { $path }
settings-damaged-kept = Die Einstellungen waren beschädigt ({ $reason }); es gelten die Anfangseinstellungen, eine Kopie bleibt erhalten: { $path }
settings-damaged = Die Einstellungen waren beschädigt ({ $reason }); es gelten die Anfangseinstellungen, die beschädigte Datei: { $path }
comparison-broke = Der Vergleich brach ab; die Artikel sind sicher. Die letzte Änderung rückgängig machen oder den zuletzt hinzugefügten Artikel entfernen und bitte diesen Grund melden: { $reason }
not-in-file = Der Artikel steht nicht mehr in seiner Datei; er bleibt, wie er gelesen wurde: { $path }
lost-place = { $name }: „{ $words }“
read-anew = { $names } neu gelesen; { $places }
bore-nothing = ohne Entscheidungen oder Notizen
places-kept = { $count ->
    [one] { $count } Stelle mit Entscheidungen oder Notizen erhalten
   *[other] { $count } Stellen mit Entscheidungen oder Notizen erhalten
}
places-dropped = { $count } entfallen
nothing-to-copy-cell = Die Aussage wurde in diesem Artikel nicht gefunden, daher gibt es nichts zu kopieren
nothing-to-copy = Keine Aussage ist ausgewählt, daher gibt es nichts zu kopieren
copied-passage = Textstelle von { $name } kopiert
copied-rows = { $statements } kopiert ({ $articles })
copied-without = { $count ->
    [one] ohne { $count } ausgeblendete Spalte
   *[other] ohne { $count } ausgeblendete Spalten
}
copied-citations = { $count ->
    [one] { $count } Quellenangabe kopiert
   *[other] { $count } Quellenangaben kopiert
}
copied-ledger = Zählung als Tabelle kopiert
export-failed = Der Export ließ sich nicht erstellen ({ $reason }); nichts wurde geschrieben
export-broke = Der Export brach ab; nichts wurde geschrieben, bitte noch einmal versuchen oder ein anderes Format wählen
stage-writing = { $name } wird geschrieben
stage-model = Das Sprachmodell wird gelesen
model-broke = Das Sprachmodell konnte nicht gelesen werden; bitte den genauen Modus noch einmal wählen
model-no-folder = Das System nennt keinen Ordner für das Sprachmodell
model-not-there = Das Sprachmodell ist nicht da; tools/get-model holt es: { $path }
model-unread = Das Sprachmodell konnte nicht gelesen werden ({ $reason }): { $path }
model-wrong = Das ist kein Sprachmodell, mit dem Parallax arbeiten kann; tools/get-model holt es neu: { $path }
model-missing = Ohne den genauen Modus verglichen. { $why }
stage-looking = Geänderte Dateien werden gesucht
stage-reloading = Geänderte Artikel werden neu gelesen
stage-comparing = Vergleich mit { $name }
reload-failed = Die Artikel konnten nicht neu gelesen werden; sie bleiben, wie sie waren
copied-names-outlet = Textstellen sind wörtlich, und manche nennen ein Medium
properties-hidden = Die Eigenschaften nennen das Medium, das der Unterrichtsmodus verbirgt; R zeigt Namen

## Refused changes

refused-nothing = Nichts zu ändern
refused-no-article = Der Artikel ist nicht mehr im Projekt
refused-outside = Die Textstelle liegt außerhalb ihres Artikels
refused-too-few = Textstellen von mindestens zwei Orten wählen
refused-with-itself = Eine Textstelle oder ein Artikel lässt sich nicht sich selbst gegenüberstellen
refused-no-ruling = Die Entscheidung ist nicht mehr im Projekt
refused-read-only = Dieses Projekt ist nur zum Lesen geöffnet; zum Ändern unter anderem Namen speichern

## Errors of project files

store-missing = Das Projekt ist nicht mehr da; vielleicht wurde es verschoben oder umbenannt: { $path }
store-unreadable = Das Projekt konnte nicht gelesen werden ({ $reason }); nichts wurde geändert: { $path }
store-no-project = Diese Datei ist kein Parallax-Projekt; zum Vergleichen eines Artikels „Artikel öffnen“ verwenden: { $path }
store-damaged = Die Projektdatei ist beschädigt ({ $reason }); sie wurde nicht verändert, aus einer Kopie wiederherstellen: { $path }
store-too-new = Das Projekt stammt von einem neueren Parallax, das dieses nicht lesen kann; Parallax aktualisieren und noch einmal versuchen: { $path }
store-too-large = Das Projekt ist größer als 2 GiB; nichts wurde geändert: { $path }
store-taken = Das Projekt ist in einem anderen Fenster geöffnet ({ $by }); dort schließen oder nur zum Lesen öffnen: { $path }
store-changed = Die Datei wurde seit dem Öffnen von einem anderen Programm geändert; nichts wurde überschrieben, unter anderem Namen speichern: { $path }
store-full = Der Datenträger ist voll; die zuletzt gespeicherte Fassung ist unberührt, Platz schaffen oder anderswo speichern: { $path }
store-not-allowed = In diesem Ordner darf nicht geschrieben werden; die zuletzt gespeicherte Fassung ist unberührt, anderswo speichern: { $path }
store-no-folder = Der Ordner ist nicht mehr da; die Arbeit ist noch geöffnet, anderswo speichern: { $path }
store-not-saved = Das Projekt konnte nicht gespeichert werden ({ $reason }); die zuletzt gespeicherte Fassung ist unberührt, noch einmal versuchen oder anderswo speichern: { $path }
store-no-journal-folder = Ein Absturz würde kosten, was nicht gespeichert ist, denn dieses System nennt keinen Ordner, in dem es während der Arbeit festgehalten werden könnte; die Arbeit ist geöffnet und vollständig, das Projekt zur Sicherheit speichern
store-not-journaled = Ein Absturz würde kosten, was nicht gespeichert ist, denn es konnte während der Arbeit nicht festgehalten werden ({ $reason }); die Arbeit ist geöffnet und vollständig, das Projekt zur Sicherheit speichern: { $path }

## Phrases of the engine

stage-waiting = wartet
stage-reading = Lesen
stage-reading-file = { $name } wird gelesen
stage-preparing = Artikel werden gelesen
stage-grouping = Artikel werden gruppiert
stage-closely = Textstellen werden genau gelesen
stage-aligning = Textstellen werden zugeordnet
apart-speaker = anderer Sprecher
apart-row = Die anderen Textstellen ihrer Zeile berichten etwas anderes
apart-threshold = unter der Schwelle
apart-topic = nur dasselbe Thema
clutter-no-words = ohne Wörter
clutter-address = bloße Adresse
clutter-follow = Aufruf zum Folgen
clutter-comments = Kommentarformular
clutter-log-in = Anmeldeformular
clutter-sharing = Teilen-Knopf
clutter-reading-time = Lesezeit
clutter-advertisement = Werbehinweis
clutter-picture = Platzhalter eines Bildes
clutter-navigation = Navigation der Seite
clutter-link = Link zu anderem Artikel
clutter-source = Link zur Quelle
clutter-copyright = Copyright-Zeile
clutter-newsroom = Redaktionshinweis
clutter-between = steht zwischen bloßen Adressen
clutter-title = wiederholter Titel
clutter-section = Name eines Ressorts
clutter-outlet = Name des Mediums
clutter-before = schon zuvor gedruckt
clutter-twice = doppelt auf der Seite
clutter-only-link = nur ein Link
clutter-one-reader = möglicherweise kein Artikeltext
clutter-page = Kopf- oder Fußzeile
clutter-by-hand = von Hand ausgesondert
apart-rejected-speaker = abgelehnt: anderer Sprecher
apart-rejected-event = abgelehnt: anderes Ereignis
apart-rejected-topic = abgelehnt: nur dasselbe Thema
apart-rejected-clutter = abgelehnt: Beiwerk
apart-rejected = abgelehnt
apart-by-hand = von Hand getrennt
clutter-newsletter = Werbung für Newsletter oder Abonnement
foreign-office = eine alte Office-Datei (.doc, .xls)
foreign-picture = ein Bild
foreign-compressed = eine komprimierte Datei
foreign-archive = ein komprimiertes Archiv
foreign-safari = ein Webarchiv von Safari
foreign-sound = eine Tondatei
foreign-film = eine Ton- oder Filmdatei
foreign-database = eine Datenbank
foreign-xml = eine XML-Datei einer Art
foreign-sheet = eine Tabellenkalkulation
foreign-presentation = eine Präsentation
advice-own-program = im eigenen Programm öffnen und als DOCX speichern
advice-only-text = nur Text lässt sich vergleichen
advice-unpack = entpacken und die Dateien darin öffnen
advice-save-page = die Seite als HTML speichern
advice-save-article = den Artikel als Text, HTML oder DOCX speichern
advice-save-sheet = das Tabellenblatt als CSV speichern
no-article-folder = Der Ordner enthält keine Datei mit der Endung eines Artikels (txt, html, docx, pdf …)
no-article-tags = Kein Schlagwort gefunden; eines je Zeile schreiben oder das Codebuch als QDC speichern
no-article-gone = Die Datei enthält diesen Artikel nicht mehr
no-article-white-space = Die Datei enthält nur Leerraum
no-article-no-word = Es steht kein Wort darin
no-article-password = Die Datei ist durch ein Passwort geschützt
no-article-unpacks = Ihre Teile sind entpackt größer als 256 MiB, was kein Artikel braucht
no-article-page = Diese Seite zeigt keinen Text; vielleicht lädt sie ihn aus dem Netz, wenn ein Browser sie öffnet
no-article-copying = Das Buch ist kopiergeschützt
no-article-book = Dieses Buch enthält keinen Text
no-article-text = Die Datei enthält keinen Text
no-article-rtf = Diese RTF-Datei enthält keinen Text
no-article-saved-page = Diese gespeicherte Seite enthält kein HTML; vielleicht wurde sie abgeschnitten
no-article-mail = Diese E-Mail enthält keinen Text
no-article-document-password = Das Dokument ist durch ein Passwort geschützt
no-article-document = Dieses Dokument enthält keinen Text; vielleicht ist es das Bild einer Seite
no-article-factiva = Diese Factiva-Datei enthält keinen Artikel mit Text
no-article-word = Dieses Word-Dokument enthält keinen Text; vielleicht ist es das Bild einer Seite
no-article-encrypted = Dieses PDF ist auf eine Weise verschlüsselt, die Parallax nicht kennt
no-article-pdf = Dieses PDF enthält keinen Text
no-article-pdf-part = Ein Teil dieses PDFs ist entpackt größer als 64 MiB, was kein Artikel braucht
no-article-pdf-fonts = Die Schriften dieses PDFs sagen nicht, welche Buchstaben sie zeichnen, daher lässt sich der Text nicht lesen
no-article-pdf-pictures = Dieses PDF enthält Bilder von Seiten, keinen Text; zuerst eine Texterkennung (OCR) darüber laufen lassen
no-article-pdf-password = Dieses PDF ist durch ein Passwort geschützt; in dem Programm, das es öffnet, ohne Passwort speichern
damaged-cut-short = sie endet zu früh, wie eine Datei, die nicht bis zum Ende geladen oder kopiert wurde
damaged-other-bytes = sie enthält nicht, was eine Datei mit dieser Endung enthält
damaged-pages = die Liste ihrer Seiten ist nicht lesbar
damaged-header = ihr Kopf ist nicht lesbar
damaged-contents = ihr Inhaltsverzeichnis fehlt
damaged-json = sie enthält weder JSON noch JSON-Zeilen
damaged-reader = ihr Leser ist an ihr gescheitert
damaged-gone = die Datei ist gleich nach dem Schreiben verschwunden

## Why a file could not be read or written, where the system or a library says so
cause-part = ihr Teil { $part } fehlt
cause-at = ihr Aufbau ist fehlerhaft, in Zeile { $line }, Spalte { $column }
cause-built = ihr Aufbau ist fehlerhaft
cause-gone = es gibt sie nicht mehr
cause-not-allowed = keine Berechtigung
cause-device = der Datenträger meldet einen Fehler
cause-full = der Datenträger ist voll
cause-read-only = der Datenträger ist schreibgeschützt
cause-system = Systemfehler { $number }

## Classes of reporting verbs

class-say = sagen
    .tooltip = berichtet nur die Äußerung: Das Medium bezieht keine Stellung
class-assert = behaupten
    .tooltip = wer spricht, stellt es so dar, das Medium hält Abstand: claim, insist, argue
class-factive = voraussetzen
    .tooltip = setzt es voraus oder stellt es als gegeben hin: admit, reveal, point out, underscore
class-negative = ablehnen
    .tooltip = eine feindliche oder ablehnende Handlung: accuse, blast, dismiss, deny
class-directive = auffordern
    .tooltip = fordert andere zum Handeln auf: urge, call for, demand
class-positive = unterstützen
    .tooltip = eine unterstützende Handlung: praise, hail, defend
class-cognition = denken
    .tooltip = ein innerer Zustand oder eine Feststellung, keine Rede: believe, want, hope

## Errors of article files

intake-unreadable = Die Datei konnte nicht gelesen werden ({ $reason }); nichts wurde hinzugefügt: { $path }
intake-missing = Diese Datei gibt es nicht; vielleicht wurde sie verschoben oder umbenannt: { $path }
intake-folder = Dies ist ein Ordner, keine Datei; die Dateien darin öffnen: { $path }
intake-no-file = Dies ist ein Gerät oder eine Pipe, keine Datei; nichts wurde gelesen: { $path }
intake-empty = Die Datei ist leer; nichts wurde hinzugefügt: { $path }
intake-too-large = Die Datei ist größer als 256 MiB; sie aufteilen oder den Artikel für sich speichern: { $path }
intake-not-text = Diese Datei enthält keinen Text, den Parallax lesen kann; den Artikel als Text, HTML oder DOCX speichern: { $path }
intake-foreign = Dies ist { $what }, das liest Parallax nicht; { $advice }: { $path }
intake-address = Dies ist eine Webadresse, und Parallax lädt nichts aus dem Netz; die Seite im Browser speichern und diese Datei öffnen: { $path }
intake-project = Dies ist ein Parallax-Projekt, kein Artikel; es allein mit „Projekt öffnen“ öffnen oder parallax-cli compare übergeben: { $path }
intake-no-article = { $what }; nichts wurde hinzugefügt: { $path }
intake-empty-column = Die Spalte { $column } enthält keinen Text; nichts wurde hinzugefügt: { $path }
intake-many-parts = Das Archiv enthält { $number } Dateien, mehr als { $most }; nichts wurde hinzugefügt: { $path }
intake-large-part = Ihr Teil { $part } ist entpackt größer als 64 MiB, was kein Artikel braucht; nichts wurde hinzugefügt: { $path }
intake-damaged = Die { $format }-Datei ist beschädigt ({ $reason }); nichts wurde hinzugefügt, sie im eigenen Programm öffnen und neu speichern: { $path }
intake-too-slow = Das Lesen dieser { $format }-Datei dauerte länger als { $seconds } Sekunden und wurde aufgegeben; den Artikel als Text oder HTML speichern: { $path }
intake-no-column = Keine Spalte enthält den Text eines Artikels (gefunden: { $columns }); sie text, body oder content nennen; nichts wurde hinzugefügt: { $path }
intake-no-encoding = Eine Zeichenkodierung { $encoding } gibt es nicht; eine aus der Liste wählen: { $path }
intake-broke = An der Datei ist ihr Leser gescheitert ({ $reason }); den Artikel als Text oder HTML speichern und diese Datei öffnen: { $path }

## Notices of files and projects

notice-broken-bytes = Einige Bytes sind kein Text in { $encoding } und stehen als �; sehen Wörter falsch aus, im Menü des Artikels unter Eigenschaften… eine andere Zeichenkodierung wählen
notice-guessed-encoding = Als { $encoding } gelesen, was nur vermutet ist; sehen Wörter falsch aus, im Menü des Artikels unter Eigenschaften… eine andere Zeichenkodierung wählen
notice-all-clutter = Alle eingefügten Zeilen sehen nach Beiwerk einer Webseite aus; zurückholen, was zum Artikel gehört
notice-too-deep = Diese Seite ist tiefer verschachtelt als jeder Artikel, daher wird ihr ganzer Text angezeigt
notice-readers-disagree = Die beiden Leseverfahren für Webseiten fanden den Artikel nicht an derselben Stelle; prüfen, ob er vollständig ist
notice-no-article-seen = Auf dieser Seite wurde kein Artikel erkannt, daher wird ihr ganzer Text angezeigt
notice-picture-pages = Bilder ohne Text: { $number } von { $all } Seiten
notice-unknown-letters = { $count ->
    [one] { $count } Buchstabe dieses PDFs lässt sich nicht bestimmen und steht als �
   *[other] { $count } Buchstaben dieses PDFs lassen sich nicht bestimmen und stehen als �
}
notice-broken-pages = { $count ->
    [one] Seite { $pages } dieses PDFs ließ sich nicht bis zum Ende lesen
   *[other] Die Seiten { $pages } dieses PDFs ließen sich nicht bis zum Ende lesen
}
notice-cut-short = Dieses PDF endet zu früh; was hinter seiner letzten Seite stand, fehlt
notice-first-pages = Dieses PDF hat { $all } Seiten; gelesen wurden die ersten { $number }
notice-no-json = { $count ->
    [one] { $count } Zeile ist kein JSON und wurde ausgelassen: Zeile { $first }
   *[other] { $count } Zeilen sind kein JSON und wurden ausgelassen, die erste davon ist Zeile { $first }
}
notice-empty-records = { $count ->
    [one] { $count } Datensatz ohne Text wurde ausgelassen
   *[other] { $count } Datensätze ohne Text wurden ausgelassen
}
notice-found = { $count } Artikel in einer Datei gefunden
notice-first-articles = Mehr als { $count } Artikel in einer Datei gefunden; gelesen wurden die ersten { $count }
notice-fewer-than-stated = Die Datei nennt { $all } Artikel, gefunden wurden { $number }; die übrigen haben vielleicht keinen Text
notice-unreadable-folders = { $count ->
    [one] { $count } Ordner darin konnte nicht gelesen werden
   *[other] { $count } Ordner darin konnten nicht gelesen werden
}
notice-first-files = Der Ordner enthält mehr als { $count } Dateien; gelesen wurden die ersten
project-newer = Dieses Projekt stammt von einem neueren Parallax und ist nur zum Lesen geöffnet, damit nichts darin verloren geht
project-left-out = { $count ->
    [one] { $count } Entscheidung oder Notiz passt nicht zu ihrem Artikel und wurde ausgelassen; in der Datei steht sie noch, bis gespeichert wird
   *[other] { $count } Entscheidungen und Notizen passen nicht zu ihren Artikeln und wurden ausgelassen; in der Datei stehen sie noch, bis gespeichert wird
}
project-unknown-decisions = { $count ->
    [one] { $count } Entscheidung ist von einer Art, die dieses Parallax nicht kennt, und wird nicht gezeigt; die Datei behält sie
   *[other] { $count } Entscheidungen sind von Arten, die dieses Parallax nicht kennt, und werden nicht gezeigt; die Datei behält sie
}
project-unknown-fields = { $count ->
    [one] { $count } Eintrag der Datei sagt diesem Parallax nichts; die Datei behält ihn
   *[other] { $count } Einträge der Datei sagen diesem Parallax nichts; die Datei behält sie
}
project-changed-text = Der Text von { $name } wurde außerhalb von Parallax geändert; Entscheidungen und Notizen dazu prüfen, sie stehen vielleicht an der falschen Stelle
project-new-blocks = Die Teile von { $name } passten nicht zum Text und wurden neu bestimmt
project-saved-since = Die Projektdatei wurde gespeichert, nachdem diese Änderungen festgehalten waren; unter anderem Namen speichern, um beides zu behalten
twin-same = derselbe Text wie { $name }
twin-nearly = zu { $percent } % derselbe Text wie { $name }
twin-in-other = { $percent } % dieses Textes enthält auch { $name }
twin-holds-other = { $name } steht zu { $percent } % auch in diesem Text
twin-title = „{ $title }“
twin-same-outlet = ein anderer Artikel von { $name }

## Copies and exports

export-untitled = Vergleich von Artikeln
export-made = Exportiert am { $day }
export-date = { $day }. { $month } { $year }
export-date-month = { $month } { $year }
export-months = Januar Februar März April Mai Juni Juli August September Oktober November Dezember
export-needs-look = zu prüfen
export-mark-reworded = anders formuliert
export-mark-moved = an anderer Stelle
export-mark-cut = Zitat verändert
export-mark-voice = andere Wiedergabe
export-mark-cue = anderes Redeverb
export-mark-force = anderer Nachdruck
export-mark-name = Name weicht ab
export-mark-fact = Zahl oder Angabe weicht ab, bitte prüfen
export-shared = unmarkiert: gleich; die Basis ist nie getönt
export-missing = Wörter fehlen
export-difference = { $mark }: { $note }
export-difference-in = { $mark } in { $letters }: { $note }
export-hidden = Ausgeblendete Spalten: { $names }.
export-filters = Angewandte Filter: { $filters }.
export-filter-speaker = Sprecher { $name }
export-filter-tag = Schlagwort { $name }
export-filter-words = mit den Wörtern „{ $words }“
export-out-of-date = nicht aktuell, ohne die letzten Änderungen
export-filter-class = Namen der Medien verborgen, aber nicht in Textstellen
export-notices = Hinweise
export-tags = Schlagwörter: { $tags }
export-note = Notiz: { $note }
export-tags-item = Schlagwörter: { $tags }
export-note-item = Notiz: { $note }
export-number = Nr.
export-state = Stand
export-about = Angaben
export-article = Artikel
export-event = Ereignis
export-published = Erschienen
export-words = Wörter
export-passages = Textstellen

## Languages of articles

language-ar = Arabisch
language-bn = Bengalisch
language-cs = Tschechisch
language-da = Dänisch
language-de = Deutsch
language-el = Griechisch
language-en = Englisch
language-es = Spanisch
language-fa = Persisch
language-fi = Finnisch
language-fr = Französisch
language-he = Hebräisch
language-hi = Hindi
language-it = Italienisch
language-ja = Japanisch
language-ko = Koreanisch
language-nb = Norwegisch (Bokmål)
language-nl = Niederländisch
language-nn = Norwegisch (Nynorsk)
language-no = Norwegisch
language-pl = Polnisch
language-pt = Portugiesisch
language-ru = Russisch
language-sv = Schwedisch
language-tr = Türkisch
language-uk = Ukrainisch
language-zh = Chinesisch
languages-several = Die Artikel sind auf { $names }; zwischen Sprachen werden nur wenige Aussagen zugeordnet, diese bitte prüfen
languages-stranger = auf { $own }, kaum mit { $most } zugeordnet

## Letters without a font

letters-without-font = Keine Schrift auf diesem Rechner hat die { $letters } in { $articles }; an ihrer Stelle stehen Kästchen, Kopien enthalten sie trotzdem. Eine Schrift installieren, die sie hat, und Parallax neu starten
letters-greek = griechischen Buchstaben
letters-cyrillic = kyrillischen Buchstaben
letters-armenian = armenischen Buchstaben
letters-hebrew = hebräischen Buchstaben
letters-arabic = arabischen Buchstaben
letters-devanagari = Devanagari-Buchstaben
letters-bengali = bengalischen Buchstaben
letters-southern-india = Buchstaben Südindiens oder Sri Lankas
letters-thai = thailändischen Buchstaben
letters-lao = laotischen Buchstaben
letters-burmese = birmanischen Buchstaben
letters-georgian = georgischen Buchstaben
letters-korean = koreanischen Buchstaben
letters-ethiopic = äthiopischen Buchstaben
letters-khmer = Khmer-Buchstaben
letters-japanese = japanischen Buchstaben
letters-chinese = chinesischen Schriftzeichen
letters-symbols = Symbole
letters-some = Zeichen
