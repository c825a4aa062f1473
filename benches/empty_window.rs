//! An empty eframe window as Parallax opens its own, to tell the program's memory from the drawing
//! library's. With an argument it shows that as one line: what a window costs that draws anything at all.
//! `benches/window.sh` measures both; nobody else needs it.

struct Empty(Option<String>);

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        if let Some(words) = &self.0 {
            ui.label(words);
        }
    }
}

fn main() -> eframe::Result {
    let viewport = egui::ViewportBuilder::default().with_title("Empty").with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty(std::env::args().nth(1))))))
}
