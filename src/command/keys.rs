//! The keys that start commands, and how they are written.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Command;
use crate::say;

/// Keys that are no commands: they move the selection.
pub fn moves() -> [(&'static str, &'static str); 6] {
    [
        ("↑ ↓ ← →", say!("move-arrows")),
        (say!("move-page-keys"), say!("move-page")),
        (say!("move-end-keys"), say!("move-end")),
        (say!("move-select-keys"), say!("move-select")),
        (say!("move-fold-keys"), say!("move-fold")),
        (say!("key-esc"), say!("move-escape")),
    ]
}

impl Command {
    /// The keys that start it. The first one is shown.
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        const NONE: Modifiers = Modifiers::NONE;
        const CTRL: Modifiers = Modifiers::COMMAND;
        const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
        const SHIFT: Modifiers = Modifiers::SHIFT;
        const ALT: Modifiers = Modifiers::ALT;
        let keys: &[(Modifiers, Key)] = match self {
            Self::OpenArticles => &[(CTRL, Key::O)],
            Self::Paste => &[(CTRL, Key::V)],
            Self::Copy => &[(CTRL, Key::C)],
            Self::CopyRows => &[(CTRL_SHIFT, Key::C)],
            Self::SelectAll => &[(CTRL, Key::A)],
            Self::CloseAll => &[(CTRL, Key::N)],
            Self::ToggleRail => &[(CTRL, Key::B)],
            Self::ToggleInspector => &[(NONE, Key::I)],
            Self::CycleDensity => &[(NONE, Key::D)],
            Self::MakeBase => &[(NONE, Key::B)],
            Self::NextDoubtful => &[(NONE, Key::N)],
            Self::PreviousDoubtful => &[(SHIFT, Key::N)],
            Self::NextDifference => &[(NONE, Key::CloseBracket)],
            Self::PreviousDifference => &[(NONE, Key::OpenBracket)],
            Self::NextEvent => &[(CTRL, Key::PageDown)],
            Self::PreviousEvent => &[(CTRL, Key::PageUp)],
            Self::ZoomIn => &[(CTRL, Key::Plus), (CTRL, Key::Equals)],
            Self::ZoomOut => &[(CTRL, Key::Minus)],
            Self::ZoomReset => &[(CTRL, Key::Num0)],
            Self::FullScreen => &[(NONE, Key::F11)],
            Self::ViewGrid => &[(NONE, Key::Num1)],
            Self::ViewRead => &[(NONE, Key::Num2)],
            Self::ViewCoverage => &[(NONE, Key::Num3)],
            Self::OpenProject => &[(CTRL_SHIFT, Key::O)],
            Self::Save => &[(CTRL, Key::S)],
            Self::SaveAs => &[(CTRL_SHIFT, Key::S)],
            Self::Undo => &[(CTRL, Key::Z)],
            Self::Redo => &[(CTRL_SHIFT, Key::Z), (CTRL, Key::Y)],
            Self::Find => &[(CTRL, Key::F)],
            Self::Export => &[(CTRL, Key::E)],
            Self::Pin => &[(NONE, Key::P)],
            Self::JoinRows => &[(NONE, Key::J)],
            Self::Unlink => &[(NONE, Key::S), (NONE, Key::Delete)],
            Self::Reject => &[(NONE, Key::X)],
            Self::RenameRow => &[(NONE, Key::F2)],
            Self::OpenInRead => &[(NONE, Key::Enter)],
            Self::CloseArticle => &[(CTRL, Key::W)],
            Self::NewRow => &[(SHIFT, Key::S)],
            Self::LinkByHand => &[(NONE, Key::L)],
            Self::PinAbove => &[(SHIFT, Key::P)],
            Self::Trim => &[(NONE, Key::E)],
            Self::SetAside => &[(NONE, Key::A)],
            Self::BringBack => &[(SHIFT, Key::A)],
            Self::MoveToEvent => &[(NONE, Key::M)],
            Self::JoinEvents => &[(SHIFT, Key::M)],
            Self::ShowElsewhere => &[(NONE, Key::F4)],
            Self::TagRow => &[(NONE, Key::T)],
            Self::NextPassage => &[(ALT, Key::ArrowDown)],
            Self::PreviousPassage => &[(ALT, Key::ArrowUp)],
            Self::NextWord => &[(NONE, Key::W)],
            Self::PreviousWord => &[(SHIFT, Key::W)],
            Self::FindNext => &[(NONE, Key::F3)],
            Self::FindPrevious => &[(SHIFT, Key::F3)],
            Self::Palette => &[(CTRL_SHIFT, Key::P)],
            Self::ClassMode => &[(CTRL_SHIFT, Key::H)],
            Self::Reveal => &[(NONE, Key::R)],
            Self::MarkOriginal => &[(NONE, Key::O)],
            Self::FullestBase => &[(SHIFT, Key::B)],
            Self::MainMenu => &[(NONE, Key::F10)],
            Self::ContextMenu => &[(NONE, Key::Menu), (SHIFT, Key::F10)],
            Self::CheatSheet => {
                &[(NONE, Key::F1), (NONE, Key::Questionmark), (SHIFT, Key::Questionmark), (SHIFT, Key::Slash)]
            }
            Self::Ledgers => &[(CTRL, Key::L)],
            Self::Settings => &[(CTRL, Key::Comma)],
            Self::Quit => &[(CTRL, Key::Q)],
            Self::TrySample
            | Self::CopyTable
            | Self::CopyMarkdown
            | Self::CopyTsv
            | Self::CopyCitations
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ImportTags
            | Self::Readers
            | Self::About => &[],
        };
        keys.iter().map(|&(modifiers, key)| KeyboardShortcut::new(modifiers, key)).collect()
    }

    /// Every shortcut that differs on screen: `Ctrl Shift Z, Ctrl Y`.
    pub fn all_keys(self, ctx: &egui::Context) -> Option<String> {
        let mut shown: Vec<String> = Vec::new();
        for shortcut in self.shortcuts() {
            // The layouts of keyboards differ in what needs Shift; the sign itself is what counts.
            let is_sign = matches!(shortcut.logical_key, Key::Questionmark | Key::Slash);
            let words = if is_sign { "?".to_owned() } else { words_of(ctx, shortcut) };
            if !shown.contains(&words) {
                shown.push(words);
            }
        }
        (!shown.is_empty()).then(|| shown.join(", "))
    }

    /// The shown shortcut: `Ctrl O`.
    pub fn keys(self, ctx: &egui::Context) -> Option<String> {
        let shortcut = self.shortcuts().into_iter().next()?;
        Some(words_of(ctx, shortcut))
    }
}

