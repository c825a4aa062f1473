//! Inter for the app's words, Source Serif 4 for source words; egui's Hack and the system's fonts
//! stand in for characters that they lack.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

const MEDIUM: &str = "medium";
const SEMIBOLD: &str = "semibold";
const SERIF: &str = "serif";
const SERIF_SEMIBOLD: &str = "serif-semibold";

pub fn sans(size: f32) -> FontId {
    FontId::proportional(size)
}

pub fn medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(MEDIUM.into()))
}

pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

pub fn serif(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SERIF.into()))
}

pub fn serif_semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SERIF_SEMIBOLD.into()))
}

/// The bundled faces by name, and the families that begin with them.
const FACES: [(&str, &[u8], Option<&str>); 5] = [
    ("Inter-Regular", include_bytes!("../../assets/fonts/Inter-Regular.otf"), None),
    ("Inter-Medium", include_bytes!("../../assets/fonts/Inter-Medium.otf"), Some(MEDIUM)),
    ("Inter-SemiBold", include_bytes!("../../assets/fonts/Inter-SemiBold.otf"), Some(SEMIBOLD)),
    ("SourceSerif4-Regular", include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf"), Some(SERIF)),
    ("SourceSerif4-SemiBold", include_bytes!("../../assets/fonts/SourceSerif4-SemiBold.ttf"), Some(SERIF_SEMIBOLD)),
];

/// All faces and families, each with egui's own fonts behind it.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let mut fallback = fonts.families.get(&FontFamily::Monospace).cloned().unwrap_or_default();
    fallback.extend(fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default());
    for (name, bytes, family) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let family = family.map_or(FontFamily::Proportional, |family| FontFamily::Name(family.into()));
        let mut chain = vec![name.to_owned()];
        if name.starts_with("Source") {
            chain.push("Inter-Regular".to_owned());
        }
        chain.extend(fallback.iter().cloned());
        let mut seen = std::collections::BTreeSet::new();
        chain.retain(|face| seen.insert(face.clone()));
        fonts.families.insert(family, chain);
    }
    fonts
}
