//! Consultants' groups and the files they bring.

use omvendt::domain::GroupId;
use omvendt::entities::youth_group;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Seen, TestApp};

impl TestApp {
    pub async fn group(&self, name: &str) -> GroupId {
        let found = youth_group::Entity::find()
            .filter(youth_group::Column::Name.eq(name))
            .one(&self.state.db.read)
            .await
            .expect("a look-up");
        found.unwrap_or_else(|| panic!("no group {name}")).id
    }
}

/// A form with a file in it, as a browser sends one.
pub fn with_file(bytes: &[u8]) -> reqwest::multipart::Form {
    let part = reqwest::multipart::Part::bytes(bytes.to_vec()).file_name("unge.csv");
    reqwest::multipart::Form::new().part("file", part)
}

/// What a preview asks to be sent back with the press that takes it.
pub fn promised(preview: &Seen) -> (String, String) {
    (preview.value("count"), preview.value("list"))
}
