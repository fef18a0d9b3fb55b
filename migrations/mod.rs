//! The schema, one file per change, oldest first. Statements keep to what SQLite and PostgreSQL both do:
//! foreign keys are made with their table, and one ALTER changes one thing.

use sea_orm_migration::prelude::*;

#[path = "m20261122_000001_accounts.rs"]
mod m20261122_000001_accounts;
#[path = "m20261122_000002_programme.rs"]
mod m20261122_000002_programme;
#[path = "m20261122_000003_companies.rs"]
mod m20261122_000003_companies;
#[path = "m20261122_000004_young_people.rs"]
mod m20261122_000004_young_people;
#[path = "m20261122_000005_match_events.rs"]
mod m20261122_000005_match_events;
#[path = "m20261122_000006_rankings.rs"]
mod m20261122_000006_rankings;
#[path = "m20261122_000007_matching_runs.rs"]
mod m20261122_000007_matching_runs;
#[path = "m20261122_000008_placements.rs"]
mod m20261122_000008_placements;
#[path = "m20261122_000009_checklists.rs"]
mod m20261122_000009_checklists;
#[path = "m20261122_000010_follow_ups.rs"]
mod m20261122_000010_follow_ups;
#[path = "m20261122_000011_calls.rs"]
mod m20261122_000011_calls;
#[path = "m20261122_000012_mail.rs"]
mod m20261122_000012_mail;
#[path = "m20261122_000013_large_programmes.rs"]
mod m20261122_000013_large_programmes;
#[path = "m20261122_000014_reminded_by_cause.rs"]
mod m20261122_000014_reminded_by_cause;
#[path = "m20261122_000015_drawn_numbers.rs"]
mod m20261122_000015_drawn_numbers;
#[path = "m20261122_000016_edit_lines.rs"]
mod m20261122_000016_edit_lines;
#[path = "m20261122_000017_mentor_invitations.rs"]
mod m20261122_000017_mentor_invitations;
#[path = "m20261122_000018_event_days.rs"]
mod m20261122_000018_event_days;
#[path = "m20261122_000019_steps_begun.rs"]
mod m20261122_000019_steps_begun;

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_accounts::Migration),
            Box::new(m20261122_000002_programme::Migration),
            Box::new(m20261122_000003_companies::Migration),
            Box::new(m20261122_000004_young_people::Migration),
            Box::new(m20261122_000005_match_events::Migration),
            Box::new(m20261122_000006_rankings::Migration),
            Box::new(m20261122_000007_matching_runs::Migration),
            Box::new(m20261122_000008_placements::Migration),
            Box::new(m20261122_000009_checklists::Migration),
            Box::new(m20261122_000010_follow_ups::Migration),
            Box::new(m20261122_000011_calls::Migration),
            Box::new(m20261122_000012_mail::Migration),
            Box::new(m20261122_000013_large_programmes::Migration),
            Box::new(m20261122_000014_reminded_by_cause::Migration),
            Box::new(m20261122_000015_drawn_numbers::Migration),
            Box::new(m20261122_000016_edit_lines::Migration),
            Box::new(m20261122_000017_mentor_invitations::Migration),
            Box::new(m20261122_000018_event_days::Migration),
            Box::new(m20261122_000019_steps_begun::Migration),
        ]
    }
}

/// `fk("company_id", "company")`: this column names a row of that table.
fn fk(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(column).to(table, "id").take()
}

fn unique<const N: usize>(name: &'static str, columns: [&'static str; N]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.unique().name(name);
    for column in columns {
        index.col(column);
    }
    index.take()
}

/// A plain index; made by itself because only unique ones can stand inside CREATE TABLE on both databases.
async fn index<const N: usize>(
    manager: &SchemaManager<'_>,
    table: &'static str,
    name: &'static str,
    columns: [&'static str; N],
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(column);
    }
    manager.create_index(index.take()).await
}
