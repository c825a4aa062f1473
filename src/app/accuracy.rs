//! The accurate mode: a language model reads every passage, where the reader wants it and has the model.

use std::sync::Arc;

use collation::lexicon::Model;
use collation::{Grouping, Options};
use workbench::model;
use workbench::settings::Precision;

use super::App;
use super::answers::Errand;
use crate::say;
use crate::terms;

/// How far the accurate mode is.
#[derive(Debug, Default)]
pub enum Accuracy {
    /// Nobody wants it.
    #[default]
    Off,
    /// The model is being read.
    Coming,
    On(Arc<Model>),
    /// There is no model that could be used; the sentence says why.
    Missing(String),
}

impl Accuracy {
    fn model(&self) -> Option<Arc<Model>> {
        match self {
            Self::On(model) => Some(Arc::clone(model)),
            Self::Off | Self::Coming | Self::Missing(_) => None,
        }
    }

    pub fn is_coming(&self) -> bool {
        matches!(self, Self::Coming)
    }
}

impl App {
    /// How tables are derived.
    pub(super) fn options(&self) -> Options {
        Options { grouping: Grouping::Auto, model: self.accuracy.model() }
    }

    /// Has the model read or lets it go, as the settings say.
    pub(super) fn settle_accuracy(&mut self, ctx: &egui::Context) {
        match (self.preferences.settings.precision, &self.accuracy) {
            (Precision::Standard, Accuracy::Off) => {}
            (Precision::Standard, before) => {
                let was_on = matches!(before, Accuracy::On(_));
                self.accuracy = Accuracy::Off;
                if was_on {
                    self.derive_anew();
                }
            }
            (Precision::Accurate, Accuracy::Off) => {
                self.accuracy = Accuracy::Coming;
                let path = self.services.folders.model.clone();
                let broken = Errand::Model(Err(say!("model-broke").to_owned()));
                self.errands.send_long(ctx, "language model", say!("stage-model").to_owned(), broken, move |_| {
                    let Some(path) = path else { return Errand::Model(Err(say!("model-no-folder").to_owned())) };
                    Errand::Model(model::open(&path).map(Arc::new).map_err(|error| terms::open_model(&error)))
                });
            }
            (Precision::Accurate, Accuracy::Coming | Accuracy::On(_) | Accuracy::Missing(_)) => {}
        }
    }

    /// Looks for the model once more.
    pub(super) fn read_model_again(&mut self) {
        if matches!(self.accuracy, Accuracy::Missing(_)) {
            self.accuracy = Accuracy::Off;
        }
    }

    pub(super) fn take_model(&mut self, read: Result<Arc<Model>, String>) {
        if !self.accuracy.is_coming() {
            return;
        }
        match read {
            Ok(model) => {
                self.accuracy = Accuracy::On(model);
                self.derive_anew();
            }
            Err(why) => {
                self.toasts.problem(say!("model-missing", why = &why));
                self.accuracy = Accuracy::Missing(why);
            }
        }
    }
}
