# What was done, refused or did not work, and words of the engine.

## Messages

problems-counted = { $count ->
    [one] One thing did not work
   *[other] { $count } things did not work
}
problems-close = Close messages
and-more = and { $count } more
clipboard-none = the desktop has none
not-copied = The clipboard can't be reached; nothing was copied ({ $reason })
not-pasted = The clipboard can't be reached; type the article, or open its file ({ $reason })
reading-clipboard = Reading the clipboard
paste-stuck = The program that holds the clipboard stopped sending it; nothing was pasted. Save the article as a file and open that, or copy it again
paste-too-long = The clipboard holds more than { $size } MB; nothing was pasted. Save it as a file and open that
paste-no-field = The text on the clipboard is too long for this field; nothing was pasted. Save it as a file and open that

## Steps that can be undone

rows-none = nothing
rows-one = statement { $number }
rows-many = statements { $first } and { $last }
step-unpin = unpin { $rows }
step-pin = pin { $rows }
step-pin-many = pin { $count } statements
step-join = join { $rows }
step-split-off = { $count ->
    [one] split off a passage of { $name } from statement { $number }
   *[other] split off { $count } passages of { $name } from statement { $number }
}
step-reject = { $count ->
    [one] reject a passage of { $name } in statement { $number }
   *[other] reject { $count } passages of { $name } in statement { $number }
}
step-move = { $count ->
    [one] move a passage of { $name } to statement { $number }
   *[other] move { $count } passages of { $name } to statement { $number }
}
step-new-row = { $count ->
    [one] new row for a passage of { $name } from statement { $number }
   *[other] new row for { $count } passages of { $name } from statement { $number }
}
step-link-statement = link a passage of { $name } with statement { $number }
step-link = link a passage of { $name } with one of { $other }
step-trim = trim the passage of { $name }
step-extend = extend the passage of { $name }
step-set-aside = set “{ $words }” aside
step-set-aside-many = { $count ->
    [one] set { $count } passage aside
   *[other] set { $count } passages aside
}
step-bring-back = bring “{ $words }” back
step-bring-back-many = { $count ->
    [one] bring { $count } passage back
   *[other] bring { $count } passages back
}
step-fullest = compare with the fullest quotation
undone = Undone: { $name }
redone = Done again: { $name }
nothing-to-undo = There is nothing to undo
nothing-to-redo = There is nothing to do again
step-mark-original = mark as original statement: { $name }
step-unmark-original = unmark as original statement: { $name }
step-base = choose { $name } as base
step-properties = correct the properties of { $name }
step-read-anew = read { $name } anew
step-remove-note = remove note
step-write-note = write note
step-tags = change tags
step-remove-tag = remove the tag { $name }
step-tag-list = change the tag list
step-rename-project = rename project
step-rename-statement = rename statement
step-move-event = move { $name } to another event
step-join-events = join events
step-add-article = add { $name }
step-add-articles = add { $number } articles
step-remove-article = close { $name }
step-remove-articles = close { $number } articles
step-move-article = move { $name }
step-hide-article = hide { $name }
step-hide-articles = hide { $number } articles
step-show-article = show { $name }
step-show-articles = show { $number } articles
step-take-back = take back: { $ruling }
ruling-link = link passages
ruling-part = unlink passages
ruling-move = move passage
ruling-new-row = new row
ruling-pin = pin row
ruling-reject = reject link
ruling-trim = trim passage
ruling-set-aside = set text aside
ruling-bring-back = bring text back
ruling-title = rename statement

## Notices on corrections

