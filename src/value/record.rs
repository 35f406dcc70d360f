//! Two short ways of saying how a type is read: a record by its keys, a closed set by its names.

/// Declares a struct and reads it from a record with exactly these keys.
///
/// A field of type `Option<…>` may be left out. `field: Type = "key"` where the key differs from the field's name. The TypeScript type of
/// the record comes from the same lines.
#[cfg(feature = "report")]
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $($fields:tt)* }
    ) => {
        $crate::value::record!(@field [$(#[$meta])*] $name [] $($fields)*);
    };
    // Field by field: what may be left out, what has a key of its own.
    (@field $metas:tt $name:ident [$($done:tt)*] $(#[$meta:meta])* $field:ident : Option<$type:ty> = $key:literal $(, $($rest:tt)*)?) => {
        $crate::value::record!(@field $metas $name [$($done)* {
            $(#[$meta])* #[serde(rename = $key)] #[tsify(optional)] $field : Option<$type>, $key
        }] $($($rest)*)?);
    };
    (@field $metas:tt $name:ident [$($done:tt)*] $(#[$meta:meta])* $field:ident : Option<$type:ty> $(, $($rest:tt)*)?) => {
        $crate::value::record!(@field $metas $name [$($done)* {
            $(#[$meta])* #[tsify(optional)] $field : Option<$type>, stringify!($field)
        }] $($($rest)*)?);
    };
    (@field $metas:tt $name:ident [$($done:tt)*] $(#[$meta:meta])* $field:ident : $type:ty = $key:literal $(, $($rest:tt)*)?) => {
        $crate::value::record!(@field $metas $name [$($done)* {
            $(#[$meta])* #[serde(rename = $key)] $field : $type, $key
        }] $($($rest)*)?);
    };
    (@field $metas:tt $name:ident [$($done:tt)*] $(#[$meta:meta])* $field:ident : $type:ty $(, $($rest:tt)*)?) => {
        $crate::value::record!(@field $metas $name [$($done)* { $(#[$meta])* $field : $type, stringify!($field) }] $($($rest)*)?);
    };
    (@field [$(#[$meta:meta])*] $name:ident [$({ $(#[$field_meta:meta])* $field:ident : $type:ty, $key:expr })*]) => {
        $(#[$meta])*
        #[derive(tsify::Tsify)]
        #[tsify(missing_as_null)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type ),*
        }

        impl $crate::value::Read for $name {
            fn read(at: $crate::value::At<'_>) -> Result<Self, $crate::error::Error> {
                at.record(&[$( $key ),*])?;
                Ok(Self { $( $field: at.field($key)? ),* })
            }
        }
    };
}

/// Declares an enum of names: how each is written outside, in TypeScript too, reading, and `name()`.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $name:ident, $what:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "report", derive(tsify::Tsify))]
        #[allow(unreachable_pub)]
        pub enum $name {
            $( $(#[$variant_meta])* #[cfg_attr(feature = "report", serde(rename = $text))] $variant ),*
        }

        // Some of these sets are read inside one module only, where not all of this is used and `pub` reaches nobody.
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            /// Every one, in the order of declaration.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),*];

            /// How each is written outside, in the same order.
            pub const NAMES: &'static [&'static str] = &[$( $text ),*];

            /// How it is written outside.
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// All names, separated by commas.
            #[cold]
            pub fn names() -> String {
                Self::NAMES.join(", ")
            }

            /// The one of this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }

        impl $crate::value::Read for $name {
            fn read(at: $crate::value::At<'_>) -> Result<Self, $crate::error::Error> {
                let name = at.text()?;
                Self::named(name).ok_or_else(|| at.error($crate::error::Problem::UnknownName {
                    what: $what,
                    name: name.into(),
                    known: Self::names(),
                }))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use names;
#[cfg(feature = "report")]
pub(crate) use record;
