//! What people, companies, places and requirements are called, for the pages of a run.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::store::CHUNK;
use crate::domain::{
    AccountId, CompanyId, Language, MentorId, PlaceId, PlacementKind, YoungPersonId,
};
use crate::entities::{account, company, mentor, place, requirement, young_person};
use crate::web::AppResult;
use crate::words::Words;

#[derive(Clone, Debug, Default)]
pub struct Names {
    pub people: BTreeMap<YoungPersonId, PersonName>,
    pub companies: BTreeMap<CompanyId, String>,
    pub places: BTreeMap<PlaceId, PlaceName>,
    pub staff: BTreeMap<AccountId, String>,
    pub mentors: BTreeMap<MentorId, MentorName>,
    requirements: BTreeMap<String, (String, String)>,
}

#[derive(Clone, Debug)]
pub struct PersonName {
    pub account: AccountId,
    pub name: String,
    pub consultant: AccountId,
    pub has_email: bool,
}

#[derive(Clone, Debug)]
pub struct PlaceName {
    pub company: CompanyId,
    pub kind: PlacementKind,
    pub mentor: Option<MentorId>,
}

#[derive(Clone, Debug)]
pub struct MentorName {
    pub called: String,
    /// Of the municipality, who helps in several companies.
    pub is_municipal: bool,
}

impl Names {
    pub async fn load(
        db: &impl ConnectionTrait,
        people: &[YoungPersonId],
        companies: &[CompanyId],
    ) -> AppResult<Self> {
        let mut names = Self::default();
        names.load_people(db, people).await?;
        for ids in companies.chunks(CHUNK) {
            let rows = company::Entity::find().filter(company::Column::Id.is_in(ids.to_vec()));
            names.companies.extend(rows.all(db).await?.into_iter().map(|row| (row.id, row.name)));
            let rows = place::Entity::find().filter(place::Column::CompanyId.is_in(ids.to_vec()));
            names.places.extend(rows.all(db).await?.into_iter().map(|row| {
                let (company, kind, mentor) = (row.company_id, row.kind, row.mentor_id);
                (row.id, PlaceName { company, kind, mentor })
            }));
        }
        let mentors: BTreeSet<MentorId> =
            names.places.values().filter_map(|place| place.mentor).collect();
        let mentors: Vec<MentorId> = mentors.into_iter().collect();
        for ids in mentors.chunks(CHUNK) {
            let rows = mentor::Entity::find().filter(mentor::Column::Id.is_in(ids.to_vec()));
            names.mentors.extend(rows.all(db).await?.into_iter().map(|row| {
                let is_municipal = row.company_id.is_none();
                (row.id, MentorName { called: row.called, is_municipal })
            }));
        }
        let rows = requirement::Entity::find().all(db).await?;
        names.requirements =
            rows.into_iter().map(|row| (row.code, (row.name_da, row.name_en))).collect();
        Ok(names)
    }

    /// What is needed to name these places.
    pub async fn of_places(
        db: &impl ConnectionTrait,
        places: impl Iterator<Item = PlaceId>,
    ) -> AppResult<Self> {
        let rows = place::Entity::find().filter(place::Column::Id.is_in(places)).all(db).await?;
        let companies: BTreeSet<CompanyId> = rows.iter().map(|row| row.company_id).collect();
        Self::load(db, &[], &companies.into_iter().collect::<Vec<_>>()).await
    }

    async fn load_people(
        &mut self,
        db: &impl ConnectionTrait,
        people: &[YoungPersonId],
    ) -> AppResult<()> {
        for ids in people.chunks(CHUNK) {
            let rows =
                young_person::Entity::find().filter(young_person::Column::Id.is_in(ids.to_vec()));
            let rows = rows.all(db).await?;
            let accounts = account::Entity::find()
                .filter(account::Column::Id.is_in(rows.iter().map(|row| row.account_id)));
            let mut accounts: BTreeMap<AccountId, account::Model> =
                accounts.all(db).await?.into_iter().map(|row| (row.id, row)).collect();
            for row in rows {
                let Some(account) = accounts.remove(&row.account_id) else { continue };
                self.people.insert(
                    row.id,
                    PersonName {
                        account: account.id,
                        has_email: account.email.is_some() && account.disabled_at.is_none(),
                        name: account.name,
                        consultant: row.consultant_id,
                    },
                );
            }
        }
        let owners: BTreeSet<AccountId> =
            self.people.values().map(|person| person.consultant).collect();
        self.load_staff(db, owners).await
    }

    pub async fn load_staff(
        &mut self,
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = AccountId>,
    ) -> AppResult<()> {
        let ids: Vec<AccountId> = ids.into_iter().collect();
        for ids in ids.chunks(CHUNK) {
            let rows = account::Entity::find().filter(account::Column::Id.is_in(ids.to_vec()));
            self.staff.extend(rows.all(db).await?.into_iter().map(|row| (row.id, row.name)));
        }
        Ok(())
    }

    pub fn accounts(&self) -> Vec<AccountId> {
        self.people.values().map(|person| person.account).collect()
    }

    pub fn person(&self, id: YoungPersonId) -> &str {
        self.people.get(&id).map_or("", |person| &person.name)
    }

    pub fn company(&self, id: CompanyId) -> &str {
        self.companies.get(&id).map_or("", String::as_str)
    }

    pub fn staff(&self, id: AccountId) -> &str {
        self.staff.get(&id).map_or("", String::as_str)
    }

    pub fn mentor_of(&self, place: PlaceId) -> &str {
        let mentor = self.places.get(&place).and_then(|place| place.mentor);
        mentor.and_then(|id| self.mentors.get(&id)).map_or("", |mentor| &mentor.called)
    }

    /// `Bageriet · Afklaring · Karen`.
    pub fn place(&self, id: PlaceId, t: Words) -> String {
        let Some(place) = self.places.get(&id) else { return String::new() };
        let kind = t.kind("placement-kind", place.kind.as_str());
        let parts = [self.company(place.company), &kind, self.mentor_of(id)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// The names of requirements, with commas; a code that is gone stands for itself.
    pub fn requirements<'a>(
        &self,
        codes: impl IntoIterator<Item = &'a String>,
        t: Words,
    ) -> String {
        let name = |code: &String| match (self.requirements.get(code), t.0) {
            (Some((danish, _)), Language::Danish) => danish.to_lowercase(),
            (Some((_, english)), Language::English) => english.to_lowercase(),
            (None, _) => code.clone(),
        };
        codes.into_iter().map(name).collect::<Vec<_>>().join(", ")
    }
}
