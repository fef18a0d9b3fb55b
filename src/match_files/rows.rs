//! A map by id that keeps the order of the file.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer, de};

use super::id::Id;

pub(super) struct RowsVisitor<T>(pub std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for RowsVisitor<T> {
    type Value = Vec<(Id<'de>, T)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map by id")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = map.next_entry()? {
            rows.push(row);
        }
        Ok(rows)
    }
}

pub(super) fn write_rows<S: Serializer, T: Serialize>(
    rows: &[(Id<'_>, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(rows.len()))?;
    for (id, value) in rows {
        map.serialize_entry(id, value)?;
    }
    map.end()
}
