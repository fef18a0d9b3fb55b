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
    assert_eq!(Ranking::from_positions(&[id], [both]), Err(RankingError::PositionAndNoThanks(id)));
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
