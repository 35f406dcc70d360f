//! A result as a list of numbers: as `numbers.rs` spells values, the other way.
//!
//! One call brings a whole report to JavaScript, which makes its objects in a short loop; every way to say a number, a text or a record in
//! calls to JavaScript would be compiled for each field of it.

use std::fmt;

use serde::Serialize;
use serde::ser::{Error, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

/// The numbers that spell a result. Texts, numbers, lists and records are what results are made of.
pub fn spelt(result: &impl Serialize) -> Vec<f64> {
    let mut speller = Speller(Vec::new());
    let Ok(()) = result.serialize(&mut speller);
    speller.0
}

struct Speller(Vec<f64>);

impl Speller {
    fn characters(&mut self, text: &str) {
        let at = self.begin();
        self.0.extend(text.chars().map(|letter| f64::from(u32::from(letter))));
        self.0[at] = (self.0.len() - at - 1) as f64;
    }

    /// Leaves room for a count.
    fn begin(&mut self) -> usize {
        self.0.push(0.0);
        self.0.len() - 1
    }
}

/// The error of a speller, which there is none of: so no field of a result is compiled with a way out.
#[derive(Debug)]
enum Unspelt {}

impl fmt::Display for Unspelt {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Unspelt {}

impl Error for Unspelt {
    fn custom<T: fmt::Display>(_: T) -> Self {
        unspelt()
    }
}

/// What has no spelling.
#[cold]
fn unspelt() -> ! {
    unreachable!("results are made of what has a spelling")
}

/// A list or a record while it is spelt: where its count goes, and how many entries it has so far.
struct Entries<'s> {
    speller: &'s mut Speller,
    at: usize,
    count: u32,
}

impl<'s> Entries<'s> {
    fn of(speller: &'s mut Speller, kind: f64) -> Self {
        speller.0.push(kind);
        let at = speller.begin();
        Self { speller, at, count: 0 }
    }

    fn key(&mut self, key: &str) {
        self.count += 1;
        self.speller.characters(key);
    }

    fn done(self) {
        self.speller.0[self.at] = f64::from(self.count);
    }
}

type Spelt = Result<(), Unspelt>;

impl SerializeSeq for Entries<'_> {
    type Ok = ();
    type Error = Unspelt;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Spelt {
        self.count += 1;
        value.serialize(&mut *self.speller)
    }

    fn end(self) -> Spelt {
        self.done();
        Ok(())
    }
}

impl SerializeTuple for Entries<'_> {
    type Ok = ();
    type Error = Unspelt;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Spelt {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Spelt {
        SerializeSeq::end(self)
    }
}

impl SerializeStruct for Entries<'_> {
    type Ok = ();
    type Error = Unspelt;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Spelt {
        self.key(key);
        value.serialize(&mut *self.speller)
    }

    fn end(self) -> Spelt {
        self.done();
        Ok(())
    }
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Unspelt;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Spelt {
        self.count += 1;
        // A key is a text, and is spelt without the number that says so.
        let kind = self.speller.0.len();
        key.serialize(&mut *self.speller)?;
        self.speller.0.remove(kind);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Spelt {
        value.serialize(&mut *self.speller)
    }

    fn end(self) -> Spelt {
        self.done();
        Ok(())
    }
}

/// Numbers of every width are one.
macro_rules! numbers {
    ($($name:ident: $type:ty),*) => {
        $( fn $name(self, value: $type) -> Spelt {
            self.serialize_f64(value as f64)
        } )*
    };
}

impl<'s> Serializer for &'s mut Speller {
    type Ok = ();
    type Error = Unspelt;
    type SerializeSeq = Entries<'s>;
    type SerializeTuple = Entries<'s>;
    type SerializeTupleStruct = Impossible<(), Unspelt>;
    type SerializeTupleVariant = Impossible<(), Unspelt>;
    type SerializeMap = Entries<'s>;
    type SerializeStruct = Entries<'s>;
    type SerializeStructVariant = Impossible<(), Unspelt>;

    numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32
    );

    fn serialize_f64(self, value: f64) -> Spelt {
        self.0.extend([3.0, value]);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Spelt {
        self.0.push(if value { 2.0 } else { 1.0 });
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Spelt {
        self.0.push(4.0);
        self.characters(text);
        Ok(())
    }

    fn serialize_none(self) -> Spelt {
        self.0.push(0.0);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Spelt {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Spelt {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries<'s>, Unspelt> {
        Ok(Entries::of(self, 5.0))
    }

    fn serialize_tuple(self, _: usize) -> Result<Entries<'s>, Unspelt> {
        Ok(Entries::of(self, 5.0))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'s>, Unspelt> {
        Ok(Entries::of(self, 6.0))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'s>, Unspelt> {
        Ok(Entries::of(self, 6.0))
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Spelt {
        self.serialize_str(name)
    }

    fn serialize_char(self, _: char) -> Spelt {
        unspelt()
    }

    fn serialize_bytes(self, _: &[u8]) -> Spelt {
        unspelt()
    }

    fn serialize_unit(self) -> Spelt {
        unspelt()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Spelt {
        unspelt()
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Spelt {
        unspelt()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unspelt> {
        unspelt()
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeTupleVariant, Unspelt> {
        unspelt()
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeStructVariant, Unspelt> {
        unspelt()
    }
}

#[cfg(test)]
mod tests {
    use super::spelt;
    use crate::value::Value;

    #[test]
    fn what_is_spelt_is_read_as_the_same_value() {
        let json = r#"{"n": 3, "满意": [null, true, false, -0.5, "好🙂", ""], "of": {"a": {}, "b": []}}"#;
        let result: serde_json::Value = serde_json::from_str(json).expect("JSON");
        // The keys of serde_json's records are in the order of the alphabet.
        let wanted = Value::from_json(&result.to_string()).expect("JSON");
        assert_eq!(Value::from_numbers(&spelt(&Unitless(result))), wanted);
    }

    /// serde_json's null is a unit, where results have an absent option.
    struct Unitless(serde_json::Value);

    impl serde::Serialize for Unitless {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match &self.0 {
                serde_json::Value::Null => serializer.serialize_none(),
                serde_json::Value::Array(list) => serializer.collect_seq(list.iter().cloned().map(Unitless)),
                serde_json::Value::Object(entries) => {
                    serializer.collect_map(entries.iter().map(|(key, value)| (key, Unitless(value.clone()))))
                }
                other => other.serialize(serializer),
            }
        }
    }
}
