//! A value as a list of numbers: the shape in which JavaScript hands one over.
//!
//! One call and one copy bring any value across, and what reads it is a short loop. Each part says what it is, then what it holds:
//!
//! | part | numbers |
//! |---|---|
//! | null, false, true | `0`, `1`, `2` |
//! | a number | `3`, the number |
//! | a text | `4`, how many characters, and each |
//! | a list | `5`, how many entries, and each |
//! | a record | `6`, how many entries, and each: a text without its `4`, and a value |

use super::Value;

impl Value {
    /// The value that these numbers spell. What they leave out is null.
    pub fn from_numbers(numbers: &[f64]) -> Self {
        value(&mut numbers.iter().copied())
    }
}

type Numbers<'a> = std::iter::Copied<std::slice::Iter<'a, f64>>;

fn value(numbers: &mut Numbers) -> Value {
    match next(numbers) {
        1 => Value::Bool(false),
        2 => Value::Bool(true),
        3 => Value::Number(numbers.next().unwrap_or_default()),
        4 => Value::Text(text(numbers)),
        5 => Value::List((0..next(numbers)).map(|_| value(numbers)).collect()),
        6 => Value::Record((0..next(numbers)).map(|_| (text(numbers), value(numbers))).collect()),
        _ => Value::Null,
    }
}

fn text(numbers: &mut Numbers) -> String {
    (0..next(numbers)).map(|_| char::from_u32(next(numbers)).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn next(numbers: &mut Numbers) -> u32 {
    numbers.next().unwrap_or_default() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_spell_a_value() {
        let text = |text: &str| [vec![text.chars().count() as f64], text.chars().map(|c| f64::from(u32::from(c))).collect()].concat();
        let numbers = [
            vec![6.0, 3.0],
            text("a"),
            vec![5.0, 4.0, 0.0, 1.0, 2.0, 3.0, -0.5],
            text("满意"),
            vec![4.0],
            text("好🙂"),
            text(""),
            vec![6.0, 0.0],
        ];
        let wanted = Value::Record(vec![
            ("a".into(), Value::List(vec![Value::Null, Value::Bool(false), Value::Bool(true), Value::Number(-0.5)])),
            ("满意".into(), Value::Text("好🙂".into())),
            (String::new(), Value::Record(Vec::new())),
        ]);
        assert_eq!(Value::from_numbers(&numbers.concat()), wanted);
    }

    #[test]
    fn half_a_surrogate_pair_becomes_the_character_for_what_is_none() {
        assert_eq!(Value::from_numbers(&[4.0, 1.0, 55357.0]), Value::Text("\u{fffd}".into()));
    }
}
