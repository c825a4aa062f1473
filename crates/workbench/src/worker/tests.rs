//! The worker against an engine that the test holds in its hand.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::*;

fn job(revision: u64) -> Job {
    Job {
        revision,
        witnesses: Vec::new(),
        rulings: Arc::default(),
        options: Options::default(),
        vocabulary: Arc::default(),
    }
}

fn nothing_to_read() -> ReadSource {
    Arc::new(|_| Ok(Found::default()))
}

/// Answers until `enough`, or what came in five seconds.
fn answers_until(worker: &Worker, enough: impl Fn(&[Answer]) -> bool) -> Vec<Answer> {
    let begun = Instant::now();
    let mut answers = Vec::new();
    while !enough(&answers) && begun.elapsed() < Duration::from_secs(5) {
        answers.extend(worker.poll());
        std::thread::sleep(Duration::from_millis(1));
    }
    answers
}

fn wait_for(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(5), "it did not happen");
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn show(answers: &[Answer]) -> Vec<String> {
    answers
        .iter()
        .map(|answer| match answer {
            Answer::Read { path, result: Ok(_) } => format!("read {path}"),
            Answer::Read { path, result: Err(_) } => format!("not read {path}"),
            Answer::ReadingDone => "done".to_owned(),
            Answer::Collated { revision, .. } => format!("sheet {revision}"),
            Answer::Failed { revision, .. } => format!("failed {revision}"),
        })
        .collect()
}

#[test]
fn the_newest_revision_wins_and_the_older_job_is_stopped() {
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    let collate: CollateJob = Box::new(move |job, control| {
        counted.fetch_add(1, Ordering::SeqCst);
        while job.revision < 9 && !control.is_stopped() {
            std::thread::sleep(Duration::from_millis(1));
        }
        Sheet::default()
    });
    let worker = Worker::start_with(Arc::new(|| {}), collate, nothing_to_read());
    worker.collate(job(0));
    wait_for(|| runs.load(Ordering::SeqCst) == 1);
    for revision in 1..=9 {
        worker.collate(job(revision));
    }
    let answers = answers_until(&worker, |answers| !answers.is_empty());
    assert_eq!(show(&answers), ["sheet 9"]);
    assert!(!worker.is_busy());
    assert!(runs.load(Ordering::SeqCst) <= 10);
}

#[test]
fn an_answer_that_nobody_took_is_dropped_when_a_newer_job_comes() {
    let worker = Worker::start_with(Arc::new(|| {}), Box::new(|_, _| Sheet::default()), nothing_to_read());
    worker.collate(job(1));
    wait_for(|| !worker.is_busy());
    worker.collate(job(2));
    let answers = answers_until(&worker, |answers| !answers.is_empty());
    assert_eq!(show(&answers), ["sheet 2"]);
}

#[test]
fn a_late_answer_is_dropped_even_where_the_engine_does_not_listen() {
    let gate = Arc::new(AtomicBool::new(false));
    let open = Arc::clone(&gate);
    let collate: CollateJob = Box::new(move |job, _| {
        while job.revision == 1 && !open.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(1));
        }
        Sheet::default()
    });
    let worker = Worker::start_with(Arc::new(|| {}), collate, nothing_to_read());
    worker.collate(job(1));
    wait_for(|| worker.is_busy());
    worker.collate(job(2));
    gate.store(true, Ordering::SeqCst);
    assert_eq!(show(&answers_until(&worker, |answers| !answers.is_empty())), ["sheet 2"]);
}

#[test]
fn stop_all_ends_the_work_and_gives_no_sheet() {
    let ended = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&ended);
    let collate: CollateJob = Box::new(move |job, control| {
        control.progress("aligning", 0.25);
        while job.revision == 1 && !control.is_stopped() {
            std::thread::sleep(Duration::from_millis(1));
        }
        flag.store(true, Ordering::SeqCst);
        Sheet::default()
    });
    let worker = Worker::start_with(Arc::new(|| {}), collate, nothing_to_read());
    worker.collate(job(1));
    wait_for(|| worker.progress().is_some_and(|progress| progress.stage == "aligning"));
    assert_eq!(worker.progress().unwrap().done, 0.25);
    worker.stop_all();
    assert!(!worker.is_busy());
    wait_for(|| ended.load(Ordering::SeqCst));
    worker.collate(job(2));
    assert_eq!(show(&answers_until(&worker, |answers| !answers.is_empty())), ["sheet 2"]);
}

