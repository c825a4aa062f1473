# Views and the panels around them.

## Lists and counts

list-and = { $first } and { $last }
list-more = { $first } and { $count } more
words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
articles-counted = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
read-closely = read closely
too-long-for-model = too long to be read closely
statements-counted = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
lines-hidden = { $count ->
    [one] { $count } line hidden
   *[other] { $count } lines hidden
}
number-of = { $number } of { $all }
in-articles = in { $number } of { $all } articles
statement-number = Statement { $number }
statement-titled = Statement { $number }: { $title }
event-number = Event { $number }
event-titled = Event { $number }: { $title }
event-own = An event of its own
only-one-outlet = only in one outlet
base = base
cancel = Cancel
close = Close

## Top bar and menus

menu = Menu
menu-view = View
menu-look = Theme and size
menu-tools = Tools
menu-help = Help
articles = Articles
unsaved = unsaved
read-only-tag = read only
view-named = View { $view }
export-short = Export
copy-short = Copy
copy-menu = Copy menu
copy-with-marks = With difference marks
find-in-all = Find in all articles
recent = Recent
undo-named = Undo { $name }
redo-named = Redo { $name }

## Views, filters and orders

filter-all = All
    .tooltip = Every statement of the event
filter-differences = Differences
    .tooltip = Statements that the outlets word differently
filter-cut = Cut
    .tooltip = Statements that quote the same words with something left out or altered inside the marks
filter-only-one = Only one outlet
    .tooltip = Statements that no other article was found to report
filter-needs-look = Needs a look
    .tooltip = Statements whose passages may not belong together, or whose numbers, dates or places disagree
filter-quoted = Quoted
    .tooltip = Statements that some article gives as a quotation, all of it between the marks
filter-numbers = Numbers differ
    .tooltip = Statements whose numbers, dates or places disagree: check the sources
sort-base = Base order
sort-coverage = Coverage
sort-difference = Biggest difference
sort-needs-look = Needs a look first
density-full = Full text
density-differences = Differences
density-swaps = Swaps only
no-swaps = no swaps
density = Text shown in cells
order-of-rows = Order of rows
filter = Filter
filters-more = More filters: { $names }
filter-menu = Filter menu
filter-speaker = Speaker: { $name }
filter-tag = Tag: { $name }
filter-let-go = Show all again
event-of = Event { $number } of { $all }
alone = One article so far, with its quotations and reporting verbs: add a second to compare
alone-in-event = No other open article reports this event: add a second to compare
nothing-passes = No statement passes this filter
nothing-found = Nothing found for “{ $words }”
nothing-found-here = No statement of this event holds “{ $words }”; F3 goes to where it stands
nothing-yet = The articles are being read and compared. What is found appears here.
no-statements = No statements yet

## Voices

quoted = quoted
partly-quoted = partly quoted
partly = partly
paraphrased = paraphrased
not-found = not found

## Marks and legend

marks = Marks
legend-title = Marks
legend-fold = Fold the legend
legend-unfold = Unfold the legend
plain-is-shared = plain = shared; the base has no tint
mark-reworded = Reworded
mark-only-here = Only here
mark-moved = Elsewhere
mark-cut = Quote altered
mark-voice = Voice
mark-cue = Reporting verb
mark-force = Force
mark-fact = Number differs
mark-name = Name differs
mark-place = Placed differently
sample-reworded = reworded
sample-only-here = only here
sample-moved = elsewhere
sample-cue = SAID
sample-force = could
legend-cut = quote altered
legend-cue = reporting verb
legend-force = force
legend-fact = number differs
legend-name = name differs
mark-switch = Mark { $mark }
strip-meaning = The article from its headline to its end: a tick where each listed statement stands
elsewhere-meaning = What this article says of it was put in statement { $number }
not-found-meaning = No passage of this article was matched with the statement
meaning-quoted = Everything it reports stands between quotation marks
meaning-partly = Some of its words stand between quotation marks
meaning-paraphrased = In the outlet’s own words, without quotation marks
meaning-verb = The reporting verb: how the outlet says that it was said
meaning-paragraph = Where the passage stands in the article
meaning-not-found = Not found
meaning-pinned = Pinned: the row keeps these passages whatever else changes
dots-in = Reported in { $names }
dots-not-in = Not found in { $names }
meaning-reworded = Other words for what another reading says here
meaning-only-here = Words without a counterpart in any other reading of the row, nor in another row in which the passage stands
meaning-moved = The same words stand elsewhere in the compared reading
meaning-cut = The same quotation with other words or another extent inside the marks
meaning-voice = Quoted, partly quoted or paraphrased
meaning-cue = The reporting verbs belong to different classes, such as said and claimed
meaning-force = A modal, hedge or degree differs, such as must and should
meaning-fact = Values of the same kind in the same place differ: check the sources
meaning-name = One person, group or place under different names
meaning-place = Stands higher up or further down than elsewhere, by a third of the article or more
legend-kept = kept by none … all
    .tooltip = Words of the original statement, or of the fullest quotation: the darker the ground, the more outlets kept them

