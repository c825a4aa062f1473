# Dialogs.

## Dialogs

dialog-paste = Paste an article
dialog-path = Name the file
dialog-settings = Settings
dialog-properties = Article properties
dialog-ledgers = Ledgers
dialog-export = Export the table
dialog-unsaved = Save your work?
dialog-unfinished = Close without what you typed?
dialog-reject = Why does the passage not belong here?
dialog-rename = Rename statement
dialog-trim = Trim or extend passage
dialog-event = Which event does { $name } report?
dialog-join = Which event is the same as this one?
dialog-session = Go on with the last session?
dialog-recovery = Bring back unsaved work?
dialog-readers = Two readers
dialog-found = Articles found
dialog-columns = Which column holds what?
action-open = Open
smaller = Smaller { $name }
larger = Larger { $name }
title = Title
outlet = Outlet
outlet-hint = Who published it

## Keys and marks

help-keys = Keys
help-marks = Marks and their rules
help-same-rule = Found by the rule of “{ $mark }”, above
help-details = Details
help-details-hide = Hide details
help-details-of = Details of “{ $mark }”
help-example-reworded = One has “the bridge is shut”, another “the bridge is closed”: “closed” is marked
help-example-only-here = “The bridge is closed, the minister said on Tuesday”, where no other names the day: “on Tuesday” is marked
help-example-moved = “On Tuesday she resigned” beside “She resigned on Tuesday”: the day stands elsewhere
help-example-cut = “It will be weeks, not months” beside “weeks, not months”: the box stands where the first words are missing
help-example-voice = One prints the sentence in quotation marks, another tells it in its own words
help-example-cue = “She said” in one, “she claimed” in another
help-example-force = “The bridge must close” beside “the bridge should close”
help-example-fact = “40 hangers” in one, “42 hangers” in another
help-example-name = “Ilse Varga” in one, “the transport minister” in another
help-example-place = In the second paragraph of one article, in the second to last of another
help-rule = Rule
help-figures = How often right
help-fails = Where it fails
figures-wording = Links between words in the standard mode, compared with those that people made, as F1, where 1 would be all alike (in brackets, of words that differ): { $figures }
figures-none-judged = Follows from what other rules found; its marks were not judged one by one
figures-judged = Read by hand in real news: { $right } of { $all } right, { $arguable } arguable, { $wrong } wrong. Rules were mended on the same news, so expect less elsewhere
figures-too-few = Too few stood in the news that was read by hand, so there is no figure

## Trimming

trim-shown = Passage: { $words }
trim-start-earlier = Start one word earlier
trim-start-later = Start one word later
trim-end-earlier = End one word earlier
trim-end-later = End one word later
trim-hint = ← → move the end, Shift ← → the start
trim-hint-several = ← → move the end, Shift ← → the start, ↑ ↓ choose the passage
trim-use = Use this passage

## Settings: look and start

language-of-desktop = As the desktop
settings-look = Look and start
settings-names = Names and terms
settings-reset = Restore the defaults
settings-colours = Colours and size
settings-theme = Theme
theme-as-system = As the system
theme-is-light = Light
theme-is-dark = Dark
palette-told-apart = Colours told apart by colour-blind readers
palette-one-colour = One colour, shapes alone
settings-zoom = Zoom
settings-zoom-named = zoom
settings-mark-colours = Colours of marks
settings-class-mode = Class mode
class-mode-off = Hide nothing
class-mode-outlets = Outlets
class-mode-both = Both
class-mode-until = until R shows them
class-mode-revealed = shown for now; R hides them again
settings-source = Source words
settings-text-size = Text size
settings-text-size-named = text size
settings-line-height = Line height
settings-line-height-named = line height
settings-window = Window
settings-language = Language
settings-language-named = Language of the interface
reduce-motion = Nothing moves by itself
    .tooltip = No fades, no gliding lists
offer-session = Offer the last session at start
    .tooltip = The projects and articles that were open when the window closed
sample-text = The harbour authority closed the bridge on Tuesday. It will reopen when the engineers say so.
sample-hint = In cells; whole articles are one point larger

## Settings: comparing

settings-comparing = Comparing
settings-precision = How closely passages are read
settings-reading = Reading
precision-standard = Standard
precision-accurate = Accurate
precision-hint = Accurate: a language model on this computer reads every word in its sentence. It finds more rewordings and takes about a second for a hundred sentences. Nothing leaves the computer.
model-on = The language model is there; tables are made with it
model-look-again = Look again

## Settings: marks, verbs and names

settings-marks-hint = What is off is not drawn and not copied; the legend has the same switches, but for “Voice” and “Placed differently”
verbs-hint = Verbs that outlets report with, beside those that are built in. A verb that is built in gets your class.
verb-named = Reporting verb { $number }
verb-class = Class of verb { $number }
verb-remove = Remove verb { $number }
verb-add = Add a verb
names-hint = Names of one person, group, place or matter, with commas between. The mark “name differs” tells them apart.
names-named = Names { $number }
names-remove = Remove names { $number }
names-add = Add names

