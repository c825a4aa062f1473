//! The reader's own verbs and names out of a file, as the window's settings keep them.

use std::path::Path;
use std::sync::Arc;

use collation::Vocabulary;
use collation::attribution::CueClass;
use workbench::settings::Settings;

/// The lists in the JSON file at `path`: `own_verbs` (`verb`, `class`) and `own_names` (lists of names
/// of one thing). Fields beside them are passed over, so that a settings file serves as it is. Without
/// a path the built-in lists stand alone.
///
/// # Errors
/// Where the file cannot be read, is no such file, or names a class that there is not.
pub fn read(path: Option<&Path>) -> anyhow::Result<Arc<Vocabulary>> {
    let Some(path) = path else { return Ok(Arc::default()) };
    let refused = |why: String| anyhow::anyhow!("{why}; nothing was done: {}", path.display());
    let text = std::fs::read(path).map_err(|error| refused(format!("the own lists could not be read ({error})")))?;
    let settings: Settings = serde_json::from_slice(&text)
        .map_err(|error| refused(format!("the own lists are no JSON with own_verbs and own_names ({error})")))?;
    if let Some(own) = settings.own_verbs.iter().find(|own| own.class().is_none()) {
        let classes: Vec<&str> = CueClass::ALL.into_iter().map(CueClass::name).collect();
        let (verb, class) = (&own.verb, &own.class);
        return Err(refused(format!("{verb} is of class {class:?}, which is none of {}", classes.join(", "))));
    }
    Ok(Arc::new(settings.vocabulary()))
}
