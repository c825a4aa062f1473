//! What the window costs the thread that paints it: scrolling, resizing, zooming, an edit, and many
//! articles on their way in. No screen and no drawing library: a frame here is everything up to the triangles.
//!
//! `cargo bench --bench frames` prints a table; with `-- FOLDER` it opens the articles of a folder instead
//! (`tools/many_articles.py FOLDER` makes 200) and watches for halts.
//! Times on the core are those of the painting thread alone and hold on a busy machine; times by the
//! clock do not. Never for a test that could fail on a slow day.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use collation::export::clip::Clip;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2, vec2};
use parallax::app::{App, Folders, Services};
use parallax::clipboard::{Clipboard, Pasted, Reading};
use parallax::picker::{Picker, Proposed, Reply};

const STATEMENTS: usize = 500;
const OUTLETS: usize = 6;
/// Many articles are watched for so long at most.
const MOST: Duration = Duration::from_mins(8);
const SIZE: Vec2 = vec2(1440.0, 900.0);

fn main() {
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).map(PathBuf::from);
    println!("| what | frames | on the core, median | 95 of 100 | worst | by the clock, worst |");
    println!("|---|---|---|---|---|---|");
    if let Some(folder) = folder {
        many(files_of(&folder));
        return;
    }
    looks();
    edit();
}

/// Scrolling, resizing and zooming a large table.
fn looks() {
    let made = tempfile::tempdir().unwrap();
    let mut window = Window::open(made_up(made.path()), SIZE);
    window.settle(Duration::from_mins(20));
    let events = &window.app.sheet().events;
    let (rows, marks) = window.size_of_table();
    eprintln!("{} events, {rows} rows, {marks} runs with a mark", events.len());
    let wheel = |frame: usize| {
        let down = if frame % 400 < 200 { -60.0 } else { 60.0 };
        vec![
            Event::PointerMoved(pos2(700.0, 500.0)),
            Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, down),
                phase: TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            },
        ]
    };
    for (key, view) in [(Key::Num1, "Grid"), (Key::Num2, "Read"), (Key::Num3, "Coverage")] {
        window.press(key, Modifiers::NONE);
        window.frames(20, |_| Vec::new());
        say(&format!("{view}: the wheel turns"), &window.frames(600, wheel));
    }
    window.press(Key::Num1, Modifiers::NONE);
    window.frames(20, |_| Vec::new());
    let resized: Vec<Frame> = (0..240)
        .map(|frame| {
            let part = f32::midpoint((frame as f32 / 40.0).sin(), 1.0);
            window.size = (vec2(900.0, 600.0) + vec2(1000.0, 500.0) * part).round();
            window.frame(Vec::new())
        })
        .collect();
    say("Grid: the window is resized", &resized);
    window.size = SIZE;
    let zoomed: Vec<Frame> = (0..120)
        .map(|frame| {
            let key = if frame % 16 < 8 { Key::Plus } else { Key::Minus };
            window.frame(key_events(key, Modifiers::COMMAND))
        })
        .collect();
    say("Grid: Ctrl + and Ctrl − at every frame", &zoomed);
}

/// From a key to the new table, five articles of the sample.
fn edit() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let mut five = files_of(&sample.join("halden-bridge"));
    five.extend(files_of(&sample.join("lindmoor-fares")));
    five.truncate(5);
    let mut window = Window::open(five, SIZE);
    window.settle(Duration::from_mins(2));
    let (mut clock, mut frames) = (Vec::new(), Vec::new());
    for _ in 0..11 {
        window.press(Key::ArrowDown, Modifiers::NONE);
        window.frames(5, |_| Vec::new());
        let before = window.shown();
        let began = Instant::now();
        frames.push(window.press(Key::P, Modifiers::NONE));
        while window.shown() == before {
            frames.push(window.frame(Vec::new()));
            assert!(began.elapsed() < Duration::from_secs(20), "a pinned row brings no new table");
            std::thread::sleep(Duration::from_millis(1));
        }
        clock.push(began.elapsed());
        window.settle(Duration::from_secs(20));
    }
    say("five articles: a row is pinned", &frames);
    clock.sort_unstable();
    let [fastest, median, slowest] = [clock[0], clock[clock.len() / 2], clock[clock.len() - 1]].map(milliseconds);
    println!(
        "\nFrom the key to the new table, by the clock: {median} median, {fastest} fastest, {slowest} slowest of {}.\n",
        clock.len()
    );
}