## Status line

principle-brief = Found by rules; no verdict
principle = Highlights show wording differences found by rules and a small word model. They do not say who is right or why.
cancel-work = Cancel the work in progress
updating = Updating…
out-of-date = Out of date
halted = The comparison was stopped: the table does not show what was changed last
compare = Compare
    .tooltip = Align the articles anew, with everything that was changed
no-articles = No articles yet
statements-match = { $count ->
    [one] { $count } of { $all } matches “{ $words }”
   *[other] { $count } of { $all } match “{ $words }”
}
statements-listed = { $count ->
    [one] { $count } listed statement
   *[other] { $count } listed statements
}
search-from-first = search went on from the first place
search-from-last = search went on from the last place
statements-in-all = { $count } in all
need-look = { $count ->
    [one] { $count } needs a look
   *[other] { $count } need a look
}
only-one-counted = { $count } only in one outlet
selected-counted = { $count } selected

## Strip and banner

linking = Linking a passage of { $name }: click its mate in another article, or choose it and press L
changed-elsewhere = { $count ->
    [one] { $count } change elsewhere
   *[other] { $count } changes elsewhere
}
changes-close = Close the list of changes
changes-hide = Hide
changes-show = Show
changes-hide-named = Hide what changed
changes-show-named = Show what changed
go-there = Go there
changed-on-disk = { $names } changed on disk
banner-close = Close the banner
    .tooltip = The articles stay as they are now
reload = Reload
    .tooltip = Read the file anew; decisions and notes stay where their words do
reload-named = Reload changed articles
dropped = dropped
dropped-named = Dropped: { $words }
banner-reloading = Reading { $names } anew…

## Empty window

empty-title = One event, several tellings
empty-lead = Open two or more articles about the same event. Parallax lines up what they report, statement by statement, and marks how each outlet worded it.
empty-redo = Undo has taken everything out of this comparison; Redo brings it back
to-begin = { $command } to begin
drop-files = or drop files anywhere in this window
formats = txt, md, html, mhtml, docx, odt, rtf, epub, pdf, eml, csv, json, folders · files stay on this computer
open-project-named = Open project { $name }
how-to-read = How to read the marks
example-shared = the bridge closed
example-reworded = for safety’s sake
example-only-here = and gave no date
example-cut-begins = “a precaution
example-cut-ends = ”
meaning-brief-shared = shared
meaning-brief-reworded = reworded
meaning-brief-only-here = only here
meaning-brief-cut = quote altered

## List of articles

add-articles = Add articles
join-with-event = Join with event { $number }: { $title }
article-named = Article { $sigil }, { $name }
name-outlet = Name the outlet…
name-outlet-of = Name the outlet of { $name }
spoken-hidden = hidden
make-base-named = Make { $name } the base
show-column-named = Show column { $name }
hide-column-named = Hide column { $name }

## Where a passage stands

place-headline = headline
place-subheading = subheading
place-caption = caption
place-paragraph = paragraph { $number }
place-paragraph-of = paragraph { $number } of { $all }
place-of = { $place } of { $all }
place-head = head
place-deck = subhead
role-dateline = dateline
role-byline = byline
role-text = text
role-list = list
role-quotation = quotation
role-clutter = clutter

## Grid

