//! The whole window with a picker and a clipboard of the test's own, driven by accessible name.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use collation::export::clip::Clip;
use egui::{Color32, Event, Key, Modifiers, Pos2, Rect, Shape, UiBuilder};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::app::{App, Folders, Services};
use parallax::clipboard::{Clipboard, Pasted, Reading, Unpasted};
use parallax::picker::{Picked, Picker, Proposed, Reply};

/// A picker that answers at once with what the test says.
struct FakePicker(Picked, Asked);

/// What the last dialogs were asked with.
#[derive(Clone, Default)]
pub struct Asked {
    /// What a dialog for saving proposed.
    pub proposed: Arc<Mutex<Option<Proposed>>>,
    /// Where a dialog for opening began.
    pub folder: Arc<Mutex<Option<PathBuf>>>,
}

impl Picker for FakePicker {
    fn pick_articles(&self, folder: Option<PathBuf>, reply: Reply) {
        *self.1.folder.lock().unwrap() = folder;
        reply(self.0.clone());
    }

    fn pick_project(&self, folder: Option<PathBuf>, reply: Reply) {
        *self.1.folder.lock().unwrap() = folder;
        reply(self.0.clone());
    }

    fn pick_tags(&self, folder: Option<PathBuf>, reply: Reply) {
        *self.1.folder.lock().unwrap() = folder;
        reply(self.0.clone());
    }

    fn pick_saving(&self, _title: &str, proposed: Proposed, reply: Reply) {
        *self.1.proposed.lock().unwrap() = Some(proposed);
        reply(self.0.clone());
    }
}

/// A clipboard that the test can look into.
#[derive(Clone, Default)]
pub struct FakeClipboard {
    copied: Arc<Mutex<Option<Clip>>>,
    pasted: Pasted,
    is_missing: bool,
    /// The program that holds it does not send.
    pub is_slow: Arc<Mutex<bool>>,
    /// What is said of what did not come.
    pub stuck: Arc<Mutex<Option<String>>>,
}

impl FakeClipboard {
    pub fn copied(&self) -> Clip {
        self.copied.lock().unwrap().clone().expect("nothing was copied")
    }
}

impl Clipboard for FakeClipboard {
    fn set(&mut self, clip: &Clip) -> Result<(), String> {
        if self.is_missing {
            return Err("There is no clipboard".to_owned());
        }
        *self.copied.lock().unwrap() = Some(clip.clone());
        Ok(())
    }

    fn reading(&self) -> Reading {
        let Self { pasted, is_missing, is_slow, stuck, .. } = self.clone();
        Box::new(move |control| {
            while *is_slow.lock().unwrap() && !control.is_stopped() {
                std::thread::sleep(Duration::from_millis(2));
            }
            match stuck.lock().unwrap().take() {
                Some(words) => Err(Unpasted::Stuck(words)),
                None if is_missing => Err(Unpasted::Unreachable("There is no clipboard".to_owned())),
                None => Ok(pasted),
            }
        })
    }
}

/// Words as they are painted.
#[derive(Debug)]
pub struct Painted {
    pub words: String,
    /// As they stand, line by line.
    pub lines: Vec<String>,
    pub rect: Rect,
    /// Nothing is to be seen outside of it.
    pub clip: Rect,
    /// They end in `…`.
    pub is_cut: bool,
}

/// The window with what surrounds it.
pub struct Window {
    pub harness: Harness<'static, Option<App>>,
    pub clipboard: FakeClipboard,
    pub asked: Asked,
    /// Everything the window has said so far: messages go by themselves, on a slow machine before a test looks.
    heard: Vec<String>,
}

impl Window {
    pub fn with(picked: Picked, pasted: Pasted, paths: Vec<PathBuf>, size: [f32; 2], theme: egui::Theme) -> Self {
        Self::in_folders(Folders::default(), picked, pasted, paths, size, theme)
    }

    /// As it starts for a reader whose settings, recent projects and unsaved work are in `folders`.
    pub fn in_folders(
        folders: Folders,
        picked: Picked,
        pasted: Pasted,
        paths: Vec<PathBuf>,
        size: [f32; 2],
        theme: egui::Theme,
    ) -> Self {
        Self::start(folders, picked, FakeClipboard { pasted, ..FakeClipboard::default() }, paths, size, theme).settled()
    }

