//! Adding a young person: one act for the form, the import and the seed.

use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::history;
use crate::domain::{
    AccountId, GroupId, Language, PlacementKind, RequirementId, Role, TargetGroup, YoungPersonId,
};
use crate::entities::{fulfilled_requirement, new_id, young_person};
use crate::features::accounts::invite::{InviteError, NewAccount, invite};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewYoungPerson {
    /// The name they want to be called.
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: Language,
    pub group: GroupId,
    pub consultant: AccountId,
    pub purpose: PlacementKind,
    pub goal: String,
    pub target_group: TargetGroup,
    pub case_reference: Option<String>,
    pub requirements: Vec<RequirementId>,
}

/// Makes the account, with its invitation when there is an e-mail, and the person, whose purpose has a history
/// from the first day.
pub async fn add(
    txn: &Txn,
    state: &AppState,
    new: NewYoungPerson,
    by: AccountId,
) -> AppResult<Result<YoungPersonId, InviteError>> {
    let account = NewAccount {
        role: Role::YoungPerson,
        name: new.name,
        email: new.email,
        phone: new.phone,
        language: new.language,
    };
    let account_id = match invite(txn, state, account, Some(by)).await? {
        Ok(account_id) => account_id,
        Err(error) => return Ok(Err(error)),
    };
    let now = state.clock.now();
    let row = young_person::ActiveModel {
        id: Set(new_id()),
        account_id: Set(account_id),
        group_id: Set(new.group),
        consultant_id: Set(new.consultant),
        purpose: Set(new.purpose),
        goal: Set(new.goal),
        target_group: Set(new.target_group),
        case_reference: Set(new.case_reference),
        left_at: Set(None),
        created_at: Set(now),
    };
    let person = row.insert(txn).await?;
    history::record_purpose(txn, &person, by, now).await?;
    set_requirements(txn, person.id, &new.requirements).await?;
    Ok(Ok(person.id))
}

pub async fn set_requirements(
    txn: &Txn,
    person: YoungPersonId,
    requirements: &[RequirementId],
) -> AppResult<()> {
    use sea_orm::{ColumnTrait, QueryFilter};
    fulfilled_requirement::Entity::delete_many()
        .filter(fulfilled_requirement::Column::YoungPersonId.eq(person))
        .exec(txn)
        .await?;
    if requirements.is_empty() {
        return Ok(());
    }
    let rows = requirements.iter().map(|requirement| fulfilled_requirement::ActiveModel {
        id: Set(new_id()),
        young_person_id: Set(person),
        requirement_id: Set(*requirement),
    });
    fulfilled_requirement::Entity::insert_many(rows).exec_without_returning(txn).await?;
    Ok(())
}
