//! The colours and the font of a picture.

use super::colour::Colour;
use crate::measure::Quadrant;
use crate::value::{names, record};

names! {
    /// Whether a picture is dark on light or light on dark.
    pub enum Scheme, "scheme" {
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

/// The colours and the font of a picture. The quadrants' colours are of Okabe and Ito's palette, told apart by colour-blind eyes.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// What is drawn on.
    pub surface: Colour,
    /// Words and numbers that matter.
    pub text: Colour,
    /// Words and numbers that explain.
    pub muted: Colour,
    /// Frames and grids.
    pub line: Colour,
    /// The one thing to see: the index.
    pub accent: Colour,
    /// Important and not good.
    pub concentrate: Colour,
    /// Important and good.
    pub keep_up: Colour,
    /// Neither important nor good.
    pub low_priority: Colour,
    /// Good and not important.
    pub overkill: Colour,
    /// CSS font families.
    pub font: String,
}

const FONT: &str = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif";

impl Theme {
    /// The default colours of a scheme.
    pub fn of(scheme: Scheme) -> Self {
        let [surface, text, muted, line, accent, concentrate, keep_up, low_priority, overkill] = match scheme {
            Scheme::Light => [0xffffff, 0x1b1f24, 0x57606a, 0xd0d7de, 0x0a6e5c, 0xd55e00, 0x0072b2, 0x6e7781, 0x8a6d00],
            Scheme::Dark => [0x14181d, 0xe6edf3, 0x9aa7b4, 0x38424d, 0x4cc9ae, 0xd55e00, 0x56b4e9, 0x9aa7b4, 0xe69f00],
        }
        .map(Colour::solid);
        Self { surface, text, muted, line, accent, concentrate, keep_up, low_priority, overkill, font: FONT.into() }
    }

    /// The colour of a quadrant's points and name.
    pub fn quadrant(&self, quadrant: Option<Quadrant>) -> Colour {
        match quadrant {
            Some(Quadrant::Concentrate) => self.concentrate,
            Some(Quadrant::KeepUp) => self.keep_up,
            Some(Quadrant::LowPriority) => self.low_priority,
            Some(Quadrant::Overkill) => self.overkill,
            None => self.muted,
        }
    }
}

record! {
    /// A theme as a page writes it: a scheme, and what differs from its defaults.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct ThemeChanges {
        /// The defaults to start from; light unless given.
        scheme: Option<Scheme>,
        /// See [`Theme::surface`].
        surface: Option<Colour>,
        /// See [`Theme::text`].
        text: Option<Colour>,
        /// See [`Theme::muted`].
        muted: Option<Colour>,
        /// See [`Theme::line`].
        line: Option<Colour>,
        /// See [`Theme::accent`].
        accent: Option<Colour>,
        /// See [`Theme::concentrate`].
        concentrate: Option<Colour>,
        /// See [`Theme::keep_up`].
        keep_up: Option<Colour> = "keepUp",
        /// See [`Theme::low_priority`].
        low_priority: Option<Colour> = "lowPriority",
        /// See [`Theme::overkill`].
        overkill: Option<Colour>,
        /// See [`Theme::font`].
        font: Option<String>,
    }
}

impl From<&Option<ThemeChanges>> for Theme {
    fn from(changes: &Option<ThemeChanges>) -> Self {
        let Some(changes) = changes else { return Self::of(Scheme::Light) };
        let base = Self::of(changes.scheme.unwrap_or(Scheme::Light));
        Self {
            surface: changes.surface.unwrap_or(base.surface),
            text: changes.text.unwrap_or(base.text),
            muted: changes.muted.unwrap_or(base.muted),
            line: changes.line.unwrap_or(base.line),
            accent: changes.accent.unwrap_or(base.accent),
            concentrate: changes.concentrate.unwrap_or(base.concentrate),
            keep_up: changes.keep_up.unwrap_or(base.keep_up),
            low_priority: changes.low_priority.unwrap_or(base.low_priority),
            overkill: changes.overkill.unwrap_or(base.overkill),
            font: changes.font.clone().unwrap_or(base.font),
        }
    }
}
