//! Files that are whole, cut, old, new, locked and lost.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use collation::ruling::{Anchor, Ruling};
use collation::{Block, Metadata, Role, Span, Text, Witness, WitnessKey};

use super::*;
use crate::history::Document;
use crate::project::{Code, Edit};

fn at(article: u32, start: usize, end: usize) -> Anchor {
    Anchor { article: WitnessKey(article), span: Span::new(start, end) }
}

fn witness(outlet: &str, text: &str) -> Witness {
    let text = Text::new(text);
    Witness {
        path: format!("/articles/{outlet}.txt"),
        format: "txt".to_owned(),
        meta: Metadata { outlet: Some(outlet.to_owned()), ..Metadata::default() },
        blocks: vec![Block::new(Role::Body, text.span())],
        text,
        ..Witness::default()
    }
}

/// Two articles with a bit of everything.
fn document() -> Document {
    let mut document = Document::default();
    let witnesses = vec![
        witness("Harbour Post", "The bridge “will stay shut”, the mayor said. Café owners \u{1f600} object."),
        witness("The Ledger", "Bridge to stay shut, mayor says."),
    ];
    for edit in [
        Edit::AddArticles { at: None, witnesses },
        Edit::AddRulings { name: None, rulings: vec![Ruling::Link { passages: vec![at(1, 0, 10), at(2, 0, 6)] }] },
        Edit::SetBase { article: WitnessKey(2) },
        Edit::SetNote { anchor: at(1, 0, 10), note: "quoted \"in full\"".to_owned() },
        Edit::SetTags { anchor: at(1, 0, 10), tags: vec!["closure".to_owned()] },
        Edit::SetCodes {
            codes: vec![Code { name: "closure".to_owned(), colour: Some("#0072b2".to_owned()), ..Code::default() }],
        },
        Edit::SetHidden { articles: vec![WitnessKey(2)], is_hidden: true },
        Edit::RenameProject { title: "Bridge".to_owned() },
    ] {
        document.edit(edit).unwrap();
    }
    document
}

fn renamed(title: &str) -> Document {
    let mut document = document();
    document.edit(Edit::RenameProject { title: title.to_owned() }).unwrap();
    document
}

#[test]
fn save_load_save_is_byte_equal() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["a.parallax", "b.parallax"].map(|name| folder.path().join(name));
    let document = document();
    save(&first, document.project(), None).unwrap();
    let opened = open(&first).unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(opened.project.articles(), document.project().articles());
    save(&second, &opened.project, None).unwrap();
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left in the folder");
}