link-choose = Choose a passage, or select text in the reading view, to link it
link-stopped = Linking stopped
link-same-article = Choose a passage of another article as its mate
link-two-events = The two articles are in different events; join the events first
trim-same = The passage is as it was
nothing-set-aside = Nothing was set aside; select hidden lines in the reading view to bring them back
undo-this = Undo what this message tells of
done-set-aside = Set “{ $words }” aside
done-set-aside-many = { $count ->
    [one] Set { $count } passage aside
   *[other] Set { $count } passages aside
}
done-bring-back = Brought “{ $words }” back
done-bring-back-many = { $count ->
    [one] Brought { $count } passage back
   *[other] Brought { $count } passages back
}
done-pin = Pinned { $rows }
done-pin-many = Pinned { $count } statements
done-now-in = { $count ->
    [one] Done: the passage of { $name } is in statement { $number } now
   *[other] Done: the passages of { $name } are in statement { $number } now
}
done-now-in-several = Done: the passages of { $name } are in { $rows } now
and-left-is = ; the rest of statement { $before } is statement { $now } now
join-one-outlet = Not joined: both are of { $name } alone. Select a statement of another outlet with them, and all become one row
nothing-to-pin = A statement of one outlet alone has nothing to pin
all-above-pinned = Every statement above is pinned already
need-selection = Choose a statement first
need-cell = Choose a cell with a passage first
need-several-rows = Select two or more statements first, with Shift or Ctrl and a click
need-several-events = All articles are in one event
need-elsewhere = With the last step no other passage went to another statement; numbers and marks may differ
nothing-corrected = Nothing corrected yet
need-articles = Open articles to compare first
need-class-mode = Class mode is off
need-marks = Marks are hidden; R shows them
need-hits = There is nothing to go to: search for words that occur first
only-passage = The cell has one passage only
stands-alone = The passage stands alone already
has-own-row = The passage has a row of its own already
choose-cell-close = Choose a cell of the article that is to be closed
choose-cell-event = Choose a cell of the article that reports another event
choose-cell-original = Choose a cell of the article that is the original statement
choose-cell-base = Choose a cell of the article that is to be the base
closed-article = Closed { $name }; undo brings it back with its corrections and notes
original-now = { $name } is the original statement: the others are compared with it, and its words are shaded by how many kept them
original-no-more = { $name } is an article like the others
fullest-off = Compared with { $name } again
fullest-on = Each row is compared with its fullest quotation
event-with-articles = Event { $number }: { $title } ({ $names })
no-such-statement = No statement of this kind is shown
no-statement-here = This place stands in no statement
no-variants = No words of this passage have a variant elsewhere
stopped = Stopped; what was there before is kept

## What else changed

passage-unknown = A passage
passage-named = { $name } { $place } “{ $words }”
changed-moved = { $passage } left “{ $title }” and joined statement { $number }
changed-joined = { $passage } joined statement { $number }
changed-alone = { $passage } left “{ $title }” and is now in statement { $number }
changed-left = { $passage } left “{ $title }”
changed-added = Statement { $number } “{ $title }” is new
changed-gone = “{ $title }”, statement { $number } before, is no statement of its own any more
changed-renamed = Statement { $number } is called “{ $title }”; before “{ $before }”
changed-order = “{ $title }” has another place in the order: statement { $before } before, statement { $number } now

## Decisions

decision-passage = { $name } “{ $words }”
decision-more = { $count } more
decision-link = linked { $passages }
decision-pin = pinned { $passages }
decision-part = split off { $passages }
decision-moved-here = moved here: { $passages }
decision-moved-away = moved to another statement: { $passages }
decision-new-row = given a row of its own: { $passages }
decision-reject = rejected { $passages }: { $reason }
decision-trim = trimmed { $passages }
decision-extend = extended { $passages }
decision-set-aside = set aside { $passages }
decision-bring-back = brought back { $passages }
decision-title = renamed “{ $title }”
decision-move = move article to another event
decision-base = choose base
reason-speaker = other speaker
    .tooltip = Much the same words, but somebody else says them
reason-event = other event
    .tooltip = It tells of something at another time or place
reason-topic = only the same topic
    .tooltip = The same subject, but another statement
reason-clutter = not article text
    .tooltip = A caption, a link or something else around the article
reason-other = something else
    .tooltip = Any other reason

## Opening, saving and exporting

