//! A survey being filled.

#![expect(clippy::unwrap_used, reason = "a test that meets no value has failed")]

use manyi::form::Session;
use manyi::survey::{Answer, Survey};
use proptest::prelude::*;

const SURVEY: &str = r#"{
    "id": "visit", "version": 1, "title": { "en": "Visit", "zh-CN": "来访" },
    "attributes": [{ "id": "price", "title": { "en": "Price", "zh-CN": "价格" } }, { "id": "speed", "title": "Speed" }],
    "pages": [
        { "questions": [
            { "id": "nps", "kind": "nps", "required": true, "title": "Recommend?" },
            { "id": "why", "kind": "text", "showIf": { "question": "nps", "atMost": 6 }, "title": "Why?" }
        ] },
        { "showIf": { "question": "why", "answered": true }, "questions": [
            { "id": "call", "kind": "choice", "title": "May we call?", "options": [{ "value": "yes", "title": "Yes" }, { "value": "no", "title": "No" }] }
        ] },
        { "shuffle": true, "questions": [
            { "id": "sat", "kind": "matrix", "required": true, "measure": "satisfaction", "scale": "satisfaction5", "attributes": ["price", "speed"], "title": "How?" },
            { "id": "share", "kind": "allocation", "total": 10, "attributes": ["price", "speed"], "title": "Share" },
            { "id": "rank", "kind": "ranking", "attributes": ["price", "speed"], "title": "Rank" },
            { "id": "some", "kind": "choice", "multiple": true, "required": true, "title": "Some?", "options": [{ "value": "a", "title": "A" }, { "value": "b", "title": "B" }] }
        ] }
    ]
}"#;

fn session() -> Session {
    Session::new(Survey::from_json(SURVEY).unwrap(), "en")
}

fn say(session: &mut Session, answers: &[(&str, f64)]) {
    for (key, value) in answers {
        session.answer(key, Some(Answer::Number(*value))).unwrap();
    }
}

fn view(session: &Session) -> serde_json::Value {
    serde_json::to_value(session.view()).unwrap()
}

fn shown(session: &Session) -> Vec<String> {
    view(session)["questions"].as_array().unwrap().iter().map(|q| q["id"].as_str().unwrap().to_owned()).collect()
}

fn faults(session: &Session) -> Vec<(String, &'static str)> {
    session.faults().into_iter().map(|fault| (fault.key, fault.code)).collect()
}

#[test]
fn a_question_appears_when_its_condition_holds_and_its_page_with_it() {
    let mut session = session();
    assert_eq!(shown(&session), ["nps"]);
    assert_eq!((view(&session)["place"].as_u64(), view(&session)["pages"].as_u64()), (Some(1), Some(2)));
    say(&mut session, &[("nps", 3.0)]);
    assert_eq!(shown(&session), ["nps", "why"]);
    session.answer("why", Some(Answer::Text("late".into()))).unwrap();
    assert_eq!(view(&session)["pages"], 3);
    assert!(session.forward());
    assert_eq!(shown(&session), ["call"]);
}

#[test]
fn a_hidden_answer_stays_in_the_draft_counts_for_no_condition_and_is_not_submitted() {
    let mut session = session();
    say(&mut session, &[("nps", 3.0)]);
    session.answer("why", Some(Answer::Text("late".into()))).unwrap();
    session.answer("call", Some(Answer::Text("yes".into()))).unwrap();
    say(&mut session, &[("nps", 10.0)]);
    assert_eq!(session.draft().map(|(key, _)| key).collect::<Vec<_>>(), ["nps", "why", "call"]);
    assert_eq!(session.answers().map(|(key, _)| key).collect::<Vec<_>>(), ["nps"]);
    say(&mut session, &[("nps", 2.0)]);
    assert_eq!(session.answers().count(), 3);
}

#[test]
fn a_required_answer_keeps_the_page_and_is_told_only_after_trying() {
    let mut session = session();
    assert_eq!(view(&session)["faults"], serde_json::json!([]));
    assert!(!session.forward());
    assert_eq!(view(&session)["faults"], serde_json::json!([{ "question": "nps", "key": "nps", "code": "required" }]));
    say(&mut session, &[("nps", 9.0)]);
    assert_eq!(view(&session)["faults"], serde_json::json!([]));
    assert!(session.forward());
}

#[test]
fn each_row_of_a_matrix_is_required_and_points_and_ranks_must_add_up() {
    let mut session = session();
    say(&mut session, &[("nps", 9.0)]);
    session.forward();
    let mut expected = vec![("sat.price".to_owned(), "required"), ("sat.speed".into(), "required"), ("some".into(), "required")];
    let mut found = faults(&session);
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    say(&mut session, &[("sat.price", 1.0), ("sat.speed", 5.0), ("share.price", 4.0), ("rank.price", 1.0), ("rank.speed", 1.0)]);
    session.answer("some", Some(Answer::Several(vec!["b".into()]))).unwrap();
    let mut found = faults(&session);
    found.sort();
    assert_eq!(found, [("rank.speed".into(), "not-adding-up"), ("share.price".into(), "not-adding-up")]);
    say(&mut session, &[("share.speed", 6.0), ("rank.speed", 2.0)]);
    assert_eq!(faults(&session), []);
    assert!(!session.forward(), "it is the last page");
    assert!(session.submit());
}

#[test]
fn submitting_goes_to_the_first_page_that_is_not_in_order() {
    let mut session = session();
    say(&mut session, &[("nps", 9.0)]);
    session.forward();
    session.answer("nps", None).unwrap();
    assert!(!session.submit());
    assert_eq!(shown(&session), ["nps"]);
    assert_eq!(view(&session)["faults"][0]["key"], "nps");
}

