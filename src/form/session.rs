//! The state of a form: the answers so far, what they make visible, and the page.

use super::agreement::{self, Agreement};
use super::check::{self, Fault};
use super::order;
use super::view::View;
use crate::error::{Error, Problem};
use crate::survey::{Answer, Domain, Survey};
use crate::value::is_blank;

/// A survey being filled by one person.
///
/// Answers to questions that are hidden are kept, so that they are there again when the question is, but they do not count: neither
/// for later conditions, nor in what is submitted.
#[derive(Debug, Clone)]
pub struct Session {
    survey: Survey,
    language: String,
    /// By field.
    answers: Vec<Option<Answer>>,
    /// Index of the page shown.
    page: usize,
    /// What decides the order of pages that are shuffled.
    seed: u32,
    /// The page whose faults are shown: the respondent tried to leave it.
    tried: Option<usize>,
}

impl Session {
    /// An empty form, on its first page.
    pub fn new(survey: Survey, language: &str) -> Self {
        let answers = survey.fields().iter().map(|_| None).collect();
        let mut session = Self { survey, language: language.into(), answers, page: 0, seed: 0, tried: None };
        session.page = session.nearest(0);
        session
    }

    /// The survey.
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// Decides the order of shuffled pages: the same seed gives the same one.
    pub fn shuffle(&mut self, seed: u32) {
        self.seed = seed;
    }

    /// Shows its texts in another language.
    pub fn speak(&mut self, language: &str) {
        self.language = language.into();
    }

    /// What the page shows now.
    pub fn view(&self) -> View {
        View::of(self)
    }

    /// How far the comparisons of a question agree, from the third on.
    pub fn agreement(&self, question: &str) -> Option<Agreement> {
        agreement::of(self, question)
    }

    /// Answers a field, or takes its answer back. An answer that the field does not take is an error, and changes nothing.
    pub fn answer(&mut self, key: &str, answer: Option<Answer>) -> Result<(), Error> {
        let field = self.survey.field(key).ok_or_else(|| Error::at(key, Problem::UnknownAnswer { key: key.into() }))?;
        let about = &self.survey.fields()[field];
        if let Some(answer) = &answer {
            about.check(answer).map_err(|problem| Error::at(key, problem))?;
        }
        // An empty text and an empty choice say nothing.
        let blank = match (&answer, &about.domain) {
            (Some(Answer::Text(text)), Domain::Text { .. }) => is_blank(text),
            (Some(Answer::Several(values)), _) => values.is_empty(),
            _ => false,
        };
        self.answers[field] = answer.filter(|_| !blank);
        Ok(())
    }

    /// Takes up a draft: its answers, and its page. What no longer fits the survey is passed over, and its keys are returned.
    pub fn resume(&mut self, answers: Vec<(String, Answer)>, page: usize) -> Vec<String> {
        let mut lost = Vec::new();
        for (key, answer) in answers {
            if self.answer(&key, Some(answer)).is_err() {
                lost.push(key);
            }
        }
        self.page = self.nearest(page);
        lost
    }

    /// The last page shown up to this one; else the first.
    fn nearest(&self, page: usize) -> usize {
        let shown = self.shown_pages();
        *shown.iter().rfind(|&&one| one <= page).or(shown.first()).unwrap_or(&0)
    }

    /// Every answer, hidden ones too: what a draft keeps.
    pub fn draft(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.survey.fields().iter().zip(&self.answers).filter_map(|(field, answer)| Some((field.key.as_str(), answer.as_ref()?)))
    }

    /// The answers that count: those to visible questions.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &Answer)> {
        let visible = self.visible();
        self.survey.fields().iter().zip(&self.answers).filter_map(move |(field, answer)| {
            let answer = answer.as_ref().filter(|_| visible[field.question])?;
            Some((field.key.as_str(), answer))
        })
    }

    /// What a field was answered with, whether it is visible or not.
    pub(super) fn answered(&self, field: usize) -> Option<&Answer> {
        self.answers.get(field)?.as_ref()
    }

    pub(super) fn language(&self) -> &str {
        &self.language
    }

    /// The page shown.
    pub fn page(&self) -> usize {
        self.page
    }

    /// Which questions are visible. Conditions look back only, so one walk decides.
    pub(super) fn visible(&self) -> Vec<bool> {
        let mut visible = vec![false; self.survey.questions().len()];
        for page in self.survey.pages() {
            let holds = |condition: Option<&crate::survey::Condition>, visible: &[bool]| {
                condition.is_none_or(|condition| {
                    condition.holds(&|field| {
                        let question = self.survey.fields().get(field)?.question;
                        self.answered(field).filter(|_| visible[question])
                    })
                })
            };
            let shown = holds(page.show_if.as_ref(), &visible);
            for question in page.questions.clone() {
                visible[question] = shown && holds(self.survey.questions()[question].show_if.as_ref(), &visible);
            }
        }
        visible
    }

    /// The pages that show any question, in order.
    pub(super) fn shown_pages(&self) -> Vec<usize> {
        let visible = self.visible();
        let mut shown = Vec::new();
        for (index, page) in self.survey.pages().iter().enumerate() {
            if visible[page.questions.clone()].contains(&true) {
                shown.push(index);
            }
        }
        shown
    }

    /// The visible questions of the page shown, in the order they are shown.
    pub(super) fn questions(&self) -> Vec<usize> {
        let visible = self.visible();
        let Some(page) = self.survey.pages().get(self.page) else { return Vec::new() };
        let mut questions: Vec<usize> = page.questions.clone().collect();
        if page.shuffle {
            order::shuffle(&mut questions, self.seed.wrapping_add(self.page as u32));
        }
        questions.retain(|&question| visible[question]);
        questions
    }

    /// What keeps the respondent on this page.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for question in self.questions() {
            check::find(self, question, &mut faults);
        }
        faults
    }

    /// The faults that are shown: none before the respondent tried to leave the page.
    pub(super) fn shown_faults(&self) -> Vec<Fault> {
        if self.tried == Some(self.page) { self.faults() } else { Vec::new() }
    }

    /// Goes to the next page; stays, and shows what is wrong, where something is.
    pub fn forward(&mut self) -> bool {
        if !self.passes() {
            return false;
        }
        let next = self.shown_pages().into_iter().find(|&page| page > self.page);
        self.page = next.unwrap_or(self.page);
        next.is_some()
    }

    /// Goes back a page. Nothing is checked, nothing is lost.
    pub fn back(&mut self) -> bool {
        let before = self.shown_pages().into_iter().rfind(|&page| page < self.page);
        self.page = before.unwrap_or(self.page);
        before.is_some()
    }

    /// Whether the form can be submitted. Where it cannot, it goes to the first page with a fault and shows it.
    pub fn submit(&mut self) -> bool {
        for page in self.shown_pages() {
            let here = std::mem::replace(&mut self.page, page);
            if !self.passes() {
                return false;
            }
            self.page = here;
        }
        true
    }

    fn passes(&mut self) -> bool {
        let sound = self.faults().is_empty();
        self.tried = if sound { self.tried } else { Some(self.page) };
        sound
    }
}