#[test]
fn reading_and_comparing_are_stopped_each_without_the_other() {
    let may_end = Arc::new(AtomicBool::new(false));
    let (of_job, of_reader) = (Arc::clone(&may_end), Arc::clone(&may_end));
    let wait = |flag: &AtomicBool| {
        while !flag.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(1));
        }
    };
    let collate: CollateJob = Box::new(move |_, _| {
        wait(&of_job);
        Sheet::default()
    });
    let read: ReadSource = Arc::new(move |_| {
        wait(&of_reader);
        Ok(Found::default())
    });
    let worker = Worker::start_with(Arc::new(|| {}), collate, read);
    worker.collate(job(1));
    worker.read(vec![PathBuf::from("a.txt")]);
    worker.stop_reading();
    assert!(worker.is_busy() && !worker.is_reading());
    worker.read(vec![PathBuf::from("b.txt")]);
    may_end.store(true, Ordering::SeqCst);
    let mut answers = show(&answers_until(&worker, |answers| answers.len() == 4));
    answers.sort();
    assert_eq!(answers, ["done", "done", "read b.txt", "sheet 1"]);
    may_end.store(false, Ordering::SeqCst);
    worker.collate(job(2));
    worker.read(vec![PathBuf::from("c.txt")]);
    worker.stop_comparing();
    assert!(worker.is_reading());
    may_end.store(true, Ordering::SeqCst);
    assert_eq!(show(&answers_until(&worker, |answers| answers.len() == 2)), ["read c.txt", "done"]);
    assert!(!worker.is_busy());
}

#[test]
fn a_panic_is_an_answer_and_the_thread_works_on() {
    let collate: CollateJob =
        Box::new(|job, _| if job.revision == 1 { panic!("row out of reach") } else { Sheet::default() });
    let read: ReadSource =
        Arc::new(|source| if source.name() == "bad.pdf" { panic!("page out of reach") } else { Ok(Found::default()) });
    let worker = Worker::start_with(Arc::new(|| {}), collate, read);
    worker.collate(job(1));
    let answers = answers_until(&worker, |answers| !answers.is_empty());
    let [Answer::Failed { revision: 1, reason }] = answers.as_slice() else { panic!("{answers:?}") };
    assert!(reason.ends_with("row out of reach"), "{reason}");
    worker.collate(job(2));
    assert_eq!(show(&answers_until(&worker, |answers| !answers.is_empty())), ["sheet 2"]);

    worker.read(["a.txt", "bad.pdf", "b.txt"].map(PathBuf::from).to_vec());
    let answers = answers_until(&worker, |answers| answers.len() == 4);
    assert_eq!(show(&answers), ["read a.txt", "not read bad.pdf", "read b.txt", "done"]);
}

#[test]
fn files_are_answered_in_order_and_a_missing_one_has_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good.txt");
    std::fs::write(&good, "The bridge is closed.").unwrap();
    let woken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&woken);
    let worker = Worker::start(Arc::new(move || {
        count.fetch_add(1, Ordering::SeqCst);
    }));
    worker.read(vec![folder.path().join("none.txt"), good]);
    worker.read_bytes("Clipboard".to_owned(), b"The ferry runs.".to_vec());
    let answers = answers_until(&worker, |answers| answers.len() == 5);
    let [
        Answer::Read { result: Err(sentence), .. },
        Answer::Read { result: Ok(found), .. },
        Answer::ReadingDone,
        Answer::Read { path, result: Ok(_) },
        Answer::ReadingDone,
    ] = answers.as_slice()
    else {
        panic!("{answers:?}")
    };
    assert!(sentence.to_string().ends_with("none.txt"), "{sentence}");
    assert_eq!(found.articles[0].witness.text.as_str(), "The bridge is closed.");
    assert_eq!(path, "Clipboard");
    assert!(woken.load(Ordering::SeqCst) >= 5);
    assert!(!worker.is_busy());
}

#[test]
fn a_reader_that_hangs_is_left_behind_when_reading_is_stopped() {
    let gate = Arc::new(AtomicBool::new(false));
    let open = Arc::clone(&gate);
    let read: ReadSource = Arc::new(move |source| {
        while source.name() == "hangs.pdf" && !open.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(1));
        }
        Ok(Found::default())
    });
    let worker = Worker::start_with(Arc::new(|| {}), Box::new(|_, _| Sheet::default()), read);
    worker.read(["hangs.pdf", "never.txt"].map(PathBuf::from).to_vec());
    wait_for(|| worker.progress().is_some_and(|progress| progress.stage == "Reading hangs.pdf"));
    worker.stop_all();
    assert_eq!(show(&worker.poll()), ["done"]);
    worker.read(vec![PathBuf::from("next.txt")]);
    assert_eq!(show(&answers_until(&worker, |answers| answers.len() == 2)), ["read next.txt", "done"]);
    gate.store(true, Ordering::SeqCst);
    std::thread::sleep(Duration::from_millis(20));
    assert!(worker.poll().is_empty());
}

#[test]
fn a_dropped_worker_stops_its_job_quickly() {
    let collate: CollateJob = Box::new(|_, control| {
        while !control.is_stopped() {
            std::thread::sleep(Duration::from_millis(1));
        }
        Sheet::default()
    });
    let worker = Worker::start_with(Arc::new(|| {}), collate, nothing_to_read());
    worker.collate(job(1));
    std::thread::sleep(Duration::from_millis(10));
    let begun = Instant::now();
    drop(worker);
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
}
