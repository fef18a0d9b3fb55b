//! Many rows at once.

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Iterable, ModelTrait};

use crate::state::Txn;
use crate::web::AppResult;

/// SQLite takes 32,766 values in one statement.
const VALUES: usize = 30_000;
const ROWS: usize = 500;

pub async fn insert<M, A>(txn: &Txn, rows: Vec<M>) -> AppResult<()>
where
    M: ModelTrait + IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = M::Entity>,
{
    let columns = <M::Entity as EntityTrait>::Column::iter().count();
    let at_once = (VALUES / columns).min(ROWS);
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while rows.peek().is_some() {
        M::Entity::insert_many(rows.by_ref().take(at_once)).exec_without_returning(txn).await?;
    }
    Ok(())
}
