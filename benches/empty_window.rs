//! An empty eframe window as Parallax opens its own, to tell the program's memory from the drawing
//! library's. `benches/window.sh` measures it; nobody else needs it.

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _ui: &mut egui::Ui, _frame: &mut eframe::Frame) {}
}

fn main() -> eframe::Result {
    let viewport = egui::ViewportBuilder::default().with_title("Empty").with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty))))
}