fold = Fold
unfold = Unfold
fold-statement = Fold statement { $number }
unfold-statement = Unfold statement { $number }
same-words = same words in { $number } of { $all }
tag-cut = cut
tag-voice = voice
tag-force = force
tag-fact = check number
tag-name = name
tag-place = placed differently
tag-verb = verb
spoken-passage = passage { $number } of { $all } chosen
spoken-linking = waits for its mate
spoken-pinned = pinned
spoken-possible = possible, needs a look
drag-passage = { $name }, statement { $number }: drop on a row to link, between rows for a new row, on nothing to split off
drag-row = Statement { $number }: drop on a row to join
column-named = { $name }, column { $sigil }
make-base-hint = Compare the other articles with this one  ·  B
make-base-short = Make base
move-left = Move left
move-right = Move right
show-column = Show column
hide-column = Hide column
original-on = Original statement
original-off = No original statement
move-to-event-menu = Move to event
properties = Properties…
kept-by-none = kept by none of { $all }
kept-by-all = kept by { $all ->
    [2] both
   *[other] all { $all }
}
kept-by = kept by { $number } of { $all }
not-found-in = not found in { $name }
elsewhere = see statement { $number }
elsewhere-in = { $name }: see statement { $number }
cell-more = { $count ->
    [one] { $count } more passage
   *[other] { $count } more passages
}
cell-before = { $before ->
    [one] { $before } passage before
   *[other] { $before } passages before
}
cell-around = { $before ->
    [one] { $before } passage before
   *[other] { $before } passages before
}, { $after } after
cell-fewer = fewer passages
cell-fold-named = { $words }, { $name }, statement { $number }
columns-before = ← { $count } more
columns-more = { $count } more →
nearest-passage = nearest passage…
nearest-named = Nearest passage in { $name } to statement { $number }
cell-not-found = { $name }, statement { $number }: not found
cell-elsewhere = { $name }, statement { $number }: not found here; see statement { $other }

## Reading view

bring-paragraph-back = Bring this paragraph back
set-paragraph-aside = Set this paragraph aside
statement-in = Statement { $number } in { $name }
lines-counted = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
lines-because = { $count ->
    [one] { $count } line: { $reason }
   *[other] { $count } lines: { $reason }
}
lines-hidden-because = { $count ->
    [one] { $count } line hidden: { $reason }
   *[other] { $count } lines hidden: { $reason }
}
fold-hide = hide
fold-show = show
articles-of = { $number } of { $all } articles
as-many-as-fit = As many as fit
only-here = only here
position-in = Position in { $name }
fold-bring-back = bring back
    .tooltip = These lines are part of the article

## Coverage

statement = Statement
coverage-in = in
lead = lead
coverage-row = Statement { $number }: { $title }, in { $readings } of { $all } articles
coverage-cell = { $name }, statement { $number }, { $voice }, { $place }
statements-found = Statements found
left-the-list = Statement { $number } is not in this list any more
order-hide = Hide order of telling
order-of-telling = Order of telling
order-explained = Top of each bar is the headline, foot is the last paragraph
order-named = Order of telling: where each article has each statement
selected-statement = selected statement
same-statement = same statement

## Inspector

inspector = Inspector
inspector-close = Close inspector
inspector-empty = Select a statement to see why its passages stand in one row and how they differ
pin-short = Pin
unpin-short = Unpin
copy-row = Copy row
reject-short = Reject…
certainty-exact = exact
certainty-rule = matched by rule
certainty-possible = possible
possible-tells-less = Fewer kinds of marks until pinned
    .tooltip = What may not belong together is compared less: voice not at all; verbs, force, names and numbers only where that is safer. If it belongs together, pin it, and all of them are compared.
