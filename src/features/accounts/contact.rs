//! How somebody is called and reached.

use sea_orm::{ActiveModelTrait, DbErr, Set, SqlErr, TransactionTrait};

use super::invite::InviteError;
use super::store;
use crate::domain::{AccountId, Language};
use crate::entities::account;
use crate::state::Txn;

#[derive(Clone, Debug)]
pub struct Contact {
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: Language,
}

/// As whoever keeps their page has it now. An address that is somebody else's, or became so this moment, is refused
/// and changes nothing.
pub async fn set(
    txn: &Txn,
    id: AccountId,
    contact: Contact,
) -> Result<Result<(), InviteError>, DbErr> {
    let row = account::ActiveModel {
        id: Set(id),
        name: Set(contact.name),
        email_folded: Set(contact.email.as_deref().map(store::folded)),
        email: Set(contact.email),
        phone: Set(contact.phone),
        language: Set(contact.language),
        ..Default::default()
    };
    let attempt = txn.begin().await?;
    match row.update(&attempt).await {
        Ok(_) => attempt.commit().await.map(Ok),
        Err(error) if is_taken(&error) => {
            attempt.rollback().await?;
            Ok(Err(InviteError::EmailTaken))
        }
        Err(error) => Err(error),
    }
}

fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
