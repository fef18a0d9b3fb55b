//! The dated rows as the domain reads them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::calendar::Calendar;
use crate::domain::follow_up::{Anchor, FollowUpRule};
use crate::domain::legal::{Dated, LengthRule, RatioRule};
use crate::domain::{Language, PlacementKind, UnknownText};
use crate::entities::{follow_up_rule, holiday, length_rule, ratio_rule, requirement};
use crate::web::AppResult;
use crate::words::Words;

pub async fn calendar(db: &impl ConnectionTrait) -> AppResult<Calendar> {
    let days = holiday::Entity::find().all(db).await?;
    Ok(Calendar::new(days.into_iter().map(|row| row.day)))
}

pub async fn length_rules(db: &impl ConnectionTrait) -> AppResult<Vec<Dated<LengthRule>>> {
    let rows = length_rule::Entity::find().all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| Dated {
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            rule: LengthRule {
                target_group: row.target_group,
                longest_weeks: row.longest_weeks,
                extended_weeks: row.extended_weeks,
            },
        })
        .collect())
}

pub async fn ratio_rules(db: &impl ConnectionTrait) -> AppResult<Vec<Dated<RatioRule>>> {
    let rows = ratio_rule::Entity::find().all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| Dated {
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            rule: RatioRule {
                up_to_employees: row.up_to_employees,
                employees_per_place: row.employees_per_place,
                employees_per_place_above: row.employees_per_place_above,
                at_least: row.at_least,
            },
        })
        .collect())
}

/// What a place may ask of whoever comes, as the programme now keeps it.
pub async fn requirements(db: &impl ConnectionTrait) -> AppResult<Vec<requirement::Model>> {
    let kept = requirement::Entity::find().filter(requirement::Column::RetiredAt.is_null());
    Ok(kept.order_by_asc(requirement::Column::Code).all(db).await?)
}

/// A requirement's name in the reader's language.
pub fn requirement_name(row: &requirement::Model, t: Words) -> String {
    match t.0 {
        Language::Danish => row.name_da.clone(),
        Language::English => row.name_en.clone(),
    }
}

/// The steps of a kind's pattern in force on `on`; of rows for the same step, the one that began last.
pub async fn follow_up_rules(
    db: &impl ConnectionTrait,
    kind: PlacementKind,
    on: NaiveDate,
) -> AppResult<Vec<FollowUpRule>> {
    let rows = follow_up_rule::Entity::find()
        .filter(follow_up_rule::Column::Kind.eq(kind))
        .filter(follow_up_rule::Column::ValidFrom.lte(on))
        .filter(
            Condition::any()
                .add(follow_up_rule::Column::ValidTo.is_null())
                .add(follow_up_rule::Column::ValidTo.gte(on)),
        )
        .order_by_asc(follow_up_rule::Column::ValidFrom)
        .all(db)
        .await?;
    let mut steps = BTreeMap::new();
    for row in rows {
        let anchor: Anchor = row
            .anchor
            .parse()
            .map_err(|error: UnknownText| anyhow::anyhow!("{error} in a follow-up rule"))?;
        let rule = FollowUpRule {
            step: row.step.clone(),
            anchor,
            days: row.days,
            form: row.form,
            attends: row.attends,
            minutes: row.minutes,
        };
        steps.insert(row.step, rule);
    }
    Ok(steps.into_values().collect())
}