why-one-row = Why these are one row
differences = Differences
difference-named = Difference { $number }: { $words }
voice-in = { $voice } in { $sigils }
position = Position
note = Note
note-hint = A note on this statement
because-speaker = speaker
because-speaker-all = { $name } in all { $number }
because-speaker-some = { $name } in { $number }
because-counted = { $words } (in { $number })
because-words = words
because-names = names
because-numbers = numbers
because-verbatim = verbatim
because-verbatim-words = { $count } words in a row
because-you = you
because-ruling = linked by hand
parted-by-hand = split off by hand
moved-here-by-hand = a passage moved here by hand
moved-away-by-hand = a passage moved away by hand
because-place = place
because-headlines = headlines or leads of the same event
words-left-out = left out: { $words }
swaps = Swaps
swap-named = Swap: { $words }
swap-by-model = Swap by the word model: { $words }
swaps-more = and { $count } more in the cells
variants = Variants of these words
variant-in = Variant in { $name }: { $words }
variants-without = nothing for them in { $names }
nearest-in = Nearest passage in { $name }
nearest-none = No passage of this article shares a telling word with the statement
not-taken-in-row = not taken: it stands in statement { $number }
not-taken-speaker = not taken: { $there } speaks here, { $here } there
not-taken-because = not taken: { $reason }
not-taken-parted = not taken: you split it off this statement
not-taken-few-words = not taken: too few words in common
in-common = in common: { $words }
link-nearest = Link it with this statement
link-nearest-named = Link the nearest passage of { $name }
kept-title = Kept by the others
kept-counts = { $number } of { $words } by { $all ->
    [2] both
   *[other] all { $all }
}, { $none } by none
decisions = Your decisions
take-back = take back
take-back-named = Take back: { $words }
take-back-hint = Whatever was done since stays; { $undo }
kept-by-other = { $number } of { $words } by the other

## What differs

note-starts-later = Quotation starts later
note-ends-earlier = Quotation ends earlier
note-words-left = { $count ->
    [1] Only one word of the quotation is kept
    [2] Only two words of the quotation are kept
    [3] Only three words of the quotation are kept
   *[other] Only { $count } words of the quotation are kept
}
note-omission = Words left out, and a mark says so
note-pieces = Quoted in pieces, without the words between
note-fewer-words = Fewer words inside the marks
note-other-words = Other words inside the marks
note-voices = { $here } here, { $elsewhere } elsewhere
note-verbs = Reporting verb: { $here } here, { $elsewhere } elsewhere
note-words = { $here } here, { $elsewhere } elsewhere
note-only-here = { $words } only here
note-only-elsewhere = { $words } elsewhere, not here
note-figures = { $figure } differs, check
note-places = In { $here } here, { $elsewhere } elsewhere
note-places-in = In { $here } here, { $there } in { $sigil }
note-in-headline = the headline
note-in-paragraph = paragraph { $number } of { $all }
figure-number = Number
figure-sum = Sum
figure-share = Share
figure-date = Date
figure-day = Day
figure-year = Year
figure-time = Time
figure-vote = Vote

## Tags

tags = Tags
tag-list = Tag list
tag-remove-named = Remove tag { $name }
    .tooltip = Take this tag off the statement
tag-add = Add a tag
tag-named = Tag { $name }
tag-colour = Colour of { $name }
    .tooltip = Choose another colour
tag-out-named = Remove { $name } from the list
    .tooltip = Out of the list and off every statement
colour-blue = Blue
colour-orange = Orange
colour-green = Green
colour-purple = Purple
colour-sky-blue = Sky blue
colour-vermillion = Vermillion
colour-yellow = Yellow
colour-grey = Grey

## Search and palette

search-failed = The search could not begin; try again
search-outside = The words stand outside every statement; look in the reading view
search-nothing = The words are not found
palette-title = Command palette
palette-hint = Type what you want to do
palette-nothing = No command is called so

## Dates

weekdays = Sun Mon Tue Wed Thu Fri Sat
months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
date = { $weekday } { $day } { $month } { $year }
date-brief = { $day } { $month } { $year }

## Class mode

class-outlets = Names of outlets are hidden; R shows them
class-marks = Marks are hidden; R shows them
class-both = Names of outlets and marks are hidden; R shows them
class-off = Nothing is hidden any more
class-sign-outlets = Class mode: outlets hidden · R shows them
class-sign-marks = Class mode: marks hidden · R shows them
class-sign-both = Class mode: outlets and marks hidden · R shows them
class-sign-revealed = Class mode: shown for now · R hides them again
called = Article { $sigil }
called-or = { $name } or { $sigil }
hidden-name = (hidden name)