already-open = { $count ->
    [one] One article is open already
   *[other] { $count } articles are open already
}
articles-added = { $count ->
    [one] { $count } article added
   *[other] { $count } articles added
}
articles-added-in = { $count ->
    [one] { $count } article added, in event { $number }: { $title }
   *[other] { $count } articles added, in event { $number }: { $title }
}
articles-added-in-several = { $count ->
    [one] { $count } article added, in events { $numbers }
   *[other] { $count } articles added, in events { $numbers }
}
show-row = Show statement { $number }
show-event = Show event { $number }
twins-more = and { $count } more like this
opened-nothing-from = Nothing was opened from { $name }
opened-nothing = Nothing was opened
untitled = Untitled comparison
file-name = Comparison
copy-name = { $name } (copy)
pick-save = Save comparison
pick-export = Export
opened-read-only = { $error }. It was opened for reading only
one-project = A window shows one project; not opened: { $names }
saved = Saved { $name }
exported = Exported { $name }
tags-failed = The tag list could not be read; nothing was changed, try again
tags-added = { $count ->
    [one] { $count } tag added to the list
   *[other] { $count } tags added to the list
}
settings-not-kept = Settings were not kept. { $error }
settings-unreadable = Settings could not be read ({ $reason }); the first ones are used: { $path }
settings-damaged-kept = Settings were damaged ({ $reason }); the first ones are used, a copy is kept: { $path }
settings-damaged = Settings were damaged ({ $reason }); the first ones are used, the damaged file: { $path }
comparison-broke = The comparison stopped; your articles are safe. Undo the last change or remove the article you added last, and please report this reason: { $reason }
not-in-file = The article is not in its file any more; it stays as it was read: { $path }
lost-place = { $name }: “{ $words }”
read-anew = { $names } read anew; { $places }
bore-nothing = it bore no decisions or notes
places-kept = { $count ->
    [one] { $count } place with decisions or notes kept
   *[other] { $count } places with decisions or notes kept
}
places-dropped = { $count } dropped
nothing-to-copy-cell = The statement is not found in this article, so there is nothing to copy
nothing-to-copy = No statement is selected, so there is nothing to copy
copied-passage = Copied the passage of { $name }
copied-rows = Copied { $statements } of { $articles }
copied-without = { $count ->
    [one] without { $count } hidden column
   *[other] without { $count } hidden columns
}
copied-citations = { $count ->
    [one] Copied { $count } citation
   *[other] Copied { $count } citations
}
copied-ledger = Copied the ledger as a table
export-failed = The export could not be built ({ $reason }); nothing was written
export-broke = The export broke off; nothing was written, try again or choose another format
stage-writing = Writing { $name }
stage-model = Reading the language model
model-broke = The language model could not be read; choose the accurate mode once more
model-no-folder = The system names no folder for the language model
model-not-there = The language model is not there; tools/get-model fetches it: { $path }
model-unread = The language model could not be read ({ $reason }): { $path }
model-wrong = This is no language model that Parallax can use; tools/get-model fetches it anew: { $path }
model-missing = Compared without the accurate mode. { $why }
stage-looking = Looking for changed files
stage-reloading = Reading changed articles anew
stage-comparing = Comparing with { $name }
reload-failed = The articles could not be read anew; they stay as they were
copied-names-outlet = passages are verbatim, and some name an outlet
properties-hidden = The properties name the outlet, which class mode hides; press R to show names

## Refused changes

refused-nothing = Nothing to change
refused-no-article = The article is no longer in the project
refused-outside = The passage lies outside its article
refused-too-few = Choose passages of at least two places
refused-with-itself = A passage or article can't be set against itself
refused-no-ruling = The decision is no longer in the project
refused-read-only = This project is open for reading only; save it under another name to change it

## Errors of project files

store-missing = The project is not there any more; it may have been moved or renamed: { $path }
store-unreadable = The project could not be read ({ $reason }); nothing was changed: { $path }
store-no-project = This file is no Parallax project; to compare an article use Open articles: { $path }
store-damaged = The project file is damaged ({ $reason }); it was left as it is, restore it from a copy: { $path }
store-too-new = The project was made by a newer Parallax that this one can't read; update Parallax and try again: { $path }
store-too-large = The project is larger than 2 GiB; nothing was changed: { $path }
store-taken = The project is open in another window ({ $by }); close it there, or open it for reading only: { $path }
store-changed = The file was changed by another program since you opened it; nothing was overwritten, save under another name: { $path }
store-full = The disk is full; the last saved version is untouched, free some space or save elsewhere: { $path }
store-not-allowed = You may not write in this folder; the last saved version is untouched, save elsewhere: { $path }
store-no-folder = The folder is not there any more; your work is still open, save it elsewhere: { $path }
store-not-saved = The project could not be saved ({ $reason }); the last saved version is untouched, try again or save elsewhere: { $path }
store-no-journal-folder = The system names no folder for your data, so a crash would cost what is not saved; your work is open and whole, save the project to keep it safe
store-not-journaled = A crash would cost what is not saved, because it could not be written down as you work ({ $reason }); your work is open and whole, save the project to keep it safe: { $path }

