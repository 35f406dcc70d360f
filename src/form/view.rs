//! What a page shows, in one language.

use super::Session;
use super::json::Json;
use crate::survey::{Answer, Domain, Field, Kind, Labels, Levels, Of, Part, Question, Scale, Subjects, Text};

/// What the present page shows, as JSON. Texts are in the session's language; what the survey does not say is `null` or left out, and the
/// page has words for it.
///
/// `www/src/survey/shown.ts` has its type, and reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct View(String);

impl View {
    pub(super) fn of(session: &Session) -> Self {
        let mut writer = Writer { session, json: Json::default() };
        writer.page();
        Self(writer.json.end())
    }

    /// The JSON text.
    pub fn into_json(self) -> String {
        self.0
    }
}

struct Writer<'a> {
    session: &'a Session,
    json: Json,
}

impl<'a> Writer<'a> {
    fn say(&mut self, key: &str, text: Option<&Text>) {
        let language = self.session.language();
        self.json.key(key).any_text(text.map(|text| text.in_language(language)));
    }

    fn number(&mut self, key: &str, number: Option<f64>) {
        self.json.key(key).number(number);
    }

    fn page(&mut self) {
        let survey = self.session.survey();
        let here = self.session.page();
        let shown = self.session.shown_pages();
        let place = shown.iter().filter(|&&page| page <= here).count();
        self.json.open('{');
        self.json.key("id").text(survey.id());
        self.number("version", Some(survey.version().into()));
        self.say("title", Some(survey.title()));
        self.say("intro", survey.intro());
        self.say("thanks", survey.thanks());
        // Index of the page in the definition, its place among the pages shown, from 1, and how many are shown.
        self.number("page", Some(here as f64));
        self.number("place", Some(place.max(1) as f64));
        self.number("pages", Some(shown.len().max(1) as f64));
        self.say("pageTitle", survey.pages().get(here).and_then(|page| page.title.as_ref()));
        self.json.key("questions").open('[');
        for question in self.session.questions() {
            self.question(&survey.questions()[question]);
        }
        self.json.close(']');
        self.json.key("faults").open('[');
        for fault in self.session.shown_faults() {
            self.json.open('{');
            self.json.key("question").text(&fault.question);
            self.json.key("key").text(&fault.key);
            self.json.key("code").text(fault.code);
            self.json.close('}');
        }
        self.json.close(']');
        self.json.close('}');
    }

    fn question(&mut self, question: &'a Question) {
        self.json.open('{');
        self.json.key("id").text(&question.id);
        self.json.key("kind").text(question.kind.name());
        self.say("title", Some(&question.title));
        self.say("help", question.help.as_ref());
        self.json.key("required").boolean(question.required);
        self.json.key("rows").open('[');
        for field in question.fields.clone() {
            self.row(question, field);
        }
        self.json.close(']');
        // The rest is said where the kind has it.
        match &question.kind {
            Kind::Matrix { measure, scale, .. } | Kind::Rating { measure, scale, .. } => {
                self.json.key("measure").text(measure.name());
                self.scale(scale);
            }
            Kind::Choice { options, multiple, other } => {
                self.json.key("options").open('[');
                for option in options {
                    self.json.open('{');
                    self.json.key("value").text(&option.value);
                    self.say("title", Some(&option.title));
                    self.json.close('}');
                }
                self.json.close(']');
                self.json.key("multiple").boolean(*multiple);
                self.json.key("other").boolean(*other);
            }
            Kind::Allocation { total, .. } => self.number("total", Some(f64::from(*total))),
            Kind::Number { min, max, step, unit } => {
                self.number("min", *min);
                self.number("max", *max);
                self.number("step", *step);
                self.say("unit", unit.as_ref());
            }
            Kind::Text { rows, max_length } => {
                self.number("lines", rows.map(f64::from));
                self.number("maxLength", max_length.map(f64::from));
            }
            Kind::Kano { functional, dysfunctional, .. } => {
                self.say("functional", functional.as_ref());
                self.say("dysfunctional", dysfunctional.as_ref());
            }
            _ => {}
        }
        if let Some(scale) = question.kind.scale().and_then(Scale::built_in) {
            self.scale(&scale);
        }
        self.json.close('}');
    }

    /// A scale of the survey's own words, or a built-in one.
    fn scale(&mut self, scale: &Scale) {
        let Levels { min, step, count } = scale.levels;
        self.json.key("scale").open('{');
        self.json.key("id").text(&scale.id);
        self.json.key("look").text(scale.look.name());
        self.number("min", Some(min));
        self.number("step", Some(step));
        self.number("count", Some(count.into()));
        // One for each level, or one at each end, where the survey has them.
        let (each, low, high) = match &scale.labels {
            Labels::None => (None, None, None),
            Labels::Each(each) => (Some(each), None, None),
            Labels::Ends { low, high } => (None, Some(low), Some(high)),
        };
        self.json.key("labels");
        match each {
            Some(each) => {
                let language = self.session.language();
                self.json.texts(&mut each.iter().map(|label| label.in_language(language)));
            }
            None => self.json.any_text(None),
        }
        self.say("low", low);
        self.say("high", high);
        self.json.close('}');
    }

    /// One answer key of a question.
    fn row(&mut self, question: &'a Question, index: usize) {
        let field = &self.session.survey().fields()[index];
        let (title, against) = self.subjects(question, field);
        self.json.open('{');
        self.json.key("key").text(&field.key);
        // What is judged; empty where the question's title says it.
        let title = title.map_or("", |title| title.in_language(self.session.language()));
        self.json.key("title").text(title);
        // Where a subject has two rows.
        let part = match field.part {
            Part::X => Some("x"),
            Part::Y => Some("y"),
            Part::Functional => Some("functional"),
            Part::Dysfunctional => Some("dysfunctional"),
            _ => None,
        };
        self.json.key("part").any_text(part);
        // The other one of a comparison.
        self.say("against", against);
        self.json.key("value");
        match (self.session.answered(index), &field.domain) {
            // A code's number, not the answer's own: what lies a billionth beside a level is that level.
            (Some(Answer::Number(number)), Domain::Levels(levels)) => {
                self.json.number(Some(levels.code(*number).map_or(*number, |code| levels.value(code))));
            }
            (Some(answer), _) => self.json.answer(answer),
            (None, _) => self.json.any_text(None),
        }
        self.json.close('}');
    }

    /// What a row is about, and what that is compared with.
    fn subjects(&self, question: &'a Question, field: &Field) -> (Option<&'a Text>, Option<&'a Text>) {
        let survey = self.session.survey();
        let attribute = |index: usize| &survey.attributes()[index].title;
        match (&question.kind, field.part) {
            (Kind::Pairwise { of, among }, Part::Judgment { left, right }) => {
                let title = |place: usize| match of {
                    Of::Dimensions => &survey.dimensions()[among[place]].title,
                    Of::Attributes => attribute(among[place]),
                };
                (Some(title(left)), Some(title(right)))
            }
            (
                Kind::Allocation { among: Subjects::Options(options), .. } | Kind::Ranking { among: Subjects::Options(options) },
                Part::Points(place) | Part::Rank(place),
            ) => (Some(&options[place].title), None),
            (Kind::Rating { .. }, _) => (None, None),
            _ => (field.attribute.map(attribute), None),
        }
    }
}

/// Natively, a view can be looked into as any JSON.
#[cfg(not(target_arch = "wasm32"))]
impl serde::Serialize for View {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &serde_json::value::RawValue = serde_json::from_str(&self.0).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}
