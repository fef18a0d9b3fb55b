//! Rankings and runs as far as a story about the match needs them.

use omvendt::domain::{CallKind, CompanyId, HostAnswer, MatchingRunId, PlacementId};
use omvendt::entities::{
    call, match_outcome, matching_run, new_id, placement, ranking, ranking_choice,
};
use omvendt::features::matching_runs;
use omvendt::matching::Objective;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use omvendt::domain::RankingStage;

use super::{Browser, MatchEvent, TestApp, YoungPerson};

impl TestApp {
    /// Somebody who is invited to an event of these companies and about to rank them.
    pub async fn ranker<const N: usize>(
        &self,
        name: &str,
        companies: [&str; N],
    ) -> (MatchEvent, YoungPerson, Browser) {
        let event = self.match_event(companies).await;
        let person = self.young_person(name).await;
        self.invite(&event, &[&person]).await;
        let browser = self.sign_in(&person.email).await;
        (event, person, browser)
    }

    /// A saved list: the companies of one class are liked equally.
    pub async fn ranks(&self, event: &MatchEvent, person: &YoungPerson, classes: &[&[CompanyId]]) {
        let now = self.clock().now();
        let txn = self.state.write().await.expect("a transaction");
        let id: omvendt::domain::RankingId = new_id();
        let row = ranking::ActiveModel {
            id: Set(id),
            event_id: Set(event.id),
            young_person_id: Set(person.id),
            stage: Set(RankingStage::Saved),
            saved_at: Set(now),
            saved_by: Set(person.account),
            together: Set(false),
        };
        row.insert(&txn).await.expect("a ranking");
        for (class, position) in classes.iter().zip(1..) {
            for company in *class {
                let row = ranking_choice::ActiveModel {
                    id: Set(new_id()),
                    ranking_id: Set(id),
                    company_id: Set(*company),
                    position: Set(Some(position)),
                    no_thanks: Set(false),
                };
                row.insert(&txn).await.expect("a choice");
            }
        }
        txn.commit().await.expect("a commit");
    }

    /// People have chosen, by the numbers of the event's companies; the lists have closed, and each company has said
    /// what it can.
    pub async fn chosen<const N: usize>(
        &self,
        event: &MatchEvent,
        lists: [(&YoungPerson, &[usize]); N],
        answers: &[HostAnswer],
    ) {
        let people: Vec<&YoungPerson> = lists.iter().map(|(person, _)| *person).collect();
        self.invite(event, &people).await;
        for (person, list) in lists {
            let classes: Vec<Vec<_>> =
                list.iter().map(|at| vec![event.companies[*at].id]).collect();
            let classes: Vec<&[_]> = classes.iter().map(Vec::as_slice).collect();
            self.ranks(event, person, &classes).await;
        }
        self.hold_until_ranking_closes(event).await;
        for (company, answer) in event.companies.iter().zip(answers) {
            self.company_hosts(event, company, *answer).await;
        }
    }

    /// A finished run with the default objective, by Sofie.
    pub async fn run_match(&self, event: &MatchEvent) -> MatchingRunId {
        let by = self.sofie().await;
        matching_runs::run(&self.state, event.id, Objective::default(), by)
            .await
            .expect("a run")
            .expect("an instance")
    }

    pub async fn stored_run(&self, id: MatchingRunId) -> matching_run::Model {
        let row = matching_run::Entity::find_by_id(id).one(&self.state.db.read).await;
        row.expect("a look-up").expect("the run")
    }

    pub async fn placements_of(&self, person: &YoungPerson) -> Vec<placement::Model> {
        placement::Entity::find()
            .filter(placement::Column::YoungPersonId.eq(person.id))
            .order_by_asc(placement::Column::ProposedAt)
            .all(&self.state.db.read)
            .await
            .expect("placements")
    }

    pub async fn proposed(&self, person: &YoungPerson) -> PlacementId {
        self.placements_of(person).await.last().expect("a proposal").id
    }

    pub async fn outcomes(&self, event: &MatchEvent) -> Vec<match_outcome::Model> {
        match_outcome::Entity::find()
            .filter(match_outcome::Column::EventId.eq(event.id))
            .all(&self.state.db.read)
            .await
            .expect("outcomes")
    }

    /// Calls of a kind that nobody has made yet, after what is due has been done.
    pub async fn open_calls(&self, kind: CallKind) -> Vec<call::Model> {
        self.run_due().await;
        call::Entity::find()
            .filter(call::Column::Kind.eq(kind))
            .filter(call::Column::DoneAt.is_null())
            .all(&self.state.db.read)
            .await
            .expect("calls")
    }

    pub async fn calls_about(&self, person: &YoungPerson) -> Vec<call::Model> {
        call::Entity::find()
            .filter(call::Column::YoungPersonId.eq(person.id))
            .all(&self.state.db.read)
            .await
            .expect("calls")
    }
}
