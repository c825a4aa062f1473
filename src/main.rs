//! The program: reads its arguments, opens the window.

#![cfg_attr(windows, windows_subsystem = "windows")]

use std::path::PathBuf;
use std::process::ExitCode;

use parallax::app::{App, Folders, Preferences, Services};
use parallax::clipboard::{SystemClipboard, is_x11};
use parallax::picker::SystemPicker;

const HELP: &str = "\
Usage: parallax [FILE…]

Opens the window with the files named: articles, folders of articles, or a project (.parallax).
Without a window: parallax-cli compare FILE…

  -h, --help     Print this
  -V, --version  Print the version";

/// The name that the desktop knows the program by; packaging/linux has the files that go with it.
const APP_ID: &str = "io.github.parallax_desk.Parallax";

fn main() -> ExitCode {
    let mut paths = Vec::new();
    let mut only_paths = false;
    for argument in std::env::args_os().skip(1) {
        match argument.to_str() {
            Some("--") if !only_paths => only_paths = true,
            Some("-h" | "--help") if !only_paths => {
                println!("{HELP}");
                return ExitCode::SUCCESS;
            }
            Some("-V" | "--version") if !only_paths => {
                println!("parallax {}", env!("CARGO_PKG_VERSION"));
                return ExitCode::SUCCESS;
            }
            Some(option) if option.starts_with('-') && !only_paths => {
                eprintln!("parallax: there is no option {option}\n\n{HELP}");
                return ExitCode::from(2);
            }
            _ => paths.push(PathBuf::from(argument)),
        }
    }
    match open_window(paths) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!(
                "parallax: the window could not be opened ({reason}). Without a display, use parallax-cli(1): parallax-cli compare FILE…"
            );
            ExitCode::from(2)
        }
    }
}

fn open_window(paths: Vec<PathBuf>) -> Result<(), String> {
    if cfg!(target_os = "linux") && !has_display() {
        return Err("there is no display".to_owned());
    }
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../assets/icons/parallax-256.png"));
    let folders = Folders::of_the_system();
    let place = Preferences::load(folders.settings.clone()).settings.window;
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Parallax")
        .with_app_id(APP_ID)
        .with_icon(icon.unwrap_or_default())
        .with_inner_size(place.map_or([1440.0, 900.0], |place| place.size))
        .with_min_inner_size([640.0, 420.0])
        .with_drag_and_drop(true);
    if let Some(place) = place {
        viewport = viewport.with_maximized(place.is_maximized);
        if let Some(position) = place.position {
            viewport = viewport.with_position(position);
        }
    }
    let options = eframe::NativeOptions {
        viewport,
        // The window would wait while the clipboard is read.
        clipboard_shortcuts: !is_x11(),
        ..eframe::NativeOptions::default()
    };
    let services = Services {
        picker: Box::new(SystemPicker::new()),
        clipboard: Box::new(SystemClipboard::default()),
        folders,
        languages: sys_locale::get_locales().collect(),
    };
    let create: eframe::AppCreator<'_> =
        Box::new(move |context| Ok(Box::new(App::new(&context.egui_ctx, services, paths))));
    eframe::run_native("Parallax", options, create).map_err(|error| error.to_string())
}

/// True where an X11 or Wayland display is named.
fn has_display() -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
