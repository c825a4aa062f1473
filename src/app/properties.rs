//! Article properties: corrected in one step, with the file read anew where its encoding is another.

use std::path::Path;

use collation::{Witness, WitnessKey};
use workbench::intake::{ReadOptions, read_path_with};
use workbench::project::Edit;
use workbench::watch::reread;

use super::dialogs::PropertiesForm;
use super::{App, Errand};
use crate::say;
use crate::terms;

impl App {
    pub(super) fn open_properties(&mut self, article: WitnessKey) {
        if self.view.hides_outlets() {
            return self.toasts.note(say!("properties-hidden"));
        }
        let twin = self.derived.articles.iter().find(|item| item.key == article).and_then(|item| item.twin.clone());
        if let Some(article) = self.document.project().article(article) {
            self.dialogs.open_properties(article, twin);
        }
    }

    /// Takes what the dialog says; a file is read anew first, off the paint thread.
    pub(super) fn set_properties(&mut self, ctx: &egui::Context, form: PropertiesForm) {
        let Some(article) = self.document.project().article(form.article) else { return };
        match form.read_anew_with.clone() {
            None => self.keep_properties(&form, None),
            Some(encoding) => {
                let old = Witness::clone(&article.witness);
                self.errands.send(ctx, "reread", move || {
                    let mut options = ReadOptions::default();
                    options.encoding.replace(encoding.clone());
                    let read = read_path_with(Path::new(&old.path), options).map_err(|error| terms::intake(&error));
                    let result = read.map(|found| {
                        reread(&old, &found).map(|new| Box::new(Witness { encoding: Some(encoding), ..new }))
                    });
                    Errand::ReadAnew { form: Box::new(form), result }
                });
            }
        }
    }

    /// Makes the edit.
    pub(super) fn keep_properties(&mut self, form: &PropertiesForm, read: Option<Witness>) {
        let Some(article) = self.document.project().article(form.article) else { return };
        let witness = read.unwrap_or_else(|| Witness::clone(&article.witness));
        let witness = Witness { meta: form.meta(), ..witness };
        self.edit(Edit::SetProperties { article: form.article, witness, is_original: form.is_original });
    }
}
