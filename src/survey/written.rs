//! A definition written back, in the shape it is read in, with every default said.

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::{Condition, Kind, Labels, OptionItem, Question, Scale, Subjects, Survey, Test, Text, Weights};

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.entries() {
            [(tag, text)] if tag.is_empty() => serializer.serialize_str(text),
            entries => serializer.collect_map(entries.iter().map(|(tag, text)| (tag, text))),
        }
    }
}

/// A part of a survey, which needs the whole to name what it refers to.
struct Part<'a, T>(&'a Survey, T);

impl Serialize for Survey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("title", &self.title)?;
        entry(&mut map, "intro", self.intro.as_ref())?;
        entry(&mut map, "thanks", self.thanks.as_ref())?;
        map.serialize_entry("languages", &self.languages)?;
        map.serialize_entry("scales", &Part(self, Own))?;
        let dimensions: Vec<_> = self.dimensions.iter().map(|dimension| Part(self, dimension)).collect();
        map.serialize_entry("dimensions", &dimensions)?;
        let attributes: Vec<_> = self.attributes.iter().map(|attribute| Part(self, attribute)).collect();
        map.serialize_entry("attributes", &attributes)?;
        let pages: Vec<_> = self.pages.iter().map(|page| Part(self, page)).collect();
        map.serialize_entry("pages", &pages)?;
        entry(&mut map, "weights", self.weights.as_ref())?;
        entry(&mut map, "outcome", self.outcome.map(|field| &self.fields[field].key))?;
        entry(&mut map, "model", self.model.as_ref().map(|model| Part(self, model)))?;
        map.end()
    }
}

/// Writes a key where there is a value.
fn entry<M: SerializeMap, T: Serialize>(map: &mut M, key: &str, value: Option<T>) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(key, &value))
}

/// The scales of the survey's own.
struct Own;

impl Serialize for Part<'_, Own> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.scales.iter().map(|scale| (&scale.id, scale)))
    }
}

impl Serialize for Scale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("min", &self.levels.min)?;
        map.serialize_entry("max", &self.levels.max())?;
        map.serialize_entry("step", &self.levels.step)?;
        map.serialize_entry("look", &self.look)?;
        match &self.labels {
            Labels::None => {}
            Labels::Each(each) => map.serialize_entry("labels", each)?,
            Labels::Ends { low, high } => {
                map.serialize_entry("labels", &std::collections::BTreeMap::from([("low", low), ("high", high)]))?
            }
        }
        map.end()
    }
}

impl Serialize for Part<'_, &super::Dimension> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_struct("Dimension", 2)?;
        written.serialize_field("id", &self.1.id)?;
        written.serialize_field("title", &self.1.title)?;
        written.end()
    }
}

impl Serialize for Part<'_, &super::Attribute> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.1.id)?;
        map.serialize_entry("title", &self.1.title)?;
        entry(&mut map, "dimension", self.1.dimension.map(|index| &self.0.dimensions[index].id))?;
        map.serialize_entry("polarity", &self.1.polarity)?;
        map.end()
    }
}

impl Serialize for Part<'_, &super::Page> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        entry(&mut map, "title", self.1.title.as_ref())?;
        let questions: Vec<_> = self.0.questions[self.1.questions.clone()].iter().map(|question| Part(self.0, question)).collect();
        map.serialize_entry("questions", &questions)?;
        entry(&mut map, "showIf", self.1.show_if.as_ref().map(|condition| Part(self.0, condition)))?;
        map.serialize_entry("shuffle", &self.1.shuffle)?;
        map.end()
    }
}

impl Serialize for Part<'_, &super::Model> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Part(survey, model) = self;
        let key = |field: &usize| survey.fields[*field].key.as_str();
        let blocks: Vec<(&String, Vec<&str>)> =
            model.blocks.iter().map(|(name, fields)| (name, fields.iter().map(key).collect())).collect();
        let paths: Vec<[&String; 2]> = model.paths.iter().map(|&(from, to)| [&model.blocks[from].0, &model.blocks[to].0]).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("blocks", &Pairs(&blocks))?;
        map.serialize_entry("paths", &paths)?;
        map.end()
    }
}

/// A list of pairs, written as a record.
struct Pairs<'a, K, V>(&'a [(K, V)]);

impl<K: Serialize, V: Serialize> Serialize for Pairs<'_, K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Serialize for Weights {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Equal => map.serialize_entry("source", "equal")?,
            Self::Stated => map.serialize_entry("source", "stated")?,
            Self::Fixed(values) => {
                map.serialize_entry("source", "fixed")?;
                map.serialize_entry("values", &Pairs(values))?;
            }
            Self::Ahp { criteria, factors, random_index } => {
                map.serialize_entry("source", "ahp")?;
                entry(&mut map, "criteria", criteria.as_ref())?;
                map.serialize_entry("factors", &Pairs(factors))?;
                map.serialize_entry("randomIndex", random_index)?;
            }
            Self::Derived(method) => {
                map.serialize_entry("source", "derived")?;
                map.serialize_entry("method", method)?;
            }
        }
        map.end()
    }
}

