//! Events as stories need them: companies with confirmed places, and people who have been invited.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, TimeZone, Utc};
use omvendt::domain::event::{Change, EventTimes};
use omvendt::domain::{
    AccountId, Attendance, CompanyId, CompanyStage, HostAnswer, MatchEventId, MentorId, PlaceId,
    PlacementKind, ProfileStatus, ProfileVersion, RequirementId, Role,
};
use omvendt::entities::{
    company, company_member, company_profile, new_id, place, place_requirement, requirement,
};
use omvendt::features::match_events::{self, NewEvent, answers, store};
use sea_orm::{ActiveModelTrait, Set};

use super::{TestApp, YoungPerson};

/// Wednesday 7 October 2026, 13 to 15 in Denmark; the ranking closes the next day at 12.
pub struct MatchEvent {
    pub id: MatchEventId,
    /// The young people's page of it.
    pub page: String,
    pub desk: String,
    pub company_page: String,
    pub ranking: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub ranking_closes_at: DateTime<Utc>,
    pub host_answers_by: DateTime<Utc>,
    pub companies: Vec<EventCompany>,
}

#[derive(Clone)]
pub struct EventCompany {
    pub id: CompanyId,
    /// Its one member, whose name is the company's too.
    pub account: AccountId,
    pub email: String,
    /// One place for clarification, without a mentor.
    pub place: PlaceId,
}

impl EventCompany {
    /// The field of a ranking that holds the company's number.
    pub fn position(&self) -> String {
        format!("position-{}", self.id)
    }

    /// The field that says it is not wanted.
    pub fn no_thanks(&self) -> String {
        format!("no-thanks-{}", self.id)
    }
}

impl TestApp {
    /// A company of the programme with a published profile, one member and one place for clarification.
    pub async fn event_company(&self, name: &str) -> EventCompany {
        let account = self.account(Role::Company, name).await;
        let now = self.clock().now();
        let (id, place): (CompanyId, PlaceId) = (new_id(), new_id());
        let txn = self.state.write().await.expect("a transaction");
        let row = company::ActiveModel {
            id: Set(id),
            name: Set(name.to_owned()),
            stage: Set(CompanyStage::Member),
            profile_status: Set(ProfileStatus::Published),
            others_in_placement: Set(0),
            created_at: Set(now),
            member_since: Set(Some(now)),
            ..Default::default()
        };
        row.insert(&txn).await.expect("a company");
        let profile = company_profile::ActiveModel {
            id: Set(new_id()),
            company_id: Set(id),
            version: Set(ProfileVersion::Published),
            what_we_do: Set(format!("{name} er et lille sted.")),
            tasks: Set("Du kan pakke varer.".into()),
            what_it_is_like: Set("Her er roligt.".into()),
            noise: Set(String::new()),
            tempo: Set(String::new()),
            people: Set(String::new()),
            working_hours: Set("8-14".into()),
            address: Set("Havnegade 1".into()),
            directions: Set(String::new()),
            good_to_know: Set(String::new()),
            changed_at: Set(now),
            ..Default::default()
        };
        profile.insert(&txn).await.expect("a profile");
        let member = company_member::ActiveModel {
            id: Set(new_id()),
            company_id: Set(id),
            account_id: Set(account),
            created_at: Set(now),
        };
        member.insert(&txn).await.expect("a member");
        let offered = place::ActiveModel {
            id: Set(place),
            company_id: Set(id),
            kind: Set(PlacementKind::Clarification),
            number: Set(1),
            tasks: Set("Pakke varer".into()),
            hours_from: Set("8:00".into()),
            hours_to: Set("14:00".into()),
            mentor_id: Set(None),
            withdrawn_at: Set(None),
            changed_at: Set(now),
            created_at: Set(now),
        };
        offered.insert(&txn).await.expect("a place");
        txn.commit().await.expect("a commit");
        let email = format!("{}@example.dk", name.to_lowercase().replace(' ', "."));
        EventCompany { id, account, email, place }
    }

    /// An event that is planned, with nobody on it.
    pub async fn planned_event(&self) -> MatchEvent {
        self.planned_event_on(Utc.with_ymd_and_hms(2026, 10, 7, 11, 0, 0).unwrap()).await
    }

    async fn planned_event_on(&self, starts: DateTime<Utc>) -> MatchEvent {
        let by = self.sofie().await;
        let times = EventTimes {
            starts,
            ends: starts + Duration::hours(2),
            places_confirmed_by: starts - Duration::hours(1),
            ranking_closes: starts + Duration::hours(23),
            host_answers_by: starts + Duration::hours(47),
            answers_by: starts + Duration::days(9),
        };
        let new = NewEvent {
            times,
            venue: "Kajen".into(),
            address: "Kajen 1, Nørrevig".into(),
            directions: "Bus 2 til Havnen.".into(),
        };
        let txn = self.state.write().await.expect("a transaction");
        let id = match_events::create(&txn, &self.state, new, by).await.expect("an event");
        txn.commit().await.expect("a commit");
        MatchEvent {
            id,
            page: match_events::path(id),
            desk: match_events::desk_path(id),
            company_page: match_events::company_path(id),
            ranking: format!("/events/{id}/ranking"),
            starts_at: times.starts,
            ends_at: times.ends,
            ranking_closes_at: times.ranking_closes,
            host_answers_by: times.host_answers_by,
            companies: Vec::new(),
        }
    }