#[test]
fn going_back_checks_nothing_and_loses_nothing() {
    let mut session = session();
    say(&mut session, &[("nps", 9.0)]);
    session.forward();
    say(&mut session, &[("sat.price", 2.0)]);
    assert!(session.back());
    assert!(!session.back());
    session.forward();
    assert_eq!(session.draft().count(), 2);
}

#[test]
fn an_answer_that_does_not_fit_is_refused_and_the_one_before_stays() {
    let mut session = session();
    say(&mut session, &[("nps", 9.0)]);
    let error = session.answer("nps", Some(Answer::Number(11.0))).unwrap_err();
    assert_eq!((error.code(), error.path()), ("scale-out-of-range", Some("nps")));
    assert_eq!(session.answer("npx", None).unwrap_err().code(), "unknown-answer");
    assert_eq!(session.draft().next(), Some(("nps", &Answer::Number(9.0))));
}

#[test]
fn an_empty_text_and_an_empty_choice_are_no_answers() {
    let mut session = session();
    session.answer("why", Some(Answer::Text("  ".into()))).unwrap();
    session.answer("some", Some(Answer::Several(Vec::new()))).unwrap();
    assert_eq!(session.draft().count(), 0);
}

#[test]
fn a_draft_is_taken_up_where_it_was_left_without_what_no_longer_fits() {
    let mut session = session();
    let draft = vec![("nps".into(), Answer::Number(9.0)), ("gone".into(), Answer::Number(1.0)), ("sat.price".into(), Answer::Number(9.0))];
    assert_eq!(session.resume(draft, 2), ["gone", "sat.price"]);
    assert_eq!(session.page(), 2);
    let mut other = self::session();
    other.resume(Vec::new(), 1);
    assert_eq!(other.page(), 0, "a page that is hidden now falls back to the one before");
}

#[test]
fn texts_come_in_the_language_spoken() {
    let mut session = session();
    assert_eq!(view(&session)["title"], "Visit");
    session.speak("ZH");
    assert_eq!(view(&session)["title"], "来访");
    session.speak("fr");
    assert_eq!(view(&session)["title"], "Visit");
}

#[test]
fn a_shuffled_page_has_one_order_for_a_seed_and_others_for_others() {
    let order = |seed| {
        let mut session = session();
        session.shuffle(seed);
        say(&mut session, &[("nps", 9.0)]);
        session.forward();
        shown(&session)
    };
    assert_eq!(order(7), order(7));
    let orders: std::collections::HashSet<Vec<String>> = (0..200).map(order).collect();
    assert_eq!(orders.len(), 24, "every order of four comes up");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_in_whatever_order_the_form_stays_on_a_page_that_is_shown(steps in prop::collection::vec((0_u8..5, 0_u8..12), 0..40)) {
        let mut session = session();
        for (step, value) in steps {
            match step {
                0 => drop(session.answer("nps", Some(Answer::Number(value.into())))),
                1 => drop(session.answer("why", (value > 5).then(|| Answer::Text("so".into())))),
                2 => drop(session.forward()),
                3 => drop(session.back()),
                _ => drop(session.submit()),
            }
            if step > 1 {
                prop_assert!(!shown(&session).is_empty());
            }
            prop_assert!(session.answers().count() <= session.draft().count());
        }
    }
}

const PAIRS: &str = r#"{
    "id": "pairs", "version": 1, "title": "Pairs",
    "attributes": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }, { "id": "c", "title": "C" }, { "id": "d", "title": "D" }],
    "pages": [{ "questions": [{ "id": "p", "kind": "pairwise", "of": "attributes", "title": "Which?" }] }]
}"#;

// The ratio and the pair farthest from it by numpy.linalg.eig of Harker's matrix; without that pair it says 4.523.
#[test]
fn the_third_comparison_tells_how_far_they_agree_and_the_most_doubtful_one_is_named() {
    let mut session = Session::new(Survey::from_json(PAIRS).unwrap(), "en");
    say(&mut session, &[("p.a:b", 4.0), ("p.a:c", -2.0)]);
    assert_eq!(session.agreement("p"), None, "two say nothing of each other");
    say(&mut session, &[("p.b:c", 1.0)]);
    let three = session.agreement("p").unwrap();
    assert!((three.ratio - 1.2319502593296552).abs() < 1e-9 && !three.consistent, "{three:?}");
    say(&mut session, &[("p.a:b", 2.0), ("p.a:c", 4.0), ("p.a:d", 6.0), ("p.b:c", 2.0), ("p.b:d", -4.0), ("p.c:d", 2.0)]);
    let four = session.agreement("p").unwrap();
    assert!((four.ratio - 0.6065271601885719).abs() < 1e-9, "{four:?}");
    // Rows are a:b, a:c, a:d, b:c, b:d, c:d; the others say that b is 4.523 times as important as d.
    assert_eq!(four.doubtful, Some(manyi::form::Doubtful { row: 4, suggested: 4.0 }));
}

#[test]
fn comparisons_that_agree_leave_none_to_doubt_and_those_of_separate_pairs_say_nothing() {
    let mut session = Session::new(Survey::from_json(PAIRS).unwrap(), "en");
    say(&mut session, &[("p.a:b", 1.0), ("p.a:c", 5.0), ("p.b:c", 2.0)]);
    let found = session.agreement("p").unwrap();
    assert!(found.ratio.abs() < 1e-9 && found.consistent && found.doubtful.is_none(), "{found:?}");
    assert_eq!(session.agreement("q"), None);
    session.answer("p.b:c", None).unwrap();
    assert_eq!(session.agreement("p"), None);
}