impl Serialize for Part<'_, &Condition> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Part(survey, condition) = self;
        let each = |list: &[Condition]| -> Vec<serde_json::Value> {
            list.iter().filter_map(|condition| serde_json::to_value(Part(survey, condition)).ok()).collect()
        };
        let mut map = serializer.serialize_map(None)?;
        match condition {
            Condition::All(list) => map.serialize_entry("all", &each(list))?,
            Condition::Any(list) => map.serialize_entry("any", &each(list))?,
            Condition::Not(one) => map.serialize_entry("not", &each(std::slice::from_ref(one)).first())?,
            Condition::Field { field, tests } => {
                let field = &survey.fields[*field];
                let question = &survey.questions[field.question].id;
                map.serialize_entry("question", question)?;
                entry(&mut map, "attribute", field.key.strip_prefix(question.as_str()).and_then(|rest| rest.strip_prefix('.')))?;
                for test in tests {
                    match test {
                        Test::AtLeast(bound) => map.serialize_entry("atLeast", bound)?,
                        Test::Above(bound) => map.serialize_entry("above", bound)?,
                        Test::AtMost(bound) => map.serialize_entry("atMost", bound)?,
                        Test::Below(bound) => map.serialize_entry("below", bound)?,
                        Test::IsNumber(number) => map.serialize_entry("is", number)?,
                        Test::IsText(text) => map.serialize_entry("is", text)?,
                        Test::Answered(answered) => map.serialize_entry("answered", answered)?,
                    }
                }
            }
        }
        map.end()
    }
}

impl Serialize for OptionItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_struct("Option", 2)?;
        written.serialize_field("value", &self.value)?;
        written.serialize_field("title", &self.title)?;
        written.end()
    }
}

impl Serialize for Part<'_, &Question> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Part(survey, question) = self;
        let attribute = |index: &usize| survey.attributes[*index].id.as_str();
        let attributes = |list: &[usize]| -> Vec<&str> { list.iter().map(attribute).collect() };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &question.id)?;
        map.serialize_entry("kind", question.kind.name())?;
        map.serialize_entry("title", &question.title)?;
        entry(&mut map, "help", question.help.as_ref())?;
        map.serialize_entry("required", &question.required)?;
        entry(&mut map, "showIf", question.show_if.as_ref().map(|condition| Part(survey, condition)))?;
        map.serialize_entry("segment", &question.segment)?;
        match &question.kind {
            Kind::Matrix { attributes: list, measure, scale } => {
                map.serialize_entry("attributes", &attributes(list))?;
                map.serialize_entry("measure", measure)?;
                map.serialize_entry("scale", &scale.id)?;
            }
            Kind::Rating { scale, measure, attribute: about } => {
                map.serialize_entry("scale", &scale.id)?;
                map.serialize_entry("measure", measure)?;
                entry(&mut map, "attribute", about.as_ref().map(attribute))?;
            }
            Kind::Nps | Kind::Ces => {}
            Kind::Quadrant { attributes: list } => map.serialize_entry("attributes", &attributes(list))?,
            Kind::Pairwise { of, among } => {
                map.serialize_entry("of", of)?;
                // All attributes are compared where none are named; some are those of one dimension.
                let some = *of == super::Of::Attributes && among.len() < survey.attributes.len();
                let within = among.first().filter(|_| some).and_then(|&first| survey.attributes[first].dimension);
                entry(&mut map, "among", within.map(|dimension| &survey.dimensions[dimension].id))?;
            }
            Kind::Kano { attributes: list, functional, dysfunctional } => {
                map.serialize_entry("attributes", &attributes(list))?;
                entry(&mut map, "functional", functional.as_ref())?;
                entry(&mut map, "dysfunctional", dysfunctional.as_ref())?;
            }
            Kind::Allocation { among, total } => {
                subjects(&mut map, among, &attributes)?;
                map.serialize_entry("total", total)?;
            }
            Kind::Ranking { among } => subjects(&mut map, among, &attributes)?,
            Kind::Choice { options, multiple, other } => {
                map.serialize_entry("options", options)?;
                map.serialize_entry("multiple", multiple)?;
                map.serialize_entry("other", other)?;
            }
            Kind::Number { min, max, step, unit } => {
                entry(&mut map, "min", *min)?;
                entry(&mut map, "max", *max)?;
                entry(&mut map, "step", *step)?;
                entry(&mut map, "unit", unit.as_ref())?;
            }
            Kind::Text { rows, max_length } => {
                entry(&mut map, "rows", *rows)?;
                entry(&mut map, "maxLength", *max_length)?;
            }
        }
        map.end()
    }
}

fn subjects<'a, M: SerializeMap>(map: &mut M, among: &Subjects, attributes: &dyn Fn(&[usize]) -> Vec<&'a str>) -> Result<(), M::Error> {
    match among {
        Subjects::Attributes(list) => map.serialize_entry("attributes", &attributes(list)),
        Subjects::Options(options) => map.serialize_entry("options", options),
    }
}