## Phrases of the engine

stage-waiting = waiting
stage-reading = Reading
stage-reading-file = Reading { $name }
stage-preparing = reading the articles
stage-grouping = grouping the articles
stage-closely = reading the passages closely
stage-aligning = lining up the passages
apart-speaker = other speaker
apart-row = the other passages of its row report something else
apart-threshold = below the threshold
apart-topic = only the topic
clutter-no-words = no words in it
clutter-address = bare address
clutter-follow = prompt to follow
clutter-comments = comment form
clutter-log-in = log-in form
clutter-sharing = sharing button
clutter-reading-time = reading time
clutter-advertisement = advertisement marker
clutter-picture = placeholder of a picture
clutter-navigation = site navigation
clutter-link = link to another article
clutter-source = link to the source
clutter-copyright = copyright line
clutter-newsroom = note of the newsroom
clutter-between = stands between bare addresses
clutter-title = title repeated
clutter-section = name of a section
clutter-outlet = name of the outlet
clutter-before = printed before
clutter-twice = printed twice on the page
clutter-only-link = nothing but a link
clutter-one-reader = possibly not article text
clutter-page = head or foot of a page
clutter-by-hand = set aside by you
apart-rejected-speaker = rejected: other speaker
apart-rejected-event = rejected: other event
apart-rejected-topic = rejected: only the topic
apart-rejected-clutter = rejected: clutter
apart-rejected = rejected
apart-by-hand = set apart by hand
clutter-newsletter = newsletter or subscription prompt
foreign-office = an old Office file (.doc, .xls)
foreign-picture = a picture
foreign-compressed = a compressed file
foreign-archive = a compressed archive
foreign-safari = a web archive of Safari
foreign-sound = a sound file
foreign-film = a sound or film file
foreign-database = a database
foreign-xml = an XML file of a kind
foreign-sheet = a spreadsheet
foreign-presentation = a presentation
advice-own-program = open it in its own program and save it as DOCX
advice-only-text = only text can be compared
advice-unpack = unpack it and open the files in it
advice-save-page = save the page as HTML
advice-save-article = save the article as text, HTML or DOCX
advice-save-sheet = save the sheet as CSV
no-article-folder = The folder holds no file with the ending of an article (txt, html, docx, pdf …)
no-article-tags = No tag was found; write one a line, or save the code book as QDC
no-article-gone = The file no longer holds this article
no-article-white-space = The file holds only white space
no-article-no-word = There is no word in it
no-article-password = The file is protected by a password
no-article-unpacks = Its parts unpack to more than 256 MiB, which no article needs
no-article-page = This page shows no text; it may load it from the network when a browser opens it
no-article-copying = The book is protected against copying
no-article-book = This book holds no text
no-article-text = The file holds no text
no-article-rtf = This RTF file holds no text
no-article-saved-page = This saved page holds no HTML; it may have been cut short
no-article-mail = This mail holds no text
no-article-document-password = The document is protected by a password
no-article-document = This document holds no text; it may be a picture of a page
no-article-factiva = This Factiva file holds no article with text
no-article-word = This Word document holds no text; it may be a picture of a page
no-article-encrypted = This PDF is encrypted in a way that Parallax does not know
no-article-pdf = This PDF holds no text
no-article-pdf-part = A part of this PDF unpacks to more than 64 MiB, which no article needs
no-article-pdf-fonts = The fonts of this PDF do not say which letters they draw, so its text cannot be read
no-article-pdf-pictures = This PDF holds pictures of pages, no text; run it through text recognition (OCR) first
no-article-pdf-password = This PDF is protected by a password; save it without one in the program that opens it
damaged-cut-short = it ends too soon, as a file does that was not loaded or copied to its end
damaged-other-bytes = it does not hold what a file with this ending holds
damaged-pages = its list of pages cannot be read
damaged-header = its header cannot be read
damaged-contents = its list of contents is missing
damaged-json = it is neither JSON nor JSON lines
damaged-reader = its reader failed on it
damaged-gone = the file is gone right after it was written

## Why a file could not be read or written, where the system or a library says so
cause-part = its part { $part } is missing
cause-at = its structure is faulty, at line { $line } column { $column }
cause-built = its structure is faulty
cause-gone = it is not there any more
cause-not-allowed = permission denied
cause-device = the device reports an error
cause-full = the disk is full
cause-read-only = the disk can only be read
cause-system = system error { $number }

