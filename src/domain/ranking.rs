//! What one young person wants, best first: any number of companies, ties and "no thanks" as they like.

use std::collections::BTreeSet;

use super::event::RankingWindow;
use super::id::CompanyId;

/// Far above any event's number of companies; a larger number is a slip of the finger.
pub const HIGHEST_POSITION: u32 = 999;

/// One company's row as typed: an empty position means "not chosen".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    pub company: CompanyId,
    pub position: &'a str,
    pub no_thanks: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RankingError {
    #[error("the ranking has not opened")]
    NotOpen,
    #[error("the ranking has closed")]
    Closed,
    #[error("company {0} is not at this event")]
    UnknownCompany(CompanyId),
    #[error("company {0} is there twice")]
    SameCompanyTwice(CompanyId),
    #[error("the position of company {0} is not a whole number from 1")]
    NotAPosition(CompanyId),
    #[error("the position of company {0} is too large")]
    PositionTooLarge(CompanyId),
    #[error("company {0} has both a position and no thanks")]
    PositionAndNoThanks(CompanyId),
}

impl RankingError {
    /// The company whose field the problem stands beside; none when it is about the ranking as a whole.
    pub fn company(&self) -> Option<CompanyId> {
        match *self {
            Self::NotOpen | Self::Closed => None,
            Self::UnknownCompany(company)
            | Self::SameCompanyTwice(company)
            | Self::NotAPosition(company)
            | Self::PositionTooLarge(company)
            | Self::PositionAndNoThanks(company) => Some(company),
        }
    }
}

/// Companies in classes, best first; those in one class are equally good. Who stands nowhere is not
/// chosen, which matches as "no thanks" does but is not a word said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    classes: Vec<Vec<CompanyId>>,
    no_thanks: Vec<CompanyId>,
}

impl Ranking {
    /// The ranking as handed in, if the event takes them now.
    pub fn for_event<'a>(
        window: RankingWindow,
        companies: &[CompanyId],
        entries: impl IntoIterator<Item = Entry<'a>>,
    ) -> Result<Self, RankingError> {
        match window {
            RankingWindow::NotYet => Err(RankingError::NotOpen),
            RankingWindow::Closed => Err(RankingError::Closed),
            RankingWindow::Open => Self::from_positions(companies, entries),
        }
    }

    /// Reads positions as typed. Gaps close and equal numbers tie; inside a tie the event's order stays.
    pub fn from_positions<'a>(
        companies: &[CompanyId],
        entries: impl IntoIterator<Item = Entry<'a>>,
    ) -> Result<Self, RankingError> {
        let mut seen = BTreeSet::new();
        let mut positions = Vec::new();
        for entry in entries {
            if !companies.contains(&entry.company) {
                return Err(RankingError::UnknownCompany(entry.company));
            }
            if !seen.insert(entry.company) {
                return Err(RankingError::SameCompanyTwice(entry.company));
            }
            let position = position(&entry)?;
            if position.is_some() && entry.no_thanks {
                return Err(RankingError::PositionAndNoThanks(entry.company));
            }
            positions.push((entry.company, position, entry.no_thanks));
        }
        positions.sort_by_key(|(company, ..)| companies.iter().position(|known| known == company));
        Ok(Self::from_rows(positions))
    }

    /// The ranking as stored, or any list of numbers that was checked before.
    pub fn from_rows(rows: impl IntoIterator<Item = (CompanyId, Option<u32>, bool)>) -> Self {
        let mut ranking = Self::default();
        let mut numbered = Vec::new();
        for (company, position, no_thanks) in rows {
            match position {
                Some(position) => numbered.push((position, company)),
                None if no_thanks => ranking.no_thanks.push(company),
                None => {}
            }
        }
        numbered.sort_by_key(|(position, _)| *position);
        for class in numbered.chunk_by(|left, right| left.0 == right.0) {
            ranking.classes.push(class.iter().map(|(_, company)| *company).collect());
        }
        ranking
    }

    /// Best first, as the engine reads them.
    pub fn classes(&self) -> &[Vec<CompanyId>] {
        &self.classes
    }

    pub fn no_thanks(&self) -> &[CompanyId] {
        &self.no_thanks
    }

    /// True when no company is chosen; a list of "no thanks" alone chooses nobody.
    pub fn is_empty(&self) -> bool {
        self.classes.is_empty()
    }

    pub fn position_of(&self, company: CompanyId) -> Option<u32> {
        self.rows().find(|(ranked, ..)| *ranked == company).and_then(|(_, position, _)| position)
    }

    /// What to store: company, position from 1, no thanks.
    pub fn rows(&self) -> impl Iterator<Item = (CompanyId, Option<u32>, bool)> {
        let chosen = (1..).zip(&self.classes).flat_map(|(position, class)| {
            class.iter().map(move |company| (*company, Some(position), false))
        });
        chosen.chain(self.no_thanks.iter().map(|company| (*company, None, true)))
    }

    /// Puts `company` last, whether it was "no thanks", not chosen or somewhere on the list.
    pub fn choose(&mut self, company: CompanyId) {
        self.clear(company);
        self.classes.push(vec![company]);
    }

    /// One step better: out of its tie, or in front of the class above.
    pub fn move_up(&mut self, company: CompanyId) {
        let Some((class, _)) = self.find(company) else { return };
        if self.classes[class].len() > 1 {
            self.classes[class].retain(|other| *other != company);
            self.classes.insert(class, vec![company]);
        } else if class > 0 {
            self.classes.swap(class, class - 1);
        }
    }

    /// One step less good: out of its tie, or behind the class below.
    pub fn move_down(&mut self, company: CompanyId) {
        let Some((class, _)) = self.find(company) else { return };
        if self.classes[class].len() > 1 {
            self.classes[class].retain(|other| *other != company);
            self.classes.insert(class + 1, vec![company]);
        } else if class + 1 < self.classes.len() {
            self.classes.swap(class, class + 1);
        }
    }

    /// Just as good as the one above it on the page; the first of the list has none above.
    pub fn tie_with_above(&mut self, company: CompanyId) {
        let Some((class, 0)) = self.find(company) else { return };
        if class == 0 {
            return;
        }
        self.classes[class].remove(0);
        self.classes[class - 1].push(company);
        self.classes.retain(|class| !class.is_empty());
    }

    pub fn say_no_thanks(&mut self, company: CompanyId) {
        self.clear(company);
        self.no_thanks.push(company);
    }

    /// Back to "not chosen".
    pub fn clear(&mut self, company: CompanyId) {
        for class in &mut self.classes {
            class.retain(|other| *other != company);
        }
        self.classes.retain(|class| !class.is_empty());
        self.no_thanks.retain(|other| *other != company);
    }

    fn find(&self, company: CompanyId) -> Option<(usize, usize)> {
        self.classes.iter().enumerate().find_map(|(class, members)| {
            members.iter().position(|member| *member == company).map(|place| (class, place))
        })
    }
}

/// "2" and "2." alike: that is how Danish writes second.
fn position(entry: &Entry<'_>) -> Result<Option<u32>, RankingError> {
    let typed = entry.position.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let digits = typed.strip_suffix('.').unwrap_or(typed);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(RankingError::NotAPosition(entry.company));
    }
    match digits.parse() {
        Ok(0) => Err(RankingError::NotAPosition(entry.company)),
        Ok(position) if position <= HIGHEST_POSITION => Ok(Some(position)),
        _ => Err(RankingError::PositionTooLarge(entry.company)),
    }
}

#[cfg(test)]
mod tests;
