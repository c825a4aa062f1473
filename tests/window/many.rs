//! How the window bears many articles of one event. Not a test of speed that could fail on a busy
//! machine: it measures, prints, and fails only where the window stops answering.
//!
//! `tools/many_articles.py FOLDER; PARALLAX_MANY=FOLDER cargo test --test window -- --ignored --nocapture many_`

use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::Window;

/// A frame that takes longer is felt as a halt.
const HALT: Duration = Duration::from_secs(2);

/// What frames cost.
#[derive(Default)]
struct Frames {
    /// Work of this thread in each frame, where the system tells it; else the time that went by.
    work: Vec<Duration>,
    /// The longest one by the clock, with all that other programs took meanwhile.
    longest: Duration,
}

/// Work of this thread so far: on a machine that does other things too, the clock says little.
fn work_so_far() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split_whitespace().next()?.parse().ok()?))
}

/// Makes frames while `goes_on` says so.
fn frames(window: &mut Window, mut goes_on: impl FnMut(&Window, usize) -> bool) -> Frames {
    let mut frames = Frames::default();
    while goes_on(window, frames.work.len()) {
        let (began, before) = (Instant::now(), work_so_far());
        window.harness.step();
        let work = work_so_far().zip(before).map(|(after, before)| after.saturating_sub(before));
        frames.longest = frames.longest.max(began.elapsed());
        frames.work.push(work.unwrap_or_else(|| began.elapsed()));
        // A screen shows no more than this.
        std::thread::sleep(Duration::from_millis(10).saturating_sub(began.elapsed()));
    }
    frames.work.sort_unstable();
    frames
}

#[test]
#[ignore = "takes minutes; needs a folder of articles"]
fn many_articles_leave_the_window_responsive() {
    let folder = PathBuf::from(std::env::var("PARALLAX_MANY").expect("PARALLAX_MANY names a folder of articles"));
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let number = paths.len();
    let out = tempfile::tempdir().unwrap();
    let target = out.path().join("many.html");
    let picked = Picked::Files(vec![target.clone()]);
    let mut window = Window::starting(picked, Pasted::default(), paths);
    let say = |what: &str, frames: Frames, began: Instant| {
        let all = began.elapsed().as_secs_f32();
        let ms = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f32() * 1000.0);
        let number = frames.work.len();
        let (median, worst) = (frames.work.get(number / 2), frames.work.last());
        println!(
            "{what}: {number} frames in {all:.1} s; work of a frame: median {:.1} ms, most {:.0} ms; longest by the clock {:.0} ms",
            ms(median),
            ms(worst),
            ms(Some(&frames.longest))
        );
        assert!(worst.is_none_or(|worst| *worst < HALT), "{what}: the window halts for {worst:?}");
    };
    let began = Instant::now();
    let loading = frames(&mut window, |window, number| number < 5 || window.app().is_busy());
    say(&format!("{number} articles read and compared"), loading, began);
    let events: Vec<usize> = window.app().sheet().events.iter().map(|event| event.members.len()).collect();
    let rows: usize = window.app().sheet().events.iter().map(|event| event.rows.len()).sum();
    println!("{} events, the largest of {:?} articles; {rows} statements", events.len(), events.iter().max());
    let began = Instant::now();
    let scrolling = frames(&mut window, |window, number| {
        window.harness.event(Event::PointerMoved(egui::pos2(700.0, 500.0)));
        window.harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(if number % 4 == 3 { -200.0 } else { 0.0 }, -300.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        number < 150
    });
    say("scrolling the grid", scrolling, began);
    for (key, what) in [(Key::Num2, "Read"), (Key::Num3, "Coverage"), (Key::Num1, "Grid")] {
        let began = Instant::now();
        window.harness.key_press_modifiers(Modifiers::NONE, key);
        let shown = frames(&mut window, |_, number| number < 20);
        say(what, shown, began);
    }
    let began = Instant::now();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.harness.run_steps(3);
    window.harness.get_by_label("Find in all articles").type_text("hangers");
    let searching = frames(&mut window, |window, number| number < 10 || window.app().is_busy());
    say("searching", searching, began);
    // What is searched for is a filter too; without it there is a table to write.
    window.harness.key_press_modifiers(Modifiers::NONE, Key::Escape);
    frames(&mut window, |window, number| number < 10 || window.app().is_busy());
    let began = Instant::now();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    window.harness.run_steps(5);
    window.harness.get_by_label("HTML report").click();
    let exporting = frames(&mut window, |_, number| number < 10 || !target.exists() && number < 6000);
    say("exporting HTML", exporting, began);
    assert!(target.exists(), "{:?}", window.app().messages());
}