## Classes of reporting verbs

class-say = say
    .tooltip = reports the act only: the outlet takes no stand
class-assert = claim
    .tooltip = the speaker puts it forward, the outlet keeps its distance: claim, insist, argue
class-factive = presuppose
    .tooltip = presupposes it or sets it before the reader as given: admit, reveal, point out, underscore
class-negative = reject
    .tooltip = a hostile or rejecting act: accuse, blast, dismiss, deny
class-directive = urge
    .tooltip = asks others to act: urge, call for, demand
class-positive = support
    .tooltip = a supporting act: praise, hail, defend
class-cognition = think
    .tooltip = an inner state or a finding, not speech: believe, want, hope

## Errors of article files

intake-unreadable = The file could not be read ({ $reason }); nothing was added: { $path }
intake-missing = There is no such file; it may have been moved or renamed: { $path }
intake-folder = This is a folder, not a file; open the files in it: { $path }
intake-no-file = This is a device or a pipe, not a file; nothing was read: { $path }
intake-empty = The file is empty; nothing was added: { $path }
intake-too-large = The file is larger than 256 MiB; split it or save the article by itself: { $path }
intake-not-text = This file holds no text that Parallax can read; save the article as text, HTML or DOCX: { $path }
intake-foreign = This is { $what }, which Parallax does not read; { $advice }: { $path }
intake-address = This is a web address, and Parallax fetches nothing; save the page in the browser and open that file: { $path }
intake-project = This is a Parallax project, no article; open it alone with Open project, or give it to parallax-cli compare: { $path }
intake-no-article = { $what }; nothing was added: { $path }
intake-empty-column = The column { $column } holds no text; nothing was added: { $path }
intake-many-parts = The archive holds { $number } files, more than { $most }; nothing was added: { $path }
intake-large-part = Its part { $part } unpacks to more than 64 MiB, which no article needs; nothing was added: { $path }
intake-damaged = The { $format } file is damaged ({ $reason }); nothing was added, open it in its own program and save it again: { $path }
intake-too-slow = Reading this { $format } file took longer than { $seconds } seconds and was given up; save the article as text or HTML: { $path }
intake-no-column = No column holds an article's text (found: { $columns }); call it text, body or content; nothing was added: { $path }
intake-no-encoding = There is no encoding called { $encoding }; choose one of the list: { $path }
intake-broke = The file broke its reader ({ $reason }); save the article as text or HTML and open that: { $path }

## Notices of files and projects

notice-broken-bytes = Some bytes are no text in { $encoding } and stand as �; if words look wrong, choose another encoding in the article’s menu, Properties…
notice-guessed-encoding = Read as { $encoding }, which is a guess; if words look wrong, choose another encoding in the article’s menu, Properties…
notice-all-clutter = All of the pasted lines look like parts of a page; bring back the ones that belong to the article
notice-too-deep = This page is nested deeper than any article, so all of its text is shown
notice-readers-disagree = The two readers of pages did not agree on where the article is; check that it is complete
notice-no-article-seen = No article was recognised on this page, so all of its text is shown
notice-picture-pages = { $number } of the { $all } pages are pictures without text
notice-unknown-letters = { $count ->
    [one] { $count } letter of this PDF cannot be told and stands as �
   *[other] { $count } letters of this PDF cannot be told and stand as �
}
notice-broken-pages = { $count ->
    [one] Page { $pages } of this PDF could not be read to its end
   *[other] Pages { $pages } of this PDF could not be read to their end
}
notice-cut-short = This PDF ends too soon; what stood behind its last page is missing
notice-first-pages = This PDF has { $all } pages; the first { $number } were read
notice-no-json = { $count ->
    [one] { $count } line is no JSON and was left out: line { $first }
   *[other] { $count } lines are no JSON and were left out, the first of them line { $first }
}
notice-empty-records = { $count ->
    [one] { $count } record without text was left out
   *[other] { $count } records without text were left out
}
notice-found = Found { $count } articles in one file
notice-first-articles = Found more than { $count } articles in one file; the first { $count } were read
notice-fewer-than-stated = The file says that it holds { $all } articles, and { $number } were found; the others may have no text
notice-unreadable-folders = { $count ->
    [one] { $count } folder inside could not be read
   *[other] { $count } folders inside could not be read
}
notice-first-files = The folder holds more than { $count } files; the first were read
project-newer = This project was made by a newer Parallax and is open for reading only, so that nothing in it gets lost
project-left-out = { $count ->
    [one] { $count } of the decisions and notes doesn't fit its article and was left out; the file still has it until you save
   *[other] { $count } of the decisions and notes don't fit their articles and were left out; the file still has them until you save
}
project-unknown-decisions = { $count ->
    [one] { $count } decision is of a kind that this Parallax does not know and is not shown; the file keeps it
   *[other] { $count } decisions are of kinds that this Parallax does not know and are not shown; the file keeps them
}
project-unknown-fields = { $count ->
    [one] { $count } entry of the file means nothing to this Parallax; the file keeps it
   *[other] { $count } entries of the file mean nothing to this Parallax; the file keeps them
}
project-changed-text = The text of { $name } was changed outside Parallax; check its decisions and notes, they may stand in the wrong place
project-new-blocks = The parts of { $name } didn't fit its text and were found anew
project-saved-since = The project file was saved after these changes were kept; save under another name to have both
twin-same = the same text as { $name }
twin-nearly = { $percent } % the same text as { $name }
twin-in-other = { $percent } % of this text stands in { $name } too
twin-holds-other = { $percent } % of { $name } stands in this text too
twin-title = “{ $title }”
twin-same-outlet = another article of { $name }