    /// On a desktop that has no clipboard.
    pub fn without_clipboard(paths: Vec<PathBuf>) -> Self {
        let clipboard = FakeClipboard { is_missing: true, ..FakeClipboard::default() };
        Self::start(Folders::default(), Picked::Cancelled, clipboard, paths, [1440.0, 900.0], egui::Theme::Light)
            .settled()
    }

    fn start(
        folders: Folders,
        picked: Picked,
        clipboard: FakeClipboard,
        paths: Vec<PathBuf>,
        size: [f32; 2],
        theme: egui::Theme,
    ) -> Self {
        let asked = Asked::default();
        let mut services = Some(Services {
            picker: Box::new(FakePicker(picked, asked.clone())),
            clipboard: Box::new(clipboard.clone()),
            folders,
            // The desktop that tests run on says nothing of its language, which means English.
            languages: Vec::new(),
        });
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_context_setup(parallax::theme::install)
            .build_ui_state(
                move |ui, app: &mut Option<App>| {
                    let app = app.get_or_insert_with(|| {
                        App::new(ui.ctx(), services.take().expect("one app a window"), paths.clone())
                    });
                    app.tick(ui.ctx());
                    // The harness leaves a margin around; the window itself has none.
                    let whole = UiBuilder::new().max_rect(ui.ctx().content_rect());
                    ui.scope_builder(whole, |ui| app.frame_ui(ui));
                },
                None,
            );
        Self { harness, clipboard, asked, heard: Vec::new() }
    }

    fn settled(mut self) -> Self {
        self.settle();
        self
    }

    /// As it begins, with its articles still to be read.
    pub fn starting(picked: Picked, pasted: Pasted, paths: Vec<PathBuf>) -> Self {
        let clipboard = FakeClipboard { pasted, ..FakeClipboard::default() };
        Self::start(Folders::default(), picked, clipboard, paths, [1440.0, 900.0], egui::Theme::Light)
    }

    pub fn opening(paths: Vec<PathBuf>) -> Self {
        Self::with(Picked::Cancelled, Pasted::default(), paths, [1440.0, 900.0], egui::Theme::Light)
    }

    /// One frame, listening to what it says.
    pub fn step(&mut self) {
        self.harness.step();
        let messages: Vec<String> = self.app().messages().into_iter().map(str::to_owned).collect();
        self.heard.extend(messages.into_iter().filter(|message| !self.heard.contains(message)).collect::<Vec<_>>());
    }

    /// True where the window has said this, whether or not it is still on screen.
    pub fn has_said(&self, words: &str) -> bool {
        self.heard.iter().any(|message| message.contains(words))
    }

    /// Frames until nothing is read or compared any more.
    pub fn settle(&mut self) {
        let began = Instant::now();
        self.step();
        loop {
            while self.app().is_busy() {
                assert!(began.elapsed() < Duration::from_mins(2), "the window is still busy");
                std::thread::sleep(Duration::from_millis(5));
                self.step();
            }
            (0..3).for_each(|_| self.step());
            // An answer that came after the last look may have set off new work.
            if !self.app().is_busy() {
                return;
            }
        }
    }

    /// Frames until the messages that go by themselves are gone: pictures are taken without them.
    #[cfg(feature = "snapshots")]
    pub fn wait_for_toasts(&mut self) {
        let began = Instant::now();
        while !self.app().messages().is_empty() {
            assert!(began.elapsed() < Duration::from_secs(30), "a message stays: {:?}", self.app().messages());
            std::thread::sleep(Duration::from_millis(50));
            self.harness.step();
        }
        self.harness.run_steps(3);
    }

    pub fn app(&self) -> &App {
        self.harness.state().as_ref().unwrap()
    }

    /// All accessible names that contain `words`.
    pub fn names(&self, words: &str) -> Vec<String> {
        self.harness
            .query_all_by(|node| words_of(node).contains(words))
            .map(|node| words_of(&node.accesskit_node()))
            .collect()
    }

