//! Who is there today, and who stands in for whom: an overdue follow-up always has somebody present.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::domain::{AccountId, Role};
use crate::entities::account;
use crate::features::accounts::away;
use crate::words::Words;

pub struct Presence {
    /// Everybody who is or was a consultant.
    consultants: Vec<account::Model>,
    today: NaiveDate,
}

impl Presence {
    pub async fn load(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Self, DbErr> {
        let mut consultants = account::Entity::find()
            .filter(account::Column::Role.eq(Role::Consultant))
            .all(db)
            .await?;
        consultants.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        Ok(Self { consultants, today })
    }

    pub fn team(&self) -> impl Iterator<Item = &account::Model> {
        self.consultants.iter().filter(|account| account.disabled_at.is_none())
    }

    pub fn account(&self, id: AccountId) -> Option<&account::Model> {
        self.consultants.iter().find(|account| account.id == id)
    }

    pub fn owner(&self, id: AccountId) -> Option<&account::Model> {
        self.account(id).filter(|owner| owner.disabled_at.is_none())
    }

    /// Who does `owner`'s work today: nobody, when both the owner and the deputy are away.
    pub fn present(&self, owner: AccountId) -> Option<&account::Model> {
        let is_there = |account: &&account::Model| {
            account.disabled_at.is_none() && !away::is_away(account, self.today)
        };
        let account = self.account(owner)?;
        let deputy = || account.deputy_id.and_then(|deputy| self.account(deputy));
        Some(account).filter(is_there).or_else(|| deputy().filter(is_there))
    }

    /// Whose follow-ups are `deputy`'s today: their own, and of everybody they stand in for.
    pub fn work_of(&self, deputy: AccountId) -> Vec<AccountId> {
        let stands_in = self.consultants.iter().filter(|account| {
            account.id != deputy && self.present(account.id).is_some_and(|who| who.id == deputy)
        });
        std::iter::once(deputy).chain(stands_in.map(|account| account.id)).collect()
    }

    /// Whose work nobody does today.
    pub fn left_alone(&self) -> Vec<AccountId> {
        let alone = self.consultants.iter().filter(|account| self.present(account.id).is_none());
        alone.map(|account| account.id).collect()
    }

    /// `Sofie`, or who stands in for her today.
    pub fn words(&self, owner: AccountId, t: Words) -> String {
        let name = self.account(owner).map_or("", |account| account.name.as_str());
        match self.present(owner) {
            Some(present) if present.id == owner => name.to_owned(),
            Some(present) => t.follow_ups_stands_in(present.name.as_str(), name),
            None => t.follow_ups_nobody_in(name),
        }
    }
}
