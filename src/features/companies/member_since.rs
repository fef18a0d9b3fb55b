//! An invited company is with us from the day one of its people first signs in.

use sea_orm::sea_query::Query;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::domain::CompanyStage;
use crate::entities::{account, company, company_member};
use crate::state::AppState;
use crate::web::AppResult;

/// Marks the companies whose first sign-in has happened since last time.
pub async fn due(state: &AppState) -> AppResult<()> {
    if arrived().one(&state.db.read).await?.is_none() {
        return Ok(());
    }
    let txn = state.write().await?;
    for company in arrived().all(&txn).await? {
        let mut row: company::ActiveModel = company.into();
        row.stage = Set(CompanyStage::Member);
        row.member_since = Set(Some(state.clock.now()));
        row.update(&txn).await?;
    }
    txn.commit().await?;
    Ok(())
}

fn arrived() -> sea_orm::Select<company::Entity> {
    let signed_in = Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::LastSignedInAt.is_not_null())
        .to_owned();
    let arrived = Query::select()
        .column(company_member::Column::CompanyId)
        .from(company_member::Entity)
        .and_where(company_member::Column::AccountId.in_subquery(signed_in))
        .to_owned();
    company::Entity::find()
        .filter(company::Column::Stage.eq(CompanyStage::Invited))
        .filter(company::Column::Id.in_subquery(arrived))
}
