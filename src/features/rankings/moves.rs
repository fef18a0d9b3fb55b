//! A row's button, as a page without scripts sends it.

use crate::domain::CompanyId;
use crate::domain::ranking::Ranking;

/// `up <company>`, and so on.
pub struct Move {
    what: fn(&mut Ranking, CompanyId),
    pub company: CompanyId,
}

impl Move {
    pub fn read(text: &str) -> Option<Self> {
        let (what, company) = text.split_once(' ')?;
        let what = match what {
            "up" => Ranking::move_up,
            "down" | "untie" => Ranking::move_down,
            "tie" => Ranking::tie_with_above,
            "choose" => Ranking::choose,
            "no" => Ranking::say_no_thanks,
            "undo" => Ranking::clear,
            _ => return None,
        };
        Some(Self { what, company: company.parse().ok()? })
    }

    pub fn applied_to(&self, mut ranking: Ranking) -> Ranking {
        (self.what)(&mut ranking, self.company);
        ranking
    }
}