/// The longest halt while many articles are read and compared.
fn many(files: Vec<PathBuf>) {
    let number = files.len();
    let began = Instant::now();
    let mut window = Window::open(files, SIZE);
    let mut frames = Vec::new();
    while frames.len() < 10 || window.app.is_busy() {
        frames.push(window.frame(Vec::new()));
        if began.elapsed() > MOST {
            break;
        }
        // A screen shows no more than this.
        std::thread::sleep(Duration::from_millis(10));
    }
    frames.extend(window.frames(20, |_| Vec::new()));
    say(&format!("{number} articles are read and compared"), &frames);
    let (rows, _) = window.size_of_table();
    println!(
        "\nDone after {:.1} s: {} events, {rows} rows.",
        began.elapsed().as_secs_f32(),
        window.app.sheet().events.len()
    );
}

/// What one frame took: of the painting thread's core, and by the clock.
#[derive(Clone, Copy)]
struct Frame {
    core: Duration,
    clock: Duration,
}

fn say(what: &str, frames: &[Frame]) {
    let mut core: Vec<Duration> = frames.iter().map(|frame| frame.core).collect();
    core.sort_unstable();
    let at = |part: usize| milliseconds(core[(core.len() - 1) * part / 100]);
    let clock = frames.iter().map(|frame| frame.clock).max().unwrap();
    println!("| {what} | {} | {} | {} | {} | {} |", frames.len(), at(50), at(95), at(100), milliseconds(clock));
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

/// Time that this thread has been on a core.
#[cfg(unix)]
fn on_the_core() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Where a thread's own time cannot be asked for, that of the clock.
#[cfg(not(unix))]
fn on_the_core() -> Duration {
    static BEGAN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    BEGAN.get_or_init(Instant::now).elapsed()
}

/// The app with what eframe gives it, but for the drawing.
struct Window {
    ctx: egui::Context,
    app: App,
    size: Vec2,
    began: Instant,
}

impl Window {
    fn open(files: Vec<PathBuf>, size: Vec2) -> Self {
        let ctx = egui::Context::default();
        let services = Services {
            picker: Box::new(Nothing),
            clipboard: Box::new(Nothing),
            folders: Folders::default(),
            languages: Vec::new(),
        };
        let app = App::new(&ctx, services, files);
        Self { ctx, app, size, began: Instant::now() }
    }

    fn frame(&mut self, events: Vec<Event>) -> Frame {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.began.elapsed().as_secs_f64()),
            max_texture_side: Some(8192),
            focused: true,
            events,
            ..RawInput::default()
        };
        let (core, clock) = (on_the_core(), Instant::now());
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| {
            app.tick(ui.ctx());
            app.frame_ui(ui);
        });
        std::hint::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        let frame = Frame { core: on_the_core().saturating_sub(core), clock: clock.elapsed() };
        // The drawing library would take the new glyphs here.
        output.textures_delta.clear();
        frame
    }

    fn frames(&mut self, number: usize, events: impl Fn(usize) -> Vec<Event>) -> Vec<Frame> {
        (0..number).map(|frame| self.frame(events(frame))).collect()
    }

    fn press(&mut self, key: Key, modifiers: Modifiers) -> Frame {
        self.frame(key_events(key, modifiers))
    }

    /// Frames until nothing is read or compared any more.
    fn settle(&mut self, patience: Duration) {
        let began = Instant::now();
        while {
            self.frame(Vec::new());
            self.app.is_busy()
        } {
            assert!(began.elapsed() < patience, "the window is still busy");
            std::thread::sleep(Duration::from_millis(5));
        }
        self.frames(30, |_| Vec::new());
    }

    /// Tells one table from the next.
    fn shown(&self) -> *const collation::sheet::Sheet {
        std::ptr::from_ref(self.app.sheet())
    }

    fn size_of_table(&self) -> (usize, usize) {
        let rows = self.app.sheet().events.iter().flat_map(|event| &event.rows);
        let (mut number, mut marks) = (0, 0);
        for row in rows {
            number += 1;
            for cell in row.cells.iter().flatten() {
                marks += cell.runs.len().saturating_sub(1);
            }
        }
        (number, marks)
    }
}

