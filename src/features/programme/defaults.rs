//! `seed/programme.toml`, loaded into a database that has no rules yet.

use chrono::NaiveDate;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, PaginatorTrait, Set};
use serde::Deserialize;

use crate::domain::{FollowUpForm, PlacementKind, TargetGroup};
use crate::entities::{
    follow_up_rule, holiday, length_rule, new_id, ratio_rule, requirement, setting,
};
use crate::state::Txn;
use crate::web::AppResult;

const FILE: &str = include_str!("../../../seed/programme.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Defaults {
    setting: Vec<Setting>,
    requirement: Vec<Requirement>,
    length_rule: Vec<LengthRule>,
    ratio_rule: Vec<RatioRule>,
    follow_up_rule: Vec<FollowUpRule>,
    holiday: Vec<Holiday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Setting {
    name: String,
    value: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Requirement {
    code: String,
    name_da: String,
    name_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LengthRule {
    target_group: TargetGroup,
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
    longest_weeks: i32,
    extended_weeks: i32,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RatioRule {
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
    up_to_employees: i32,
    employees_per_place: i32,
    employees_per_place_above: i32,
    at_least: i32,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FollowUpRule {
    kind: PlacementKind,
    step: String,
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
    anchor: String,
    days: i32,
    form: FollowUpForm,
    attends: String,
    minutes: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    day: NaiveDate,
    name_da: String,
    name_en: String,
}

/// A database from before keeps its rules and everything set in it, and gets the settings that are new.
pub async fn load_defaults(txn: &Txn) -> AppResult<()> {
    let is_new = setting::Entity::find().count(txn).await? == 0;
    let defaults: Defaults = toml::from_str(FILE).map_err(anyhow::Error::from)?;
    let settings = defaults.setting.into_iter().map(|row| setting::ActiveModel {
        id: Set(new_id()),
        name: Set(row.name),
        value: Set(row.value),
    });
    setting::Entity::insert_many(settings)
        .on_conflict(OnConflict::column(setting::Column::Name).do_nothing().to_owned())
        .exec_without_returning(txn)
        .await?;
    if !is_new {
        return Ok(());
    }

    let requirements = defaults.requirement.into_iter().map(|row| requirement::ActiveModel {
        id: Set(new_id()),
        code: Set(row.code),
        name_da: Set(row.name_da),
        name_en: Set(row.name_en),
        retired_at: Set(None),
    });
    requirement::Entity::insert_many(requirements).exec_without_returning(txn).await?;

    let holidays = defaults.holiday.into_iter().map(|row| holiday::ActiveModel {
        id: Set(new_id()),
        day: Set(row.day),
        name_da: Set(row.name_da),
        name_en: Set(row.name_en),
    });
    holiday::Entity::insert_many(holidays).exec_without_returning(txn).await?;
    load_rules(txn, defaults.length_rule, defaults.ratio_rule, defaults.follow_up_rule).await
}

async fn load_rules(
    txn: &Txn,
    lengths: Vec<LengthRule>,
    ratios: Vec<RatioRule>,
    follow_ups: Vec<FollowUpRule>,
) -> AppResult<()> {
    let lengths = lengths.into_iter().map(|row| length_rule::ActiveModel {
        id: Set(new_id()),
        target_group: Set(row.target_group),
        valid_from: Set(row.valid_from),
        valid_to: Set(row.valid_to),
        longest_weeks: Set(row.longest_weeks),
        extended_weeks: Set(row.extended_weeks),
        source: Set(row.source),
    });
    length_rule::Entity::insert_many(lengths).exec_without_returning(txn).await?;

    let ratios = ratios.into_iter().map(|row| ratio_rule::ActiveModel {
        id: Set(new_id()),
        valid_from: Set(row.valid_from),
        valid_to: Set(row.valid_to),
        up_to_employees: Set(row.up_to_employees),
        employees_per_place: Set(row.employees_per_place),
        employees_per_place_above: Set(row.employees_per_place_above),
        at_least: Set(row.at_least),
        source: Set(row.source),
    });
    ratio_rule::Entity::insert_many(ratios).exec_without_returning(txn).await?;

    let follow_ups = follow_ups.into_iter().map(|row| follow_up_rule::ActiveModel {
        id: Set(new_id()),
        kind: Set(row.kind),
        step: Set(row.step),
        valid_from: Set(row.valid_from),
        valid_to: Set(row.valid_to),
        anchor: Set(row.anchor),
        days: Set(row.days),
        form: Set(row.form),
        attends: Set(row.attends),
        minutes: Set(row.minutes),
    });
    follow_up_rule::Entity::insert_many(follow_ups).exec_without_returning(txn).await?;
    Ok(())
}