/// A shortcut as menus show it: `Ctrl O`.
fn words_of(ctx: &egui::Context, shortcut: KeyboardShortcut) -> String {
    let words: Vec<String> = ctx
        .format_shortcut(&shortcut)
        .split('+')
        .filter(|word| !word.is_empty())
        .map(|word| {
            match word {
                "CloseBracket" => "]",
                "OpenBracket" => "[",
                "Comma" => ",",
                "Plus" => "+",
                "Equals" => "=",
                "Minus" => "−",
                "Down" => "↓",
                "Up" => "↑",
                "PageDown" => say!("key-page-down"),
                "PageUp" => say!("key-page-up"),
                "Ctrl" => say!("key-ctrl"),
                "Shift" => say!("key-shift"),
                "Enter" => say!("key-enter"),
                "Delete" => say!("key-delete"),
                "Menu" => say!("key-menu"),
                word => word,
            }
            .to_owned()
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen: Vec<(KeyboardShortcut, Command)> = Vec::new();
        for command in Command::ALL {
            for shortcut in command.shortcuts() {
                let clash = seen.iter().find(|(other, _)| *other == shortcut);
                assert!(clash.is_none(), "{command:?} and {clash:?} share {shortcut:?}");
                seen.push((shortcut, command));
            }
        }
    }

    #[test]
    fn the_guide_has_every_command_with_its_keys() {
        let guide = include_str!("../../docs/guide.md");
        let ctx = egui::Context::default();
        ctx.set_os(egui::os::OperatingSystem::Nix);
        for command in Command::ALL {
            let keys = command.all_keys(&ctx).unwrap_or_else(|| "menu".to_owned());
            let line = format!("| {keys} | {} |", command.label());
            assert!(guide.contains(&line), "docs/guide.md lacks: {line}");
        }
        for (keys, words) in moves() {
            assert!(guide.contains(&format!("| {keys} | {words} |")), "docs/guide.md lacks {keys}");
        }
    }
}
