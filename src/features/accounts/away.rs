//! Consultants who are away, and who stands in for them.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::domain::{AccountId, Role};
use crate::entities::account;

/// Away from the first day to the last, both included; without a last day, until further notice.
pub fn is_away(account: &account::Model, today: NaiveDate) -> bool {
    account.away_from.is_some_and(|from| from <= today)
        && account.away_until.is_none_or(|until| today <= until)
}

/// In the programme, and not away today.
pub fn is_there(account: &account::Model, today: NaiveDate) -> bool {
    account.disabled_at.is_none() && !is_away(account, today)
}

/// Who to turn to today: the deputy while somebody is away, else themselves.
pub async fn present(
    db: &impl ConnectionTrait,
    account: account::Model,
    today: NaiveDate,
) -> Result<account::Model, DbErr> {
    Ok(contacts(db, account, today).await?.present().clone())
}

/// Somebody's own consultant, and the one who stands in for them.
pub struct Contacts {
    pub own: account::Model,
    pub deputy: Option<account::Model>,
    pub own_is_away: bool,
    deputy_is_there: bool,
}

impl Contacts {
    /// Who rings today. When both are away it is their own consultant still, whose work is then the whole team's.
    pub fn present(&self) -> &account::Model {
        let deputy = self.deputy.as_ref().filter(|_| self.own_is_away && self.deputy_is_there);
        deputy.unwrap_or(&self.own)
    }

    /// Both, the one who is there today first.
    pub fn in_order(&self) -> Vec<&account::Model> {
        let present = self.present();
        let both = std::iter::once(&self.own).chain(&self.deputy);
        let other = both.filter(|account| account.id != present.id);
        std::iter::once(present).chain(other).collect()
    }
}

pub async fn contacts(
    db: &impl ConnectionTrait,
    own: account::Model,
    today: NaiveDate,
) -> Result<Contacts, DbErr> {
    let deputy = match own.deputy_id {
        Some(deputy) => account::Entity::find_by_id(deputy).one(db).await?,
        None => None,
    };
    let deputy = deputy.filter(|deputy| deputy.disabled_at.is_none());
    let deputy_is_there = deputy.as_ref().is_some_and(|deputy| is_there(deputy, today));
    Ok(Contacts { own_is_away: is_away(&own, today), own, deputy, deputy_is_there })
}

/// Whose work is somebody's today: their own, that of everybody they stand in for, and that of those for whom
/// nobody is there.
pub async fn work_of(
    db: &impl ConnectionTrait,
    consultant: AccountId,
    today: NaiveDate,
) -> Result<Vec<AccountId>, DbErr> {
    let all = account::Entity::find().filter(account::Column::Role.eq(Role::Consultant)).all(db);
    let all = all.await?;
    let deputy_of = |account: &account::Model| {
        let deputy = all.iter().find(|other| Some(other.id) == account.deputy_id);
        deputy.filter(|deputy| is_there(deputy, today))
    };
    let others = all.iter().filter(|account| account.id != consultant && !is_there(account, today));
    let stands_in =
        others.filter(|account| deputy_of(account).is_none_or(|it| it.id == consultant));
    Ok(std::iter::once(consultant).chain(stands_in.map(|account| account.id)).collect())
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::domain::Language;
    use crate::entities::new_id;

    fn consultant(from: Option<&str>, until: Option<&str>) -> account::Model {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        account::Model {
            id: new_id(),
            role: Role::Consultant,
            name: "Sofie".into(),
            email: None,
            email_folded: None,
            phone: None,
            language: Language::Danish,
            password_hash: None,
            totp_secret: None,
            totp_confirmed_at: None,
            totp_last_step: None,
            deputy_id: None,
            away_from: from.map(day),
            away_until: until.map(day),
            failed_attempts: 0,
            locked_until: None,
            invited_at: None,
            last_signed_in_at: None,
            disabled_at: None,
            created_at: DateTime::<Utc>::UNIX_EPOCH,
        }
    }

    #[test]
    fn somebody_is_away_on_the_first_and_the_last_day_and_not_the_day_after() {
        let away =
            |from, until, today: &str| is_away(&consultant(from, until), today.parse().unwrap());
        assert!(away(Some("2026-10-01"), Some("2026-10-03"), "2026-10-01"));
        assert!(away(Some("2026-10-01"), Some("2026-10-03"), "2026-10-03"));
        assert!(!away(Some("2026-10-01"), Some("2026-10-03"), "2026-10-04"));
        assert!(!away(Some("2026-10-02"), None, "2026-10-01"));
        assert!(away(Some("2026-10-01"), None, "2030-01-01"));
        assert!(!away(None, Some("2026-10-03"), "2026-10-01"));
    }
}
