//! The reader's own lists: reporting verbs by class, and names that mean the same.

use collation::attribution::CueClass;
use egui::{TextEdit, Ui, vec2};
use workbench::settings::{OwnVerb, Settings};

use super::super::parts::hint;
use crate::icons::Icon;
use crate::say;
use crate::terms;
use crate::widgets::{Look, Press, drop_down};

/// The lists as they are being typed; a line that is not finished is no setting yet.
#[derive(Debug, Default)]
pub(super) struct WordLists {
    verbs: Vec<OwnVerb>,
    /// Each line holds names that mean the same, with commas between.
    names: Vec<String>,
    /// A line was added, which has the keyboard next.
    is_new_verb: bool,
    is_new_names: bool,
}

impl WordLists {
    pub fn new(settings: &Settings) -> Self {
        Self {
            verbs: settings.own_verbs.clone(),
            names: settings.own_names.iter().map(|names| names.join(", ")).collect(),
            ..Self::default()
        }
    }

    /// True where a name stands alone and means the same as none.
    pub fn is_unfinished(&self) -> bool {
        self.names.iter().any(|line| names_in(line).len() == 1)
    }
}

pub(super) fn verbs_ui(ui: &mut Ui, lists: &mut WordLists, settings: &mut Settings) {
    hint(ui, say!("verbs-hint"));
    ui.add_space(8.0);
    let mut gone = None;
    let new = std::mem::take(&mut lists.is_new_verb).then(|| lists.verbs.len().saturating_sub(1));
    for (at, own) in lists.verbs.iter_mut().enumerate() {
        let number = at + 1;
        ui.horizontal(|ui| {
            let edit = TextEdit::singleline(&mut own.verb).hint_text("reckon").desired_width(200.0);
            let field = ui.add(edit.margin(vec2(8.0, 6.0))).accessible_name(say!("verb-named", number = number));
            if new == Some(at) {
                field.request_focus();
            }
            let names = CueClass::ALL.map(terms::cue_class);
            let class = CueClass::ALL.iter().position(|class| class.name() == own.class).unwrap_or(0);
            let chosen = drop_down(ui, &say!("verb-class", number = number), &names, class);
            if let Some(chosen) = chosen.and_then(|chosen| CueClass::ALL.get(chosen)) {
                chosen.name().clone_into(&mut own.class);
            }
            if Press::icon_only(Icon::Close, &say!("verb-remove", number = number)).show(ui).clicked() {
                gone = Some(at);
            }
            if let Some(class) = CueClass::ALL.get(class) {
                hint(ui, terms::cue_meaning(*class));
            }
        });
    }
    if let Some(gone) = gone {
        lists.verbs.remove(gone);
    }
    ui.add_space(4.0);
    if Press::new(say!("verb-add")).icon(Icon::Plus).look(Look::Outlined).show(ui).clicked() {
        lists.verbs.push(OwnVerb { verb: String::new(), class: CueClass::Say.name().to_owned() });
        lists.is_new_verb = true;
    }
    let tidy = |own: &OwnVerb| OwnVerb { verb: own.verb.trim().to_lowercase(), class: own.class.clone() };
    settings.own_verbs = lists.verbs.iter().map(tidy).filter(|own| !own.verb.is_empty()).collect();
}

pub(super) fn names_ui(ui: &mut Ui, lists: &mut WordLists, settings: &mut Settings) {
    hint(ui, say!("names-hint"));
    ui.add_space(8.0);
    let mut gone = None;
    let new = std::mem::take(&mut lists.is_new_names).then(|| lists.names.len().saturating_sub(1));
    for (at, names) in lists.names.iter_mut().enumerate() {
        let number = at + 1;
        ui.horizontal(|ui| {
            let width = ui.available_width() - 60.0;
            let edit = TextEdit::singleline(names).hint_text("Kyiv, Kiev").desired_width(width);
            let field = ui.add(edit.margin(vec2(8.0, 6.0))).accessible_name(say!("names-named", number = number));
            if new == Some(at) {
                field.request_focus();
            }
            if Press::icon_only(Icon::Close, &say!("names-remove", number = number)).show(ui).clicked() {
                gone = Some(at);
            }
        });
    }
    if let Some(gone) = gone {
        lists.names.remove(gone);
    }
    ui.add_space(4.0);
    if Press::new(say!("names-add")).icon(Icon::Plus).look(Look::Outlined).show(ui).clicked() {
        lists.names.push(String::new());
        lists.is_new_names = true;
    }
    settings.own_names = lists.names.iter().map(|line| names_in(line)).filter(|names| names.len() > 1).collect();
}

fn names_in(line: &str) -> Vec<String> {
    line.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}
