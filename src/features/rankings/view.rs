//! The ranking as a page shows it: chosen, not chosen yet, and "no thanks".

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ranking::{Entry, Ranking, RankingError};
use crate::domain::{CompanyId, MatchEventId};
use crate::features::companies::Listing;
use crate::web::Fields;
use crate::words::Words;

use super::{company_path, words};

/// One company's row.
pub struct Choice {
    pub id: CompanyId,
    pub name: String,
    pub line: String,
    pub kinds: String,
    pub photo: String,
    pub href: String,
    pub favourite: bool,
    /// Met at a table on the day.
    pub met: bool,
    /// What the young person wrote for themselves.
    pub note: String,
    pub position: String,
    pub tied: bool,
    pub problem: String,
}

#[derive(Default)]
pub struct Lists {
    pub chosen: Vec<Choice>,
    pub left: Vec<Choice>,
    pub no_thanks: Vec<Choice>,
}

/// A row of the form as it was typed.
pub struct Typed {
    pub company: CompanyId,
    pub position: String,
    pub no_thanks: bool,
}

/// Reads `position-<id>` and `no-thanks-<id>`. A number typed beside "no thanks" is a change of mind.
pub fn typed(fields: &Fields) -> Vec<Typed> {
    fields
        .with_prefix("position-")
        .filter_map(|(id, position)| {
            let no_thanks =
                fields.get(&format!("no-thanks-{id}")).is_some_and(|value| !value.is_empty());
            Some(Typed {
                company: id.parse().ok()?,
                position: position.to_owned(),
                no_thanks: no_thanks && position.is_empty(),
            })
        })
        .collect()
}

pub fn entries(typed: &[Typed]) -> impl Iterator<Item = Entry<'_>> {
    typed.iter().map(|row| Entry {
        company: row.company,
        position: &row.position,
        no_thanks: row.no_thanks,
    })
}

pub struct Shelf {
    pub event: MatchEventId,
    /// In the event's order.
    pub companies: Vec<Listing>,
    pub favourites: BTreeSet<CompanyId>,
    /// In the order they were met.
    pub met: Vec<CompanyId>,
    pub notes: BTreeMap<CompanyId, String>,
    /// False on the consultant's screen, where the company's page for young people does not open.
    pub links: bool,
}

impl Shelf {
    fn choice(&self, listing: &Listing, t: Words) -> Choice {
        let kinds = listing.kinds.iter().map(|kind| t.kind("placement-kind", kind.as_str()));
        let company = listing.company;
        Choice {
            id: company,
            name: listing.name.clone(),
            line: listing.line().to_owned(),
            kinds: kinds.collect::<Vec<_>>().join(" · "),
            photo: listing.photo(),
            href: if self.links { company_path(self.event, company) } else { String::new() },
            favourite: self.favourites.contains(&company),
            met: self.met.contains(&company),
            note: self.notes.get(&company).cloned().unwrap_or_default(),
            position: String::new(),
            tied: false,
            problem: String::new(),
        }
    }

    /// Chosen ones best first; the rest as the day made them known, then in the event's order.
    pub fn of(&self, ranking: &Ranking, t: Words) -> Lists {
        let mut by_company: BTreeMap<_, _> =
            self.companies.iter().map(|it| (it.company, self.choice(it, t))).collect();
        let mut lists = Lists::default();
        for (number, class) in (1..).zip(ranking.classes()) {
            for (place, company) in class.iter().enumerate() {
                if let Some(choice) = by_company.remove(company) {
                    lists.chosen.push(Choice {
                        position: number.to_string(),
                        tied: place > 0,
                        ..choice
                    });
                }
            }
        }
        lists.no_thanks =
            ranking.no_thanks().iter().filter_map(|company| by_company.remove(company)).collect();
        lists.left =
            self.companies.iter().filter_map(|it| by_company.remove(&it.company)).collect();
        lists.left.sort_by_key(|choice| self.far(choice));
        lists
    }

    /// Favourites first, then those with a note, those met, and the others.
    fn far(&self, choice: &Choice) -> (bool, bool, bool, usize) {
        let met = self.met.iter().position(|company| *company == choice.id);
        (!choice.favourite, choice.note.is_empty(), met.is_none(), met.unwrap_or_default())
    }

    /// Everything as it was typed, with the sentence beside the row it is about.
    pub fn as_typed(&self, typed: &[Typed], error: RankingError, t: Words) -> Lists {
        let mut lists = Lists::default();
        for listing in &self.companies {
            let mut choice = self.choice(listing, t);
            let row = typed.iter().find(|row| row.company == listing.company);
            choice.position = row.map(|row| row.position.clone()).unwrap_or_default();
            if error.company() == Some(listing.company) {
                choice.problem = words::refusal(error, t);
            }
            match row {
                Some(row) if row.no_thanks => lists.no_thanks.push(choice),
                _ if !choice.position.is_empty() => lists.chosen.push(choice),
                _ => lists.left.push(choice),
            }
        }
        lists.chosen.sort_by_key(|choice| {
            choice.position.trim_end_matches('.').parse().unwrap_or(u32::MAX)
        });
        lists
    }
}