    /// An open event: each company comes and has confirmed its one place.
    pub async fn match_event<const N: usize>(&self, companies: [&str; N]) -> MatchEvent {
        let event = self.planned_event().await;
        self.opened(event, companies).await
    }

    /// The same four weeks after another event.
    pub async fn next_match_event<const N: usize>(
        &self,
        after: &MatchEvent,
        companies: [&str; N],
    ) -> MatchEvent {
        let event = self.planned_event_on(after.starts_at + Duration::weeks(4)).await;
        self.opened(event, companies).await
    }

    async fn opened<const N: usize>(
        &self,
        mut event: MatchEvent,
        companies: [&str; N],
    ) -> MatchEvent {
        for name in companies {
            event.companies.push(self.event_company(name).await);
        }
        let ids: Vec<_> = event.companies.iter().map(|company| company.id).collect();
        let txn = self.state.write().await.expect("a transaction");
        let row = store::event(&txn, event.id).await.expect("the event");
        match_events::invite_companies(&txn, &self.state, &row, &ids).await.expect("invitations");
        let opened = match_events::open(&txn, &self.state, event.id).await.expect("an opening");
        assert_eq!(opened, Ok(Change::Made));
        txn.commit().await.expect("a commit");
        for company in &event.companies {
            self.company_comes(&event, company, 1).await;
        }
        event
    }

    /// The company says yes and confirms so many places.
    pub async fn company_comes(&self, event: &MatchEvent, company: &EventCompany, places: i32) {
        let now = self.clock().now();
        let txn = self.state.write().await.expect("a transaction");
        answers::of_company(&txn, now, event.id, company.id, Attendance::Yes, company.account)
            .await
            .expect("a yes");
        let (_, line) =
            match_events::invited_company(&txn, company.id, event.id).await.expect("a line");
        let numbers = BTreeMap::from([(company.place, places)]);
        match_events::confirm_places(&txn, now, &line, &numbers, None, company.account)
            .await
            .expect("confirmed places");
        txn.commit().await.expect("a commit");
    }

    /// The company says, for clarification, whether it can be host.
    pub async fn company_hosts(
        &self,
        event: &MatchEvent,
        company: &EventCompany,
        answer: HostAnswer,
    ) {
        let txn = self.state.write().await.expect("a transaction");
        let (_, line) =
            match_events::invited_company(&txn, company.id, event.id).await.expect("a line");
        let answers = BTreeMap::from([(PlacementKind::Clarification, answer)]);
        let now = self.clock().now();
        match_events::set_host_answers(&txn, now, &line, &answers, company.account)
            .await
            .expect("an answer");
        txn.commit().await.expect("a commit");
    }

    /// The company's place asks for something that the programme keeps a list of.
    pub async fn requires(&self, company: &EventCompany, code: &str, name: &str) {
        let id: RequirementId = new_id();
        let asked = requirement::ActiveModel {
            id: Set(id),
            code: Set(code.to_owned()),
            name_da: Set(name.to_owned()),
            name_en: Set(name.to_owned()),
            retired_at: Set(None),
        };
        let of_place = place_requirement::ActiveModel {
            id: Set(new_id()),
            place_id: Set(company.place),
            requirement_id: Set(id),
        };
        let txn = self.state.write().await.expect("a transaction");
        asked.insert(&txn).await.expect("a requirement");
        of_place.insert(&txn).await.expect("a place that asks for it");
        txn.commit().await.expect("a commit");
    }

    /// A mentor looks after whoever gets the company's place.
    pub async fn mentored(&self, company: &EventCompany, mentor: MentorId) {
        let row = place::ActiveModel {
            id: Set(company.place),
            mentor_id: Set(Some(mentor)),
            ..Default::default()
        };
        let txn = self.state.write().await.expect("a transaction");
        row.update(&txn).await.expect("a place");
        txn.commit().await.expect("a commit");
    }

    /// Invites people, with whom the event is then open to.
    pub async fn invite(&self, event: &MatchEvent, people: &[&YoungPerson]) {
        let ids: Vec<_> = people.iter().map(|person| person.id).collect();
        let txn = self.state.write().await.expect("a transaction");
        let row = store::event(&txn, event.id).await.expect("the event");
        match_events::invite_young_people(&txn, &self.state, &row, &ids)
            .await
            .expect("invitations");
        txn.commit().await.expect("a commit");
    }

    /// The event is held, and it is over; the ranking is still open.
    pub async fn hold(&self, event: &MatchEvent) {
        self.clock().set(event.ends_at);
        for close in [false, true] {
            let txn = self.state.write().await.expect("a transaction");
            let changed = if close {
                match_events::close_presentations(&txn, &self.state, event.id).await
            } else {
                match_events::start(&txn, &self.state, event.id).await
            };
            assert!(changed.expect("a change").is_ok());
            txn.commit().await.expect("a commit");
        }
    }

    /// The event is held, and the ranking closes.
    pub async fn hold_until_ranking_closes(&self, event: &MatchEvent) {
        self.hold(event).await;
        self.clock().set(event.ranking_closes_at);
    }
}