## Copies and exports

export-untitled = Comparison of articles
export-made = Exported { $day }
export-date = { $day } { $month } { $year }
export-date-month = { $month } { $year }
export-months = January February March April May June July August September October November December
export-needs-look = needs a look
export-mark-reworded = reworded
export-mark-moved = elsewhere
export-mark-cut = quote altered
export-mark-voice = voice differs
export-mark-cue = reporting verb differs
export-mark-force = force differs
export-mark-name = name differs
export-mark-fact = number or fact differs, check
export-shared = plain text: shared; the base has no tint
export-missing = words missing
export-difference = { $mark }: { $note }
export-difference-in = { $mark } in { $letters }: { $note }
export-hidden = Hidden columns: { $names }.
export-filters = Filters in force: { $filters }.
export-filter-speaker = speaker { $name }
export-filter-tag = tag { $name }
export-filter-words = with the words “{ $words }”
export-out-of-date = out of date, without what was changed last
export-filter-class = names of outlets hidden, but not inside passages
export-notices = Notices
export-tags = Tags: { $tags }
export-note = Note: { $note }
export-tags-item = tags: { $tags }
export-note-item = note: { $note }
export-number = No.
export-state = State
export-about = About
export-article = Article
export-event = Event
export-published = Published
export-words = Words
export-passages = Passages

## Languages of articles

language-ar = Arabic
language-bn = Bengali
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-es = Spanish
language-fa = Persian
language-fi = Finnish
language-fr = French
language-he = Hebrew
language-hi = Hindi
language-it = Italian
language-ja = Japanese
language-ko = Korean
language-nb = Norwegian (Bokmål)
language-nl = Dutch
language-nn = Norwegian (Nynorsk)
language-no = Norwegian
language-pl = Polish
language-pt = Portuguese
language-ru = Russian
language-sv = Swedish
language-tr = Turkish
language-uk = Ukrainian
language-zh = Chinese
languages-several = The articles are in { $names }; across languages few statements are matched, check those that are
languages-stranger = in { $own }, hardly matched with { $most }

## Letters without a font

letters-without-font = No font on this computer has the { $letters } of { $articles }; boxes stand for them, and copies hold them all the same. Install a font that has them and start Parallax again
letters-greek = Greek letters
letters-cyrillic = Cyrillic letters
letters-armenian = Armenian letters
letters-hebrew = Hebrew letters
letters-arabic = Arabic letters
letters-devanagari = Devanagari letters
letters-bengali = Bengali letters
letters-southern-india = letters of southern India or Sri Lanka
letters-thai = Thai letters
letters-lao = Lao letters
letters-burmese = Burmese letters
letters-georgian = Georgian letters
letters-korean = Korean letters
letters-ethiopic = Ethiopic letters
letters-khmer = Khmer letters
letters-japanese = Japanese letters
letters-chinese = Chinese characters
letters-symbols = symbols
letters-some = some letters