#[test]
fn the_file_is_readable_json_with_a_version() {
    let file = write(document().project());
    let json: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert_eq!(json["format"], "parallax-project");
    assert_eq!(json["version"], 1);
    assert_eq!(json["articles"][0]["outlet"], serde_json::Value::Null);
    assert_eq!(json["articles"][0]["meta"]["outlet"], "Harbour Post");
    assert_eq!(json["articles"][1]["is_hidden"], true);
    assert_eq!(json["rulings"][0]["ruling"], "link");
    assert_eq!(
        json["remarks"][0],
        serde_json::json!({
            "article": 1, "start": 0, "end": 10, "note": "quoted \"in full\"", "tags": ["closure"]
        })
    );
    // As `sha256sum` prints it for a file that holds the text.
    assert_eq!(format::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert!(file.ends_with("}\n"));
}

#[test]
fn the_manual_shows_a_file_as_it_is_written() {
    let manual = include_str!("../../../../docs/file-formats.md");
    let shown = manual.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(read("manual", shown.as_bytes()).is_ok(), "{:?}", read("manual", shown.as_bytes()));
    let keys = |json: &serde_json::Value| json.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let shown: serde_json::Value = serde_json::from_str(shown).unwrap();
    let written: serde_json::Value = serde_json::from_str(&write(document().project())).unwrap();
    assert_eq!(keys(&shown), keys(&written));
    for part in ["articles", "remarks", "codes"] {
        assert_eq!(keys(&shown[part][0]), keys(&written[part][0]), "{part}");
    }
    assert_eq!(keys(&shown["view"]), keys(&written["view"]));
}

#[test]
fn what_is_no_whole_project_gets_a_sentence() {
    let whole = write(document().project());
    let cut = &whole[..whole.len() / 2];
    let twice = whole.replace("\"key\": 2", "\"key\": 1");
    let unknown = whole.replace("\"ruling\": \"base\"", "\"ruling\": \"paint\"");
    let newer = |from: &str| from.replace("\"version\": 1", "\"version\": 7");
    let cases: &[(&str, &str)] = &[
        ("", "is no Parallax project"),
        ("The bridge is closed.", "is no Parallax project"),
        ("{\"articles\": []}", "is no Parallax project"),
        ("[1, 2]", "is no Parallax project"),
        (cut, "damaged"),
        (&twice, "damaged (two articles have the number 1)"),
        (&unknown, "damaged (a decision can't be read"),
        (&newer(&whole).replace("\"articles\": [", "\"articles\": [3,"), "newer Parallax that this one can't read"),
    ];
    for (text, expected) in cases {
        let error = read("/work/a.parallax", text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert!(error.ends_with(": /work/a.parallax"), "{error}");
    }
}

#[test]
fn any_damage_is_survived() {
    let whole = write(document().project()).into_bytes();
    for at in (0..whole.len()).step_by(7) {
        for byte in [b'x', b'0', b'"', 0xff] {
            let mut bytes = whole.clone();
            bytes[at] = byte;
            // An error or a project; what counts is that it returns and that the project is sound.
            if let Ok(read) = read("a.parallax", &bytes) {
                let again = write(&read.project);
                assert_eq!(write(&super::read("a.parallax", again.as_bytes()).unwrap().project), again);
            }
        }
    }
}

#[test]
fn a_newer_file_opens_for_reading_only_and_says_so() {
    let newer = write(document().project())
        .replace("\"version\": 1", "\"version\": 2")
        .replace("\"ruling\": \"base\"", "\"ruling\": \"paint\", \"colour\": 3")
        .replace("\"title\": \"Bridge\"", "\"title\": \"Bridge\", \"weather\": {\"sun\": true}");
    let read = read("a.parallax", newer.as_bytes()).unwrap();
    assert!(read.is_newer);
    assert_eq!(read.project.title(), "Bridge");
    assert_eq!(read.project.rulings().len(), 1);
    assert_eq!(
        read.notices,
        [StoreNotice::Newer, StoreNotice::UnknownDecisions { count: 1 }, StoreNotice::UnknownFields { count: 1 },]
    );
}

#[test]
fn text_that_was_changed_outside_is_noticed_and_decisions_outside_it_fall_out() {
    let changed = write(document().project()).replace("Bridge to stay shut, mayor says.", "Shut.");
    let read = read("a.parallax", changed.as_bytes()).unwrap();
    assert_eq!(read.project.rulings(), [Ruling::Base { article: WitnessKey(2) }]);
    assert_eq!(read.notices.len(), 3, "{:?}", read.notices);
    assert_eq!(read.notices[0], StoreNotice::ChangedText { article: "The Ledger".to_owned() });
}

#[test]
fn a_failed_save_leaves_what_was_there_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parallax");
    let stamp = save(&path, document().project(), None).unwrap();
    let before = fs::read(&path).unwrap();

    let nowhere = folder.path().join("gone").join("a.parallax");
    let error = save(&nowhere, document().project(), None).unwrap_err();
    assert_eq!(error, StoreError::NoFolder { path: nowhere.to_string_lossy().into_owned() });

    fs::write(&path, "somebody else was here").unwrap();
    let error = save(&path, document().project(), Some(stamp)).unwrap_err();
    assert!(matches!(error, StoreError::ChangedOnDisk { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"somebody else was here");
    // What the reader agreed to overwrite is overwritten.
    save(&path, document().project(), None).unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);

    for (kind, expected) in [
        (ErrorKind::StorageFull, "The disk is full; the last saved version is untouched"),
        (ErrorKind::QuotaExceeded, "The disk is full; the last saved version is untouched"),
        (ErrorKind::ReadOnlyFilesystem, "You may not write in this folder; the last saved version is untouched"),
        (ErrorKind::PermissionDenied, "You may not write in this folder; the last saved version is untouched"),
        (ErrorKind::NotFound, "The folder is not there any more; your work is still open"),
        (ErrorKind::FileTooLarge, "The project could not be saved (file too large)"),
    ] {
        let error = disk::error_of_save(&path, &Error::from(kind)).to_string();
        assert!(error.starts_with(expected), "{error}");
        assert!(error.ends_with("a.parallax"), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_project_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let [path, link] = ["a.parallax", "link.parallax"].map(|name| folder.path().join(name));
    save(&path, document().project(), None).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    save(&link, renamed("Ferry").project(), None).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(open(&path).unwrap().project.title(), "Ferry");
}

#[test]
fn a_second_window_is_noticed_and_the_lock_goes_with_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parallax");
    save(&path, document().project(), None).unwrap();
    let first = Lock::take(&path).unwrap();
    assert!(first.is_some());
    let error = Lock::take(&path).unwrap_err();
    assert!(matches!(&error, StoreError::Taken { by, .. } if by.starts_with("process ") || by == "another process"));
    drop(first);
    assert!(Lock::take(&path).unwrap().is_some());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no lock is left behind");
    assert!(Lock::take(&folder.path().join("gone").join("a.parallax")).unwrap().is_none());
}

#[test]
fn a_lock_is_never_held_twice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parallax");
    let holders = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..200 {
                    if let Ok(Some(lock)) = Lock::take(&path) {
                        assert_eq!(holders.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                        std::thread::yield_now();
                        holders.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                        drop(lock);
                    }
                }
            });
        }
    });
}

