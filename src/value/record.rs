//! Two short ways of saying how a type is read: a record by its keys, a closed set by its names.

/// Declares a struct and reads it from a record with exactly these keys.
///
/// A field whose type has an [`absent`](super::Read::absent) value (an `Option`) may be left out.
/// `field: Type = "key"` where the key differs from the field's name.
#[cfg(feature = "report")]
macro_rules! record {
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* $field:ident : $type:ty $(= $key:literal)? ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type ),*
        }

        impl $crate::value::Read for $name {
            fn read(at: $crate::value::At<'_>) -> Result<Self, $crate::error::Error> {
                at.record(&[$( $crate::value::record!(@key $field $($key)?) ),*])?;
                Ok(Self { $( $field: at.field($crate::value::record!(@key $field $($key)?))? ),* })
            }
        }
    };
}

/// Declares an enum of names: how each is written outside, reading, and `name()`.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $name:ident, $what:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(unreachable_pub)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant ),*
        }

        // Some of these sets are read inside one module only, where not all of this is used and `pub` reaches nobody.
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            /// Every one, in the order of declaration.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),*];

            /// How it is written outside.
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $text ),* }
            }

            /// The one of this name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $( $text => Some(Self::$variant), )* _ => None }
            }
        }

        impl $crate::value::Read for $name {
            fn read(at: $crate::value::At<'_>) -> Result<Self, $crate::error::Error> {
                let name = at.text()?;
                Self::named(name).ok_or_else(|| at.error($crate::error::Problem::UnknownName {
                    what: $what,
                    name: name.into(),
                    known: [$( $text ),*].join(", "),
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
