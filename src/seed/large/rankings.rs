//! What those who came want: a few companies, some of them equally good, and now and then a "no thanks".

use super::crowd::Crowd;
use super::events::{Event, Invited};
use super::rows::insert;
use crate::domain::{RankingId, RankingStage};
use crate::entities::{favourite, ranking, ranking_choice};
use crate::state::Txn;
use crate::web::AppResult;

pub struct Ranked {
    /// Their place in the crowd.
    pub person: usize,
    /// Companies by their place in the crowd, best first; those in one class are equally good.
    pub classes: Vec<Vec<usize>>,
}

#[derive(Default)]
struct Rows {
    rankings: Vec<ranking::Model>,
    choices: Vec<ranking_choice::Model>,
    favourites: Vec<favourite::Model>,
}

pub async fn add(txn: &Txn, crowd: &mut Crowd, event: &Event) -> AppResult<Vec<Ranked>> {
    let share = if event.is_matched() { 92 } else { 60 };
    let mut rows = Rows::default();
    let mut ranked = Vec::new();
    for invited in event.people.iter().filter(|invited| invited.came) {
        if event.companies.is_empty() || !crowd.chance.percent(share) {
            continue;
        }
        ranked.push(one(crowd, event, *invited, &mut rows));
    }
    insert(txn, rows.rankings).await?;
    insert(txn, rows.choices).await?;
    insert(txn, rows.favourites).await?;
    Ok(ranked)
}

fn one(crowd: &mut Crowd, event: &Event, invited: Invited, rows: &mut Rows) -> Ranked {
    let (young_person_id, account) =
        (crowd.people[invited.person].id, crowd.people[invited.person].account);
    let id: RankingId = crowd.ids.next();
    rows.rankings.push(ranking::Model {
        id,
        event_id: event.id,
        young_person_id,
        stage: RankingStage::Saved,
        saved_at: crowd.at(event.day, 16, 0),
        saved_by: account,
        together: false,
    });
    let many = 3 + crowd.chance.below(7);
    let wanted = liked(crowd, event, many);
    let (chosen, refused) = wanted.split_at(wanted.len() - wanted.len() / 5);
    let mut classes: Vec<Vec<usize>> = Vec::new();
    for company in chosen {
        match classes.last_mut() {
            Some(class) if crowd.chance.percent(12) => class.push(*company),
            _ => classes.push(vec![*company]),
        }
    }
    for (position, class) in (1..).zip(&classes) {
        for company in class {
            rows.choices.push(choice(crowd, id, *company, Some(position)));
        }
    }
    for company in refused {
        rows.choices.push(choice(crowd, id, *company, None));
    }
    for company in chosen.iter().take(3) {
        rows.favourites.push(favourite::Model {
            id: crowd.ids.next(),
            event_id: event.id,
            young_person_id,
            company_id: crowd.companies[*company].id,
            created_at: crowd.at(event.day, 14, 0),
        });
    }
    Ranked { person: invited.person, classes }
}

/// Different companies, those early in the order of presentation more often.
fn liked(crowd: &mut Crowd, event: &Event, many: usize) -> Vec<usize> {
    let mut liked = Vec::new();
    for _ in 0..many {
        let all = event.companies.len();
        let (one, other) = (crowd.chance.below(all), crowd.chance.below(all));
        let at = one.min(other);
        if !liked.contains(&event.companies[at]) {
            liked.push(event.companies[at]);
        }
    }
    liked
}

fn choice(
    crowd: &mut Crowd,
    ranking_id: RankingId,
    company: usize,
    position: Option<i32>,
) -> ranking_choice::Model {
    ranking_choice::Model {
        id: crowd.ids.next(),
        ranking_id,
        company_id: crowd.companies[company].id,
        position,
        no_thanks: position.is_none(),
    }
}
