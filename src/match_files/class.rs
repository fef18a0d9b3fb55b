//! One step of a list: what somebody ranks at one number.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::id::Id;

/// One step of a list: a single id, or several held equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Class<'a> {
    One(Id<'a>),
    Tie(Vec<Id<'a>>),
}

impl<'a> Class<'a> {
    pub fn ids(&self) -> &[Id<'a>] {
        match self {
            Class::One(id) => std::slice::from_ref(id),
            Class::Tie(ids) => ids,
        }
    }
}

impl Serialize for Class<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Class::One(id) => id.serialize(serializer),
            Class::Tie(ids) => ids.serialize(serializer),
        }
    }
}

struct ClassVisitor;

impl<'de> de::Visitor<'de> for ClassVisitor {
    type Value = Class<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an id, or a list of ids that are held equal")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Class::One(Id::from(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Class::One(Id::from(text.to_owned())))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut ids = Vec::new();
        while let Some(id) = seq.next_element()? {
            ids.push(id);
        }
        Ok(Class::Tie(ids))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Class<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ClassVisitor)
    }
}