#[test]
fn a_journal_is_offered_only_when_its_window_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let of = folder.path().join("a.parallax");
    let journal = Journal::begin(folder.path()).unwrap();
    assert!(journal.is_empty());
    journal.write(Some(&of), document().project()).unwrap();
    journal.write(Some(&of), renamed("Ferry").project()).unwrap();
    assert_eq!(journal::find(folder.path()), []);
    drop(journal);
    fs::write(folder.path().join("torn.journal"), "{\"journal_of\"").unwrap();

    let found = journal::find(folder.path());
    let [left] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((left.of.as_deref(), left.title.as_str(), left.articles), (Some(of.as_path()), "Ferry", 2));
    let read = journal::recover(&left.journal).unwrap();
    assert_eq!(write(&read.project), write(renamed("Ferry").project()));
    journal::discard(&left.journal);
    fs::write(folder.path().join("crashed.lock"), "process 1; 0").unwrap();
    assert_eq!(journal::find(folder.path()), []);
    assert!(folder.path().join("torn.journal").exists(), "what can't be understood stays");
    assert!(!folder.path().join("crashed.lock").exists());
}

/// A clock that was set back, or a disk that came from a machine whose clock ran ahead.
#[test]
fn a_clock_that_goes_back_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let set_clock_of =
        |path: &Path, time| fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    let future = SystemTime::now() + Duration::from_hours(24 * 365);
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1);
    for time in [future, past] {
        let path = folder.path().join("a.parallax");
        save(&path, document().project(), None).unwrap();
        set_clock_of(&path, time);
        let opened = open(&path).unwrap();
        save(&path, renamed("Ferry").project(), Some(opened.stamp)).unwrap();
        let again = open(&path).unwrap();
        assert_eq!(write(&again.project), write(renamed("Ferry").project()));
        assert_eq!(again.notices, []);
        fs::remove_file(&path).unwrap();

        let unsaved = folder.path().join("unsaved");
        let journal = Journal::begin(&unsaved).unwrap();
        journal.write(None, renamed("Ferry").project()).unwrap();
        drop(journal);
        let journal = journal::find(&unsaved).pop().unwrap().journal;
        set_clock_of(&journal, time);
        let found = journal::find(&unsaved);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(write(&journal::recover(&journal).unwrap().project), write(renamed("Ferry").project()));
        journal::discard(&journal);
    }
}

