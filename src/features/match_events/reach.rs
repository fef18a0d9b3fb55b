//! Whom a message about an event would reach, and how: what the page before a button promises.

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::domain::MatchEventId;
use crate::entities::{account, company_member, event_company, event_young_person, young_person};
use crate::web::AppResult;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Those {
    /// Chosen, and told nothing yet.
    Waiting,
    Invited,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    pub people_by_mail: u64,
    /// Without e-mail: their consultant gets a call to make.
    pub people_by_phone: u64,
    pub companies: u64,
    pub company_people: u64,
}

pub async fn reach(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    those: Those,
) -> AppResult<Reach> {
    let people =
        || account::Entity::find().filter(account::Column::Id.in_subquery(people(event, those)));
    let live = || people().filter(account::Column::DisabledAt.is_null());
    let companies = event_company::Entity::find().filter(company_lines(event, those));
    let members = account::Entity::find()
        .filter(account::Column::Id.in_subquery(members(event, those)))
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::Email.is_not_null());
    Ok(Reach {
        people_by_mail: live().filter(account::Column::Email.is_not_null()).count(db).await?,
        people_by_phone: live().filter(account::Column::Email.is_null()).count(db).await?,
        companies: companies.count(db).await?,
        company_people: members.count(db).await?,
    })
}

fn people(event: MatchEventId, those: Those) -> SelectStatement {
    use event_young_person::Column;
    let told = match those {
        Those::Waiting => Column::InvitedAt.is_null(),
        Those::Invited => Column::InvitedAt.is_not_null(),
    };
    let lines = Query::select()
        .column(Column::YoungPersonId)
        .from(event_young_person::Entity)
        .and_where(Column::EventId.eq(event))
        .and_where(told)
        .to_owned();
    Query::select()
        .column(young_person::Column::AccountId)
        .from(young_person::Entity)
        .and_where(young_person::Column::Id.in_subquery(lines))
        .to_owned()
}

fn company_lines(event: MatchEventId, those: Those) -> sea_orm::Condition {
    use event_company::Column;
    let told = match those {
        Those::Waiting => Column::InvitedAt.is_null(),
        Those::Invited => Column::InvitedAt.is_not_null(),
    };
    sea_orm::Condition::all().add(Column::EventId.eq(event)).add(told)
}

fn members(event: MatchEventId, those: Those) -> SelectStatement {
    let lines = Query::select()
        .column(event_company::Column::CompanyId)
        .from(event_company::Entity)
        .cond_where(company_lines(event, those))
        .to_owned();
    Query::select()
        .column(company_member::Column::AccountId)
        .from(company_member::Entity)
        .and_where(company_member::Column::CompanyId.in_subquery(lines))
        .to_owned()
}