    /// Name of what has the keyboard; empty where nothing has it.
    pub fn focused(&self) -> String {
        let holds = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.is_focused() && node.role() != egui::Role::Window
        };
        let found = self.harness.query_all_by(|_| true).find(holds);
        found.map(|node| words_of(&node.accesskit_node())).unwrap_or_default()
    }

    pub fn has(&self, words: &str) -> bool {
        !self.names(words).is_empty()
    }

    /// Clicks the first control whose accessible name contains `words`.
    pub fn click(&mut self, words: &str) {
        self.click_with(words, Modifiers::NONE);
    }

    pub fn click_with(&mut self, words: &str, modifiers: Modifiers) {
        let found = self.harness.query_all_by(|node| words_of(node).contains(words)).next();
        found.unwrap_or_else(|| panic!("no control is called {words:?}")).click_modifiers(modifiers);
        self.settle();
    }

    /// Where the first control lies whose accessible name contains `words`.
    pub fn rect(&self, words: &str) -> Rect {
        let found = self.harness.query_all_by(|node| words_of(node).contains(words)).next();
        found.unwrap_or_else(|| panic!("no control is called {words:?}")).rect()
    }

    /// Clicks the first control whose name contains `words` with the secondary button.
    pub fn right_click(&mut self, words: &str) {
        let found = self.harness.query_all_by(|node| words_of(node).contains(words)).next();
        found.unwrap_or_else(|| panic!("no control is called {words:?}")).click_secondary();
        self.settle();
    }

    /// Clicks a place.
    pub fn click_at(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        self.harness.step();
        for pressed in [true, false] {
            self.harness.event(primary(pressed, pos));
            self.harness.step();
        }
        self.settle();
    }

    /// Clicks a place twice; a frame of the harness takes longer than a hand does.
    pub fn double_click_at(&mut self, pos: Pos2) {
        self.harness.ctx.options_mut(|options| options.input_options.max_double_click_delay = 2.0);
        self.harness.event(Event::PointerMoved(pos));
        self.harness.step();
        for pressed in [true, false, true, false] {
            self.harness.event(primary(pressed, pos));
            self.harness.step();
        }
        self.settle();
    }

    /// What is painted, each shape with what may be seen of it.
    fn shapes(&self) -> Vec<(Rect, &Shape)> {
        fn flatten<'s>(clip: Rect, shape: &'s Shape, into: &mut Vec<(Rect, &'s Shape)>) {
            match shape {
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(clip, shape, into)),
                shape => into.push((clip, shape)),
            }
        }
        let mut found = Vec::new();
        for clipped in &self.harness.output().shapes {
            flatten(clipped.clip_rect, &clipped.shape, &mut found);
        }
        found
    }

    /// The rectangles that are filled or outlined with this colour.
    pub fn rects(&self, color: Color32) -> Vec<Rect> {
        self.boxes(color).into_iter().map(|(clip, rect)| rect.intersect(clip)).filter(Rect::is_positive).collect()
    }

    /// Those of them of which nothing is clipped.
    pub fn whole_rects(&self, color: Color32) -> Vec<Rect> {
        self.boxes(color).into_iter().filter(|(clip, rect)| clip.contains_rect(*rect)).map(|(_, rect)| rect).collect()
    }

    fn boxes(&self, color: Color32) -> Vec<(Rect, Rect)> {
        let rect = |(clip, shape): (Rect, &Shape)| match shape {
            Shape::Rect(shape) if shape.fill == color || shape.stroke.width > 0.0 && shape.stroke.color == color => {
                Some((clip, shape.rect))
            }
            _ => None,
        };
        self.shapes().into_iter().filter_map(rect).collect()
    }

    /// The corners in this colour of what is painted as triangles.
    pub fn corners(&self, color: Color32) -> Vec<Pos2> {
        let meshes = self.shapes().into_iter().filter_map(|(_, shape)| match shape {
            Shape::Mesh(mesh) => Some(mesh),
            _ => None,
        });
        let vertices = meshes.flat_map(|mesh| mesh.vertices.iter());
        vertices.filter(|vertex| vertex.color == color).map(|vertex| vertex.pos).collect()
    }

    /// All words that are painted and may be seen.
    pub fn texts(&self) -> Vec<Painted> {
        let text = |(clip, shape): (Rect, &Shape)| match shape {
            Shape::Text(text) => Some(Painted {
                words: text.galley.text().to_owned(),
                lines: text.galley.rows.iter().map(|row| row.text()).collect(),
                rect: text.galley.rect.translate(text.pos.to_vec2()),
                clip,
                is_cut: text.galley.elided,
            }),
            _ => None,
        };
        let found = self.shapes().into_iter().filter_map(text);
        found.filter(|painted| painted.clip.contains(painted.rect.center())).collect()
    }

    /// How opaque the strongest words inside `within` are.
    pub fn opacity(&self, within: Rect) -> f32 {
        let strength = |(_, shape): (Rect, &Shape)| match shape {
            Shape::Text(text) if within.contains(text.pos) => {
                let painted = text.galley.rows.iter().flat_map(|row| row.visuals.mesh.vertices.iter());
                let colors = painted.map(|vertex| vertex.color).filter(|color| *color != Color32::PLACEHOLDER);
                colors.chain([text.fallback_color]).map(|color| color.a()).max()
            }
            _ => None,
        };
        self.shapes().into_iter().filter_map(strength).max().map_or(0.0, |alpha| f32::from(alpha) / 255.0)
    }

    /// The colours of the words in `place` and of what was filled last below them.
    pub fn ink_and_ground(&self, place: Rect) -> (Color32, Color32) {
        let (mut ink, mut ground) = (Color32::PLACEHOLDER, Color32::PLACEHOLDER);
        for (_, shape) in self.shapes() {
            match shape {
                Shape::Rect(shape) if shape.fill.a() > 250 && shape.rect.contains(place.center()) => {
                    ground = shape.fill;
                }
                Shape::Text(text) if place.contains(text.galley.rect.translate(text.pos.to_vec2()).center()) => {
                    let painted = text.galley.rows.iter().flat_map(|row| row.visuals.mesh.vertices.iter());
                    let own = painted.map(|vertex| vertex.color).find(|color| *color != Color32::PLACEHOLDER);
                    ink = text.override_text_color.or(own).unwrap_or(text.fallback_color);
                }
                _ => {}
            }
        }
        (ink, ground)
    }

    /// Those of them inside `within`.
    pub fn painted(&self, within: Rect) -> Vec<Painted> {
        self.texts().into_iter().filter(|painted| within.contains(painted.rect.center())).collect()
    }

    /// Drags from one place to another as a hand does, in steps.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_over(from, to);
        self.harness.event(primary(false, to));
        self.settle();
    }

    /// Drags to a place and does not let go yet.
    pub fn drag_over(&mut self, from: Pos2, to: Pos2) {
        self.harness.event(Event::PointerMoved(from));
        self.harness.step();
        self.harness.event(primary(true, from));
        self.harness.step();
        for step in 1_u8..=4 {
            self.harness.event(Event::PointerMoved(from.lerp(to, f32::from(step) / 4.0)));
            self.harness.step();
        }
    }

    /// Types into the field whose accessible name is `name`.
    pub fn type_into(&mut self, name: &str, words: &str) {
        self.harness.get_by_label(name).focus();
        self.harness.run_steps(2);
        self.harness.get_by_label(name).type_text(words);
        self.settle();
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// What the desktop sends for Ctrl+C, with Shift for rows.
    pub fn copy(&mut self, shift: bool) {
        let modifiers = Modifiers { shift, ..Modifiers::COMMAND };
        self.harness.event_modifiers(Event::Copy, modifiers);
        self.settle();
    }
}

fn primary(pressed: bool, pos: Pos2) -> Event {
    Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// What a screen reader says of a node.
pub fn words_of(node: &egui_kittest::kittest::AccessKitNode<'_>) -> String {
    // A plain label keeps its words in its value.
    let words = if node.role() == egui::Role::Label { node.value() } else { node.label() };
    words.unwrap_or_default()
}

pub fn sample(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
