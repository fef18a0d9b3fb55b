//! What an administrator changes. A dated row is never edited: the row in force gets its last day, and a new one
//! begins the day after, so that what was decided under the old rule can still be explained.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Set, SqlErr,
};

use crate::domain::RequirementId;
use crate::entities::{follow_up_rule, holiday, length_rule, new_id, ratio_rule, requirement};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    #[error("the row would begin in the past")]
    Past,
    #[error("a row begins on that day or later")]
    NotAfter { last: NaiveDate },
    #[error("it is in the list already")]
    Taken,
}

/// What comes of a change: nothing more to say, or why not.
pub type Changed = AppResult<Result<(), ChangeError>>;

/// A new row may begin today at the earliest, and after the newest row there is.
fn begins_well(
    from: NaiveDate,
    today: NaiveDate,
    newest: Option<NaiveDate>,
) -> Result<(), ChangeError> {
    match newest {
        _ if from < today => Err(ChangeError::Past),
        Some(last) if from <= last => Err(ChangeError::NotAfter { last }),
        _ => Ok(()),
    }
}

fn day_before(day: NaiveDate) -> Option<NaiveDate> {
    day.pred_opt()
}

/// The newest row of a rule ends the day before `$new` begins, unless it had ended by then; `$new` follows it.
macro_rules! follow {
    ($txn:expr, $table:ident, $of_the_same:expr, $new:expr, $today:expr) => {{
        let newest = $table::Entity::find()
            .filter($of_the_same)
            .order_by_desc($table::Column::ValidFrom)
            .lock_exclusive()
            .one($txn)
            .await?;
        if let Err(error) =
            begins_well($new.valid_from, $today, newest.as_ref().map(|row| row.valid_from))
        {
            return Ok(Err(error));
        }
        let last_day = day_before($new.valid_from);
        if let Some(row) = newest.filter(|row| row.valid_to.is_none() || row.valid_to > last_day) {
            let mut row: $table::ActiveModel = row.into();
            row.valid_to = Set(last_day);
            row.update($txn).await?;
        }
        let row: $table::ActiveModel = $new.into();
        $table::Entity::insert(row.reset_all()).exec_without_returning($txn).await?;
        Ok(Ok(()))
    }};
}

pub async fn follow_length(txn: &Txn, new: length_rule::Model, today: NaiveDate) -> Changed {
    follow!(txn, length_rule, length_rule::Column::TargetGroup.eq(new.target_group), new, today)
}

pub async fn follow_ratio(txn: &Txn, new: ratio_rule::Model, today: NaiveDate) -> Changed {
    follow!(txn, ratio_rule, ratio_rule::Column::Id.is_not_null(), new, today)
}

pub async fn follow_follow_up(txn: &Txn, new: follow_up_rule::Model, today: NaiveDate) -> Changed {
    let same = Condition::all()
        .add(follow_up_rule::Column::Kind.eq(new.kind))
        .add(follow_up_rule::Column::Step.eq(new.step.as_str()));
    follow!(txn, follow_up_rule, same, new, today)
}

pub async fn add_holiday(txn: &Txn, day: NaiveDate, name_da: &str, name_en: &str) -> Changed {
    let row = holiday::ActiveModel {
        id: Set(new_id()),
        day: Set(day),
        name_da: Set(name_da.to_owned()),
        name_en: Set(name_en.to_owned()),
    };
    once(holiday::Entity::insert(row).exec_without_returning(txn).await.map(|_| ()))
}

/// Adds something a place may ask for; its code is its English name. Nothing stands in the list twice in any
/// language, and what is no longer used is brought back instead.
pub async fn add_requirement(txn: &Txn, name_da: &str, name_en: &str) -> Changed {
    let known = requirement::Entity::find().lock_exclusive().all(txn).await?;
    let is_there = |row: &requirement::Model| {
        code(&row.name_da) == code(name_da) || code(&row.name_en) == code(name_en)
    };
    if known.iter().any(is_there) {
        return Ok(Err(ChangeError::Taken));
    }
    let row = requirement::ActiveModel {
        id: Set(new_id()),
        code: Set(code(name_en)),
        name_da: Set(name_da.to_owned()),
        name_en: Set(name_en.to_owned()),
        retired_at: Set(None),
    };
    once(requirement::Entity::insert(row).exec_without_returning(txn).await.map(|_| ()))
}

fn once(inserted: Result<(), sea_orm::DbErr>) -> Changed {
    match inserted {
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Ok(Err(ChangeError::Taken))
        }
        other => Ok(Ok(other?)),
    }
}

fn code(name: &str) -> String {
    let words = name.to_lowercase();
    let words = words.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// Places no longer ask for it; what was asked before stays as it was.
pub async fn retire_requirement(txn: &Txn, id: RequirementId, now: DateTime<Utc>) -> AppResult<()> {
    let found = requirement::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    let found = found.ok_or(AppError::NotFound)?;
    if found.retired_at.is_none() {
        let mut row: requirement::ActiveModel = found.into();
        row.retired_at = Set(Some(now));
        row.update(txn).await?;
    }
    Ok(())
}

/// Places may ask for it again.
pub async fn bring_back_requirement(txn: &Txn, id: RequirementId) -> AppResult<()> {
    let found = requirement::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    let mut row: requirement::ActiveModel = found.ok_or(AppError::NotFound)?.into();
    row.retired_at = Set(None);
    row.update(txn).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_rule_begins_after_the_one_before_it_and_never_in_the_past() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (today, newest) = (day("2026-10-01"), Some(day("2026-11-01")));
        assert_eq!(begins_well(day("2026-09-30"), today, None), Err(ChangeError::Past));
        assert_eq!(begins_well(today, today, None), Ok(()));
        let refused = Err(ChangeError::NotAfter { last: day("2026-11-01") });
        assert_eq!(begins_well(day("2026-11-01"), today, newest), refused);
        assert_eq!(begins_well(day("2026-11-02"), today, newest), Ok(()));
    }

    #[test]
    fn a_code_is_the_name_without_what_cannot_stand_in_a_file() {
        assert_eq!(code(" Driving licence (car) "), "driving_licence_car");
    }
}
