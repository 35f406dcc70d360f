//! Texts that are put together.
//!
//! The formatter of the standard library would do: it brings twenty kB along, tables of powers, of long division and of printable letters,
//! and every page that shows a report would download them.

use crate::number::number_text;

/// A text from a template: each `{}` of it is filled with the next part.
macro_rules! text {
    ($template:literal $(, $part:expr)* $(,)?) => {{
        #[allow(unused_mut, reason = "a template may have no places")]
        let mut template = $crate::text::Template::new($template);
        $( $crate::text::Part::write(&$part, template.up_to_place()); )*
        template.filled()
    }};
}

pub(crate) use text;

/// A template that is filled place by place.
pub(crate) struct Template {
    text: String,
    rest: &'static str,
}

impl Template {
    pub(crate) fn new(template: &'static str) -> Self {
        Self { text: String::new(), rest: template }
    }

    /// Writes up to the next place, and passes over it.
    pub(crate) fn up_to_place(&mut self) -> &mut String {
        let (before, after) = self.rest.split_once("{}").unwrap_or((self.rest, ""));
        self.text.push_str(before);
        self.rest = after;
        &mut self.text
    }

    pub(crate) fn filled(mut self) -> String {
        self.text.push_str(self.rest);
        self.text
    }
}

/// What fills a place of a template.
pub(crate) trait Part {
    fn write(&self, text: &mut String);
}

impl Part for str {
    fn write(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Part for String {
    fn write(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Part for char {
    fn write(&self, text: &mut String) {
        text.push(*self);
    }
}

impl Part for bool {
    fn write(&self, text: &mut String) {
        text.push_str(if *self { "true" } else { "false" });
    }
}

impl Part for f64 {
    fn write(&self, text: &mut String) {
        text.push_str(&number_text(*self));
    }
}

/// Whole numbers; none of ours is beyond what an `f64` holds exactly.
macro_rules! whole {
    ($($type:ty),*) => {
        $( impl Part for $type {
            fn write(&self, text: &mut String) {
                text.push_str(&number_text(*self as f64));
            }
        } )*
    };
}

whole!(u8, u32, i32, u64, usize);

impl<T: Part + ?Sized> Part for &T {
    fn write(&self, text: &mut String) {
        (**self).write(text);
    }
}

/// A text between quotes; those in it, and what stands before them, are set off by a backslash.
pub(crate) fn quoted(text: &str) -> String {
    ["\"", &text.replace('\\', "\\\\").replace('"', "\\\""), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_template_is_filled_place_by_place() {
        let name = String::from("{}");
        assert_eq!(text!("{} of {}: {}, {}", 2_usize, 0.5, name, 'x'), "2 of 0.5: {}, x");
        assert_eq!(text!("nothing to fill"), "nothing to fill");
        assert_eq!(text!("{}", true), "true");
    }

    #[test]
    fn quotes_are_written_as_the_standard_library_writes_them() {
        for text in ["plain", "a \"quote\"", "back\\slash", "满意"] {
            assert_eq!(quoted(text), format!("{text:?}"));
        }
    }
}
