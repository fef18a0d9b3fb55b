//! When a consultant is away, and who stands in: typed by themselves, or by an administrator.

use chrono::NaiveDate;
use omvendt_frontend::parts::Choice;

use super::store;
use crate::domain::AccountId;
use crate::entities::account;
use crate::state::Txn;
use crate::web::{AppResult, Problems, typed};
use crate::words::Words;

/// The fields as they were typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub deputy: String,
    pub from: String,
    pub until: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    pub deputy: Option<AccountId>,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Typed {
    pub fn of(account: &account::Model) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            deputy: account.deputy_id.map(|id| id.to_string()).unwrap_or_default(),
            from: day(account.away_from),
            until: day(account.away_until),
        }
    }

    /// What was typed of `who`, with everything wrong with it beside `deputy`, `away_from` and `away_until`.
    pub fn read(
        &self,
        who: AccountId,
        team: &[account::Model],
        problems: &mut Problems,
        t: Words,
    ) -> Absence {
        let deputy: Option<AccountId> = self.deputy.parse().ok();
        let may_stand_in = team.iter().any(|each| Some(each.id) == deputy && deputy != Some(who));
        if !self.deputy.is_empty() && !may_stand_in {
            problems.add("deputy", t.problem_choose());
        }
        let mut day = |name: &str, typed: &str| {
            let parsed = typed::day(typed);
            if parsed.is_none() && !typed.is_empty() {
                problems.add(name, t.problem_date());
            }
            parsed
        };
        let (from, until) = (day("away_from", &self.from), day("away_until", &self.until));
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            problems.add("away_until", t.account_problem_away());
        }
        if self.from.is_empty() && until.is_some() {
            problems.add("away_from", t.problem_required());
        }
        Absence { deputy, from, until }
    }

    /// Everybody else on the team.
    pub fn deputies(&self, who: AccountId, team: &[account::Model]) -> Vec<Choice> {
        let choice = |each: &account::Model| {
            let id = each.id.to_string();
            let chosen = id == self.deputy;
            Choice::new(id, each.name.clone(), chosen)
        };
        team.iter().filter(|each| each.id != who).map(choice).collect()
    }
}

impl Absence {
    pub async fn write(self, txn: &Txn, who: AccountId) -> AppResult<()> {
        Ok(store::set_away(txn, who, self.deputy, self.from, self.until).await?)
    }
}
