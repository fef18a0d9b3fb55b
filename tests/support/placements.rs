//! Placements as far as a story needs them, made by the acts themselves.

use chrono::{Duration, NaiveDate};
use omvendt::domain::checklist::Item;
use omvendt::domain::{AccountId, CompanyId, Party, PlacementId, PlacementKind, YoungPersonId};
use omvendt::entities::{account, company, placement, young_person};
use omvendt::features::checklists::{self, acts::Press};
use omvendt::features::placements::{self, NewDates, NewProposal};
use omvendt::state::Txn;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::{Company, TestApp, YoungPerson};

impl TestApp {
    /// A clarification place proposed by hand, to be answered within nine days.
    pub async fn proposal(&self, young_person: &YoungPerson, company: &Company) -> PlacementId {
        let new = NewProposal {
            event: None,
            run: None,
            young_person: young_person.id,
            company: company.id,
            place: company.clarification,
            kind: PlacementKind::Clarification,
            mentor: Some(company.mentor),
            consultant: company.consultant,
            talk_first: false,
            answer_by: self.clock().now() + Duration::days(9),
        };
        let txn = self.state.write().await.expect("a transaction");
        let id = placements::propose(&txn, &self.state, new).await.expect("a proposal");
        txn.commit().await.expect("a commit");
        id
    }

    /// Both have said yes today; no days yet.
    pub async fn agreed_placement(
        &self,
        young_person: &YoungPerson,
        company: &Company,
    ) -> PlacementId {
        let id = self.proposal(young_person, company).await;
        let txn = self.state.write().await.expect("a transaction");
        for (party, by) in
            [(Party::YoungPerson, young_person.account), (Party::Company, company.member)]
        {
            let accepted = placements::accept(&txn, &self.state, id, party, by).await;
            accepted.expect("a database").expect("a yes");
        }
        txn.commit().await.expect("a commit");
        id
    }

    /// The days of an agreed placement, set by its consultant.
    pub async fn dates(&self, id: PlacementId, starts_on: NaiveDate, ends_on: NaiveDate) {
        let txn = self.state.write().await.expect("a transaction");
        let row = self.placement_in(&txn, id).await;
        let new = NewDates {
            starts_on,
            ends_on,
            hours_per_week: Some(20),
            extended_because: String::new(),
        };
        let set = placements::set_dates(&txn, &self.state, id, new, row.consultant_id).await;
        set.expect("a database").expect("lawful days");
        txn.commit().await.expect("a commit");
    }

    /// Agreed, from today for four weeks, aligned in every item, granted and begun.
    pub async fn running_placement(
        &self,
        young_person: &YoungPerson,
        company: &Company,
    ) -> PlacementId {
        let id = self.agreed_placement(young_person, company).await;
        let today = self.clock().today();
        self.dates(id, today, today + Duration::days(27)).await;
        self.align(id, young_person, company).await;
        let txn = self.state.write().await.expect("a transaction");
        let by = company.consultant;
        let voice = "Dorte Munk, tillidsrepræsentant";
        let heard = placements::record_voice(&txn, &self.state, id, voice, today, by).await;
        heard.expect("a database").expect("colleagues heard");
        let granted = placements::grant(&txn, &self.state, id, today, by).await;
        granted.expect("a database").expect("a grant");
        let started = placements::start(&txn, &self.state, id, by).await;
        started.expect("a database").expect("a start");
        txn.commit().await.expect("a commit");
        id
    }

    /// Everybody says yes to every item as it stands, but for the colleagues' voice.
    pub async fn align(&self, id: PlacementId, young_person: &YoungPerson, company: &Company) {
        let txn = self.state.write().await.expect("a transaction");
        let row = self.placement_in(&txn, id).await;
        let revisions = checklists::revisions(&txn, id).await.expect("a list");
        for item in Item::of_kind(row.kind).filter(|item| *item != Item::Voice) {
            for party in item.confirmed_by() {
                let by = match party {
                    Party::YoungPerson => young_person.account,
                    Party::Company => company.member,
                    Party::Consultant => company.consultant,
                };
                let press =
                    Press { party: *party, by, revision: revisions[&item], together: false };
                let yes = checklists::confirm(&txn, &self.state, &row, item, press).await;
                yes.expect("a database").expect("a yes");
            }
        }
        txn.commit().await.expect("a commit");
    }

    pub async fn placement(&self, id: PlacementId) -> placement::Model {
        let txn = self.state.write().await.expect("a transaction");
        self.placement_in(&txn, id).await
    }

    async fn placement_in(&self, txn: &Txn, id: PlacementId) -> placement::Model {
        let found = placement::Entity::find_by_id(id).one(txn).await;
        found.expect("a database").expect("a placement")
    }

    pub async fn with_purpose(&self, person: YoungPersonId, purpose: PlacementKind) {
        let row = young_person::ActiveModel {
            id: Set(person),
            purpose: Set(purpose),
            ..Default::default()
        };
        let txn = self.state.write().await.expect("a transaction");
        row.update(&txn).await.expect("a young person");
        txn.commit().await.expect("a commit");
    }

    /// Somebody who cannot be mailed.
    pub async fn without_email(&self, account: AccountId) {
        let row = account::ActiveModel {
            id: Set(account),
            email: Set(None),
            email_folded: Set(None),
            ..Default::default()
        };
        let txn = self.state.write().await.expect("a transaction");
        row.update(&txn).await.expect("an account");
        txn.commit().await.expect("a commit");
    }

    /// What a company says of its people.
    pub async fn headcount(&self, company: CompanyId, employees: i32, others: i32) {
        let row = company::ActiveModel {
            id: Set(company),
            ordinary_employees: Set(Some(employees)),
            others_in_placement: Set(others),
            ..Default::default()
        };
        let txn = self.state.write().await.expect("a transaction");
        row.update(&txn).await.expect("a company");
        txn.commit().await.expect("a commit");
    }
}
