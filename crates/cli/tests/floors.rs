//! What may not be in the tree of dependencies: a window below the window's floor, and the network anywhere.
//! And what must be: every test that ARCHITECTURE.md names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names of the crates that `package` is linked from, by cargo's own account.
fn tree(package: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let listed = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
        .args(["--package", package])
        .current_dir(root)
        .output()
        .expect("cargo runs");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let listed = String::from_utf8(listed.stdout).unwrap();
    let names: Vec<String> = listed.lines().filter_map(|line| line.split(' ').next().map(str::to_owned)).collect();
    assert!(names.iter().any(|name| name == package), "{package} is not in its own tree: {names:?}");
    names
}

/// Those of `names` that are one of `unwanted` or belong to its family: `egui` and `egui-winit`.
fn found(names: &[String], unwanted: &[&str]) -> Vec<String> {
    let is_of = |name: &str, family: &str| {
        name.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    };
    names.iter().filter(|name| unwanted.iter().any(|family| is_of(name, family))).cloned().collect()
}

#[test]
fn only_the_window_knows_a_window() {
    let window = ["egui", "eframe", "epaint", "winit", "rfd", "arboard", "glow"];
    for package in ["collation", "workbench", "parallax-cli"] {
        let found = found(&tree(package), &window);
        assert!(found.is_empty(), "{package} is linked from {found:?}");
    }
    assert!(!self::found(&tree("parallax"), &window).is_empty(), "the check finds nothing where there is a window");
}

#[test]
fn nothing_speaks_to_the_network() {
    let network =
        ["hyper", "reqwest", "ureq", "curl", "isahc", "attohttpc", "rustls", "native-tls", "openssl", "quinn"];
    let found = found(&tree("parallax"), &network);
    assert!(found.is_empty(), "the window is linked from {found:?}");
    assert!(self::found(&tree("parallax-cli"), &network).is_empty());
    // Nor does a line of the project's own; the standard library could.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut code = String::new();
    for folder in ["src", "crates/cli/src", "crates/workbench/src", "crates/collation/src"] {
        gather(&root.join(folder), &mut code);
    }
    assert!(code.len() > 1_000_000, "only {} bytes of code were found", code.len());
    for name in ["std::net", "TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs"] {
        assert!(!code.contains(name), "the project's own code holds {name}");
    }
}

#[test]
fn the_engine_knows_no_file_formats() {
    let formats = ["zip", "quick-xml", "trafilatura", "dom_smoothie", "mail-parser", "workbench"];
    let found = found(&tree("collation"), &formats);
    assert!(found.is_empty(), "the engine is linked from {found:?}");
}

#[test]
fn the_architecture_names_tests_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut code = String::new();
    for folder in ["crates", "src", "tests"] {
        gather(&root.join(folder), &mut code);
    }
    let manual = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let invariants = manual.split("## Invariants").nth(1).unwrap().split("\n## ").next().unwrap();
    let named: Vec<&str> =
        invariants.split('`').skip(1).step_by(2).filter(|word| word.contains('_') && !word.contains('/')).collect();
    assert!(named.len() > 20, "only {named:?} were found in the manual");
    let gone: Vec<&&str> = named.iter().filter(|name| !code.contains(&format!("fn {name}("))).collect();
    assert!(gone.is_empty(), "ARCHITECTURE.md names tests that are not there: {gone:?}");
}

fn gather(folder: &Path, code: &mut String) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            gather(&path, code);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            code.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