## Articles found in files

found-in = Found { $found } of { $articles } in { $place }
files-counted = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
found-data-set = { $name } is a data set; its columns were taken by name, or as you said before
found-columns = Columns…
found-columns-named = Columns of { $name }
found-search = Search by title, outlet or date
found-search-named = Search the articles found
found-all = All
found-none = None
found-all-shown = All shown
found-none-shown = None shown
found-choose-all = Choose all
found-choose-none = Choose none
found-no-duplicates = Without duplicates
found-chosen = { $number } of { $all } chosen
found-open = { $count ->
    [one] Open { $count } article
   *[other] Open { $count } articles
}
found-nothing = No article found bears these words
found-is-open = { $twin }, which is open
columns-held = { $columns ->
    [one] { $file } holds { $records } with one column.
   *[other] { $file } holds { $records } with { $columns } columns each.
}
records-counted = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
columns-no-text = Say which column holds the text of the articles
columns-none = none
columns-of = Column of { $field }
columns-hint = Files with the same columns are read in this way from now on
columns-read = Read with these columns

## Work that is not saved

unsaved-closing = There are changes since the last save. Closing without saving loses them.
unsaved-going-on = There are changes since the last save. Going on without saving loses them.
unsaved-discard = Don’t save
unfinished-closing = What was typed into the dialog is not part of the project yet. Closing the window loses it.
unfinished-back = Go back
unfinished-close = Close the window
recovery = Parallax was closed before this work was saved.
recovery-ago-now = a moment ago
recovery-ago-minutes = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
recovery-ago-hours = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
}
recovery-ago-days = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
recovery-bring-back = Bring back
recovery-delete = Delete
recovery-delete-sure = Delete for good
recovery-delete-ask = It cannot be brought back then
recovery-keep = Keep
recovered = The unsaved work is back; save it to keep it
recovery-later = Later
session-project = The project { $name } was open when you left.
session-articles = { $count ->
    [one] { $count } article was open when you left, without a project file.
   *[other] { $count } articles were open when you left, without a project file.
}
session-more = { $names } and { $count } more
session-go-on = Go on
session-anew = Begin anew

## Paths and pasting

paths-no-picker = This desktop offers no file dialog. Type the paths of the article files, one a line.
paths-named = Paths of article files
paths-hint = /home/me/article.html
path-no-picker = This desktop offers no file dialog. Type the path of the file.
path-named = Path of the file
path-hint = /home/me/comparison.parallax
date-unread = No date that can be read. Write it like 2026-10-13 or 13 October 2026
language-unread = No code of a language. Write two letters, like en, de or fr
paste-date = Date
paste-article = Article
paste-page = The clipboard holds a web page without plain text. It is read when you add it.
paste-hint = Paste headline and text here
paste-rich = Headline, paragraphs and lists are taken from the web page you copied
paste-beginning = The text is long: its beginning is shown, and all of it is added
paste-add = Add article
paste-name = Pasted article

## Properties of an article

title-hint = The headline
byline = Byline
byline-hint = Who wrote it
address = Address
article-language = Language
article-language-hint = Two letters, as in en
guessed = guessed from the text
encoding = Encoding
encoding-hint = The file is read anew; decisions stay where their words do
original-hint = A transcript or the like: the base that every outlet is compared with
properties-keep = Save

## Renaming and exporting

rename-hint = Empty for the source’s own words
rename-do = Rename
export-this-event = This event
export-all-events = All { $count } events
export-hint = The table as it is shown: hidden columns and filters are named in the file, but not in CSV, TSV and RIS
export-readers = For readers
export-tables = For spreadsheets
export-research = For research programs
format-html = HTML report
    .tooltip = Statements side by side, for any browser
format-docx = Word document (DOCX)
    .tooltip = The same, to edit in a word processor
format-xlsx = Workbook (XLSX)
    .tooltip = Statements, passages and articles as sheets
format-csv = CSV, one line a passage
    .tooltip = Each passage with its article, place and voice
format-csv-statements = CSV, statements × articles
    .tooltip = A line for every statement, a column for every article
format-tsv = TSV, statements × articles
    .tooltip = The same, with tabs between the columns
format-markdown = Markdown
    .tooltip = A section for every statement, for notes and wikis
format-text = Plain text
    .tooltip = A block for every statement
format-json = JSON
    .tooltip = The whole table with its places and differences, for programs
format-qdpx = REFI-QDA project (QDPX)
    .tooltip = Articles with coded passages, for NVivo, MAXQDA or ATLAS.ti
format-qdc = REFI-QDA code book (QDC)
    .tooltip = The codes alone, for the same programs
format-ris = Sources as RIS
    .tooltip = The articles, for Zotero and other reference managers
field-text = Text

## About