fn kept_until(keeper: &mut Keeper, enough: impl Fn(&[Kept]) -> bool) -> Vec<Kept> {
    let begun = Instant::now();
    let mut kept = Vec::new();
    while !enough(&kept) && begun.elapsed() < Duration::from_secs(5) {
        kept.extend(keeper.poll());
        std::thread::sleep(Duration::from_millis(1));
    }
    kept
}

fn one(keeper: &mut Keeper) -> Kept {
    let kept = kept_until(keeper, |kept| !kept.is_empty());
    assert_eq!(kept.len(), 1, "{kept:?}");
    kept.into_iter().next().unwrap()
}

fn keeper(folder: &Path) -> Keeper {
    Keeper::start(Arc::new(|| {}), Some(folder.join("unsaved")))
}

fn rest(keeper: &Keeper) {
    let begun = Instant::now();
    while keeper.is_busy() {
        assert!(begun.elapsed() < Duration::from_secs(5));
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn journals(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("unsaved")).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ext| ext == "journal")).collect()
}

#[test]
fn the_keeper_saves_opens_and_notices_a_second_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parallax");
    let mut first = keeper(folder.path());
    let mut document = document();
    first.save(path.clone(), &document);
    let Kept::Saved { state, .. } = one(&mut first) else { panic!() };
    document.saved(state);
    assert!(!document.is_unsaved());

    let mut second = keeper(folder.path());
    second.open(path.clone());
    assert!(matches!(one(&mut second), Kept::NotOpened { error: StoreError::Taken { .. }, .. }));
    second.open_read_only(path.clone());
    assert!(matches!(one(&mut second), Kept::Opened { is_read_only: true, .. }));
    second.save(path.clone(), &document);
    assert!(matches!(one(&mut second), Kept::NotSaved { error: StoreError::Taken { .. }, .. }));

    // The window that holds it may open it again, and keeps the lock where that fails.
    first.open(path.clone());
    assert!(matches!(one(&mut first), Kept::Opened { is_read_only: false, .. }));
    let whole = fs::read(&path).unwrap();
    fs::write(&path, "{").unwrap();
    first.open(path.clone());
    assert!(matches!(one(&mut first), Kept::NotOpened { .. }));
    second.open(path.clone());
    assert!(matches!(one(&mut second), Kept::NotOpened { error: StoreError::Taken { .. }, .. }));
    fs::write(&path, whole).unwrap();
    first.leave_project();
    rest(&first);
    second.open(path);
    assert!(matches!(one(&mut second), Kept::Opened { is_read_only: false, .. }));
}

#[test]
fn a_crash_costs_what_was_not_journaled_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parallax");
    let mut first = keeper(folder.path());
    let mut document = document();
    first.save(path.clone(), &document);
    let Kept::Saved { state, .. } = one(&mut first) else { panic!() };
    document.saved(state);
    assert_eq!(first.tick(&document, None), None);
    document.edit(Edit::RenameProject { title: "Ferry".to_owned() }).unwrap();
    assert!(first.tick(&document, None).is_some_and(|wait| wait <= Duration::from_secs(3)));
    first.journal_now(&document, None);
    assert_eq!(first.tick(&document, None), None, "this state is in the journal");
    drop(first);

    let mut second = keeper(folder.path());
    let Kept::Recoverable(found) = one(&mut second) else { panic!() };
    second.recover(found[0].journal.clone());
    let Kept::Recovered { of, project, notices, .. } = one(&mut second) else { panic!() };
    assert_eq!(notices, []);
    assert_eq!((of, project.title()), (Some(path.clone()), "Ferry"));
    let mut recovered = Document::recovered(*project);
    assert!(recovered.is_unsaved());
    assert_eq!(journals(folder.path()).len(), 1, "it stays until it is safe elsewhere");
    second.save(path.clone(), &recovered);
    let Kept::Saved { state, .. } = one(&mut second) else { panic!() };
    recovered.saved(state);
    assert_eq!(journals(folder.path()), Vec::<PathBuf>::new());
    assert_eq!(open(&path).unwrap().project.title(), "Ferry");
}