fn key_events(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// A desktop without a picker and with an empty clipboard.
struct Nothing;

impl Picker for Nothing {
    fn pick_articles(&self, _folder: Option<PathBuf>, _reply: Reply) {}
    fn pick_project(&self, _folder: Option<PathBuf>, _reply: Reply) {}
    fn pick_tags(&self, _folder: Option<PathBuf>, _reply: Reply) {}
    fn pick_saving(&self, _title: &str, _proposed: Proposed, _reply: Reply) {}
}

impl Clipboard for Nothing {
    fn set(&mut self, _clip: &Clip) -> Result<(), String> {
        Ok(())
    }

    fn reading(&self) -> Reading {
        Box::new(|_| Ok(Pasted::default()))
    }
}

/// Made-up articles that report the same statements, each outlet in words of its own.
fn made_up(folder: &Path) -> Vec<PathBuf> {
    const SPEAKERS: [&str; 7] =
        ["Ilse Varga", "Tomas Reyd", "Nora Lund", "Jon Aas", "Petra Holm", "Emil Sand", "Ada Brek"];
    const THINGS: [&str; 11] = [
        "bridge", "ferry", "school", "harbour", "market", "library", "tunnel", "hospital", "station", "mill", "quarry",
    ];
    const PLACES: [&str; 13] = [
        "Halden", "Maren", "Ostrand", "Lindmoor", "Rask", "Kelby", "Tarn", "Sundby", "Velle", "Orsk", "Brenna",
        "Nyvik", "Falster",
    ];
    const DONE: [[&str; 3]; 5] = [
        ["will be repaired", "is to be mended", "will be put right"],
        ["will close", "is going to shut", "will be shut"],
        ["needs new windows", "must have new windows", "needs windows"],
        ["has lost visitors", "lost guests", "has fewer visitors"],
        ["will open again", "is to reopen", "opens once more"],
    ];
    (0..OUTLETS)
        .map(|outlet| {
            let mut text = format!("The year in {STATEMENTS} reports\n\nOutlet {outlet}, 13 October 2026\n\n");
            for number in 0..STATEMENTS {
                // Each outlet leaves a few out.
                if (number + outlet * 3).is_multiple_of(17) {
                    continue;
                }
                let (speaker, thing, place) = (SPEAKERS[number % 7], THINGS[number % 11], PLACES[number * 5 % 13]);
                let done = DONE[number % 5][(number / 5 + outlet) % 3];
                let cost = 1000 + number * 37;
                let sentence = match (number + outlet) % 4 {
                    0 => format!("“The {thing} of {place} {done} for {cost} crowns,” {speaker} said."),
                    1 => format!("The {thing} of {place} {done} for {cost} crowns, {speaker} said on Tuesday."),
                    2 => format!("According to {speaker}, the {place} {thing} {done}, which costs “{cost} crowns”."),
                    _ => format!("{speaker} promised that the {thing} of {place} {done} for about {cost} crowns."),
                };
                text.push_str(&sentence);
                text.push_str("\n\n");
            }
            let path = folder.join(format!("outlet-{outlet}.txt"));
            std::fs::write(&path, text).unwrap();
            path
        })
        .collect()
}