about-what = Lays several outlets’ articles on one event side by side, statement by statement. It marks wording; it scores nobody.
about-privacy = Articles stay on this computer; Parallax has no network code.
about-licences = Licences
about-licence = Free software under the MIT licence or the Apache licence 2.0, at your choice.
licence-mit = Parallax: MIT licence
licence-apache = Parallax: Apache licence 2.0
licence-inter = Inter: SIL Open Font License 1.1
licence-serif = Source Serif 4: SIL Open Font License 1.1
licence-vectors = Word vectors: Apache licence 2.0 and WordNet licence
about-vectors = Static word vectors derived from all-MiniLM-L6-v2 by sentence-transformers (Apache-2.0) and from the relations of WordNet 3.0 (copyright 2006 by Princeton University), changed: two vectors an entry, reduced, drawn together and quantised.
libraries-counted = { $count ->
    [one] { $count } library
   *[other] { $count } libraries
}
about-libraries = Their full texts come with each package of Parallax, in third-party-licences.txt

## Ledgers

ledger-verbs = Reporting verbs
    .tooltip = How often each outlet reports with a verb, by what the verb says of the speech; each group begins with its meaning
ledger-speakers = Speakers
    .tooltip = How many statements of each speaker an outlet quotes, partly quotes or paraphrases, and how many words stand inside quotation marks
ledger-labels = Names and labels
    .tooltip = What each outlet calls a person or thing that has several names in this event, outside quotation marks
ledger-counting = Counting…
ledger-nothing = Nothing of this kind was found in the event. Verbs, speakers and their names are read in English articles only.
ledger-copy = Copy as table
ledger-choose = Choose a figure to see the places behind it
ledger-places = { $count ->
    [one] { $name }, { $count } place
   *[other] { $name }, { $count } places
}
ledger-go = Go to “{ $words }”
ledger-spoken = { $words }, { $quoted } quoted, { $partly } partly quoted, { $paraphrased } paraphrased
ledger-times = { $number ->
    [one] once
   *[other] { $number } times
}
ledger-class = Class
ledger-verb = Verb
ledger-speaker = Speaker
ledger-person = Person or thing
ledger-called = Called
quoted-words = { $count ->
    [one] { $count } quoted word
   *[other] { $count } quoted words
}

## Two readers

readers-linked-mine = Linked by you alone
readers-linked-theirs = Linked by the other reader alone
readers-linked-otherwise = Linked otherwise by each
readers-pair-mine = yours: { $a } with { $b }
readers-pair-theirs = theirs: { $a } with { $b }
readers-tagged-mine = Tagged “{ $tag }” by you alone
readers-tagged-theirs = Tagged “{ $tag }” by the other reader alone
readers-notes = Notes differ
readers-note-mine = yours: { $note }
readers-note-theirs = theirs: { $note }
readers-no-note = no note
readers-nothing-shared = The two projects have no article in common: { $path }
readers-both = Both
    .tooltip = How often both say yes
readers-only-mine = Only you
    .tooltip = How often only you say yes
readers-only-theirs = Only theirs
    .tooltip = How often only the other reader says yes
readers-precision = Precision
    .tooltip = Share of the other reader’s that are yours too
readers-recall = Recall
    .tooltip = Share of yours that are the other reader’s too
readers-f1 = F1
    .tooltip = Harmonic mean of the two; the same whoever is asked first
readers-alpha = Alpha
    .tooltip = Krippendorff’s alpha: 1 is perfect agreement, 0 is chance
readers-reading = Reading { $file } and comparing it with your project…
readers-beside = { $count ->
    [one] Your project beside { $file }: { $count } article in both
   *[other] Your project beside { $file }: { $count } articles in both
}
readers-left-out = Left out: { $mine } only in yours, { $theirs } only in theirs
disagreements-counted = { $count ->
    [one] { $count } disagreement
   *[other] { $count } disagreements
}
readers-agree = Both say the same about every passage
readers-choice-hint = Each choice changes your project as one step that can be taken back; the other file is left alone
readers-save = Save merged project as…
readers-another = Another project…
readers-tag = Tag “{ $tag }”
readers-links = Links between passages
readers-program = Links count as each project has them, those too that the program made and neither of you touched
readers-all-tags = All tags
readers-taken = { $choice } taken
readers-choice-named = { $choice }, disagreement { $number }
readers-go = Go to disagreement { $number }
readers-more = and { $count } more pairs
choice-mine = Mine
choice-theirs = Theirs
choice-both = Both
readers-comparing = Comparing
readers-compared = Comparing, { $percent } %
readers-stopped = The comparison was stopped; your project is as it was
readers-broke = The comparison broke off; your project is as it was: { $path }

## File dialogs

pick-articles = Open articles
pick-project = Open project
pick-tags = Import tag list
files-articles = Articles
files-all = All files
files-projects = Parallax projects
files-tags = Tag lists
files-any = Files
