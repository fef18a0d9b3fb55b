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
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn companies(count: u128) -> Vec<CompanyId> {
        (1..=count).map(|number| CompanyId(Uuid::from_u128(number))).collect()
    }

    fn entry(company: CompanyId, position: &str) -> Entry<'_> {
        Entry { company, position, no_thanks: false }
    }

    fn read(positions: &[&str]) -> Result<Ranking, RankingError> {
        let known = companies(positions.len() as u128);
        let entries = known.iter().zip(positions).map(|(company, typed)| match *typed {
            "no" => Entry { company: *company, position: "", no_thanks: true },
            typed => entry(*company, typed),
        });
        Ranking::from_positions(&known, entries)
    }

    #[test]
    fn gaps_close_ties_stay_and_nothing_is_forced() {
        let id = companies(5);
        let ranking = read(&["7", "2", "", " 7. ", "no"]).unwrap();
        assert_eq!(ranking.classes(), [vec![id[1]], vec![id[0], id[3]]]);
        assert_eq!(ranking.no_thanks(), [id[4]]);
        assert_eq!(ranking.position_of(id[3]), Some(2));
        assert_eq!(ranking.position_of(id[2]), None);
        assert!(read(&["", ""]).unwrap().is_empty());
        assert!(read(&["no", "no"]).unwrap().is_empty());
        assert!(read(&[]).unwrap().is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_refused_beside_its_company() {
        let id = companies(1)[0];
        for typed in ["0", "-1", "1,5", "one", ".", "1..", "²", "+1"] {
            assert_eq!(read(&[typed]), Err(RankingError::NotAPosition(id)), "{typed}");
        }
        for typed in ["1000", "99999999999999999999"] {
            assert_eq!(read(&[typed]), Err(RankingError::PositionTooLarge(id)), "{typed}");
        }
        assert!(read(&["999"]).is_ok());
        assert_eq!(RankingError::NotAPosition(id).company(), Some(id));
        let both = Entry { company: id, position: "1", no_thanks: true };
        assert_eq!(
            Ranking::from_positions(&[id], [both]),
            Err(RankingError::PositionAndNoThanks(id))
        );
    }

    #[test]
    fn only_the_events_companies_and_each_once() {
        let known = companies(2);
        let stranger = CompanyId(Uuid::from_u128(9));
        assert_eq!(
            Ranking::from_positions(&known, [entry(stranger, "1")]),
            Err(RankingError::UnknownCompany(stranger))
        );
        assert_eq!(
            Ranking::from_positions(&known, [entry(known[0], "1"), entry(known[0], "2")]),
            Err(RankingError::SameCompanyTwice(known[0]))
        );
    }

    #[test]
    fn a_closed_window_takes_nothing() {
        let take = |window| Ranking::for_event(window, &[], []);
        assert_eq!(take(RankingWindow::NotYet), Err(RankingError::NotOpen));
        assert_eq!(take(RankingWindow::Closed), Err(RankingError::Closed));
        assert_eq!(take(RankingWindow::Open), Ok(Ranking::default()));
    }

    #[test]
    fn buttons_do_what_they_say() {
        let id = companies(4);
        let mut ranking = read(&["1", "2", "3", ""]).unwrap();
        ranking.move_up(id[2]);
        assert_eq!(ranking.classes(), [vec![id[0]], vec![id[2]], vec![id[1]]]);
        ranking.tie_with_above(id[1]);
        assert_eq!(ranking.classes(), [vec![id[0]], vec![id[2], id[1]]]);
        ranking.tie_with_above(id[1]);
        assert_eq!(ranking.classes(), [vec![id[0]], vec![id[2], id[1]]]);
        ranking.move_down(id[2]);
        assert_eq!(ranking.classes(), [vec![id[0]], vec![id[1]], vec![id[2]]]);
        ranking.say_no_thanks(id[0]);
        ranking.choose(id[3]);
        assert_eq!(ranking.classes(), [vec![id[1]], vec![id[2]], vec![id[3]]]);
        assert_eq!(ranking.no_thanks(), [id[0]]);
        ranking.choose(id[0]);
        assert_eq!((ranking.position_of(id[0]), ranking.no_thanks().len()), (Some(4), 0));
        ranking.clear(id[0]);
        assert_eq!(ranking.position_of(id[0]), None);
    }

    #[test]
    fn buttons_at_the_edges_change_nothing() {
        let id = companies(3);
        let before = read(&["1", "2", ""]).unwrap();
        let mut ranking = before.clone();
        ranking.move_up(id[0]);
        ranking.tie_with_above(id[0]);
        ranking.move_down(id[1]);
        ranking.move_up(id[2]);
        ranking.tie_with_above(id[2]);
        assert_eq!(ranking, before);
    }

    proptest! {
        #[test]
        fn no_button_loses_or_doubles_a_company(presses in prop::collection::vec((0usize..6, 0usize..6), 0..60)) {
            let known = companies(6);
            let mut ranking = Ranking::default();
            for (button, which) in presses {
                let company = known[which];
                match button {
                    0 => ranking.choose(company),
                    1 => ranking.move_up(company),
                    2 => ranking.move_down(company),
                    3 => ranking.tie_with_above(company),
                    4 => ranking.say_no_thanks(company),
                    _ => ranking.clear(company),
                }
                let rows: Vec<_> = ranking.rows().collect();
                let distinct: BTreeSet<_> = rows.iter().map(|(company, ..)| *company).collect();
                prop_assert_eq!(rows.len(), distinct.len());
                prop_assert!(ranking.classes().iter().all(|class| !class.is_empty()));
                prop_assert_eq!(&Ranking::from_rows(rows), &ranking);
            }
        }

        #[test]
        fn typed_order_is_kept(typed in prop::collection::vec(1u32..=999, 1..12)) {
            let texts: Vec<String> = typed.iter().map(u32::to_string).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let ranking = read(&texts).unwrap();
            let known = companies(typed.len() as u128);
            for (left, left_typed) in known.iter().zip(&typed) {
                for (right, right_typed) in known.iter().zip(&typed) {
                    prop_assert_eq!(
                        ranking.position_of(*left).cmp(&ranking.position_of(*right)),
                        left_typed.cmp(right_typed)
                    );
                }
            }
        }
    }
}