#[test]
fn a_file_saved_after_the_crash_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parallax");
    let journal = Journal::begin(&folder.path().join("unsaved")).unwrap();
    journal.write(Some(&path), document().project()).unwrap();
    drop(journal);
    std::thread::sleep(Duration::from_millis(20));
    save(&path, renamed("Ferry").project(), None).unwrap();
    let mut keeper = keeper(folder.path());
    let Kept::Recoverable(found) = one(&mut keeper) else { panic!() };
    keeper.recover(found[0].journal.clone());
    let Kept::Recovered { notices, .. } = one(&mut keeper) else { panic!() };
    assert_eq!(notices, [StoreNotice::SavedSince]);
}

#[test]
fn the_journal_goes_when_there_is_nothing_left_to_lose() {
    let folder = tempfile::tempdir().unwrap();
    let mut keeper = keeper(folder.path());
    let mut document = Document::default();
    document.edit(Edit::RenameProject { title: "Ferry".to_owned() }).unwrap();
    keeper.journal_now(&document, None);
    rest(&keeper);
    assert_eq!(journals(folder.path()).len(), 1);
    document.undo();
    keeper.tick(&document, None);
    rest(&keeper);
    assert_eq!(journals(folder.path()).len(), 0);
}

#[test]
fn what_comes_late_of_a_document_that_was_left_is_not_taken_for_the_next_ones() {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = ["a.parallax", "b.parallax"].map(|name| folder.path().join(name));
    let mut keeper = keeper(folder.path());
    for path in [&b, &a] {
        keeper.save(path.clone(), &document());
        assert!(matches!(one(&mut keeper), Kept::Saved { is_left: false, .. }));
    }
    // Changed, discarded, and saved once more while the next one is being opened.
    let changed = renamed("Ferry");
    keeper.open(b.clone());
    rest(&keeper);
    keeper.journal_now(&changed, None);
    keeper.save(a.clone(), &changed);
    rest(&keeper);
    let kept = keeper.poll();
    let [Kept::Opened { .. }, Kept::Saved { path, is_left: true, .. }] = kept.as_slice() else { panic!("{kept:?}") };
    assert_eq!((path, journals(folder.path()).len()), (&a, 0), "of b nothing is unsaved");
    assert!(fs::read_to_string(&a).unwrap().contains("Ferry"));
    // The file of b is still its own: changed by another program, it is not overwritten unasked.
    fs::write(&b, "{}").unwrap();
    keeper.save(b.clone(), &document());
    assert!(matches!(one(&mut keeper), Kept::NotSaved { error: StoreError::ChangedOnDisk { .. }, is_left: false, .. }));
    // The reader begins a new project while one is saved and another one opened.
    keeper.save(a.clone(), &changed);
    keeper.open(a);
    keeper.leave_project();
    rest(&keeper);
    assert!(matches!(keeper.poll().as_slice(), [Kept::Saved { is_left: true, .. }]), "the newest wish counts");
}

#[test]
fn where_journals_can_not_be_kept_the_reader_is_told_once_what_that_means() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "no folder").unwrap();
    for (journals, begins, ends) in [
        (None, "The system names no folder for your data, so a crash", "save the project to keep it safe"),
        (Some(file.join("unsaved")), "A crash would cost what is not saved, because", "unsaved"),
    ] {
        let mut keeper = Keeper::start(Arc::new(|| {}), journals);
        let mut document = document();
        keeper.journal_now(&document, None);
        let Kept::NotJournaled { error } = one(&mut keeper) else { panic!("nothing was told") };
        let words = error.to_string();
        assert!(words.starts_with(begins) && words.ends_with(ends), "{words}");
        assert!(words.contains("your work is open and whole"), "{words}");
        document.undo();
        keeper.journal_now(&document, None);
        rest(&keeper);
        assert!(keeper.poll().is_empty());
    }
}
