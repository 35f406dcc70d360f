//! What is asked: a definition, read and checked once, so that everything later can trust it.
//!
//! [`Survey::from_json`] is the door. Behind it stand the questions with their [scales](Scale) and
//! [conditions](Condition), and the two lists everything later works on: the [fields](Field), one for each answer key,
//! and the [columns](Column), one for each small whole number a field becomes.

mod answer;
mod columns;
mod condition;
mod definition;
mod question;
mod read;
mod roles;
mod scale;
mod text;
mod weights;
#[cfg(feature = "report")]
mod written;

pub use answer::Answer;
pub use columns::{Column, Domain, Field, Levels, Part};
pub use condition::{Condition, Test};
pub use definition::{Attribute, Dimension, Model, Page, Polarity, Survey};
pub use question::{Kind, Measure, Of, OptionItem, Question, Subjects};
pub use scale::{Labels, Look, Scale};
pub use text::Text;
pub use weights::{DerivedMethod, Weights};
