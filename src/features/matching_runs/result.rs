//! `/events/{event}/result`: a young person's own answer, with a true reason that tells nothing of others.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::Names;
use super::publish::draws::Drawn;
use super::{draw_path, next_time, store, told};
use crate::clock::local;
use crate::domain::reason::{Closed, MatchReason, Why};
use crate::domain::{EventStatus, MatchEventId, PlacementKind, PlacementStatus, YoungPersonId};
use crate::entities::{account, company, match_event, match_outcome, placement, young_person};
use crate::features::{match_events, placements};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, SignedInYoungPerson, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "matching_runs/result.html")]
struct ResultPage {
    page: Page,
    t: Words,
    event: String,
    /// The answer in one or two sentences, before anything else.
    answer: Vec<String>,
    why: Vec<String>,
    next: Vec<String>,
    button: Option<(String, String)>,
    talk: bool,
    draw: Option<Draw>,
}

struct Draw {
    href: String,
    number: String,
    places: Vec<String>,
}

/// Whom it is about and who helps them.
struct Own {
    event: match_event::Model,
    person: young_person::Model,
    contact: account::Model,
    placement: Option<placement::Model>,
    /// Of this event or of an earlier one.
    has_placement: bool,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let event = match_events::attended_by(db, visitor.young_person, *event).await?;
    let own = own(db, event, visitor.young_person).await?;
    let mut page = ResultPage {
        page: Page::new(&request, t.runs_result_title()),
        t,
        event: match_events::path(own.event.id),
        answer: Vec::new(),
        why: Vec::new(),
        next: Vec::new(),
        button: None,
        talk: true,
        draw: None,
    };
    let outcome = store::outcome(db, own.event.id, own.person.id).await?;
    match outcome {
        _ if !is_out(&own.event) => page.not_yet(),
        None => page.without_outcome(&own),
        Some(outcome) if outcome.place_id.is_some() => page.placed(db, &own, &outcome).await?,
        Some(outcome) => page.unplaced(db, &own, &outcome, state.clock.now()).await?,
    }
    html(&page)
}

fn is_out(event: &match_event::Model) -> bool {
    matches!(event.status, EventStatus::Matched | EventStatus::Closed)
}

async fn own(
    db: &impl ConnectionTrait,
    event: match_event::Model,
    person: YoungPersonId,
) -> AppResult<Own> {
    let person =
        young_person::Entity::find_by_id(person).one(db).await?.ok_or(AppError::NotFound)?;
    let contact = account::Entity::find_by_id(person.consultant_id).one(db).await?;
    let placement = placement::Entity::find()
        .filter(placement::Column::YoungPersonId.eq(person.id))
        .filter(placement::Column::EventId.eq(event.id))
        .order_by_desc(placement::Column::ProposedAt)
        .one(db)
        .await?;
    let has_placement = !store::placed(db, &[person.id]).await?.is_empty();
    let contact = contact.ok_or(AppError::NotFound)?;
    Ok(Own { event, person, contact, placement, has_placement })
}

impl ResultPage {
    fn not_yet(&mut self) {
        self.answer = vec![self.t.runs_result_not_yet()];
        self.talk = false;
    }

    /// Invited, but not in the match and not there on the day.
    fn without_outcome(&mut self, own: &Own) {
        let t = self.t;
        self.answer = vec![if own.has_placement {
            t.reason_unplaced_has_placement()
        } else {
            t.runs_result_no_list()
        }];
    }

    async fn placed(
        &mut self,
        db: &impl ConnectionTrait,
        own: &Own,
        outcome: &match_outcome::Model,
    ) -> AppResult<()> {
        let (t, contact) = (self.t, own.contact.name.as_str());
        let Some(placement) = &own.placement else { return Err(AppError::NotFound) };
        let company = company::Entity::find_by_id(placement.company_id).one(db).await?;
        let company = company.map(|company| company.name).unwrap_or_default();
        let reason: MatchReason = serde_json::from_str(&outcome.reason)?;
        self.why = reason_words(db, &reason, t).await?;
        let link = placements::path(placement.id);
        match placement.status {
            PlacementStatus::Declined | PlacementStatus::Withdrawn => {
                self.answer = vec![t.runs_result_ended(contact)];
                self.why.clear();
                self.next = vec![t.reason_next_nothing_lost()];
                return Ok(());
            }
            PlacementStatus::Proposed => {
                self.button = Some((link, t.runs_result_place_link()));
                self.next = vec![
                    t.reason_next_answer(t.day(local(placement.answer_by).date())),
                    t.reason_next_company_answers(company.as_str()),
                    t.reason_next_meeting(),
                    t.reason_next_no_is_fine(),
                    t.reason_next_answer_late(contact),
                ];
                if placement.talk_first {
                    self.next.insert(1, t.reason_talk_first_company(company.as_str()));
                }
            }
            PlacementStatus::Agreed | PlacementStatus::Running | PlacementStatus::Ended => {
                self.button = Some((link, t.runs_result_placement_link()));
            }
        }
        self.answer = vec![t.reason_placed(company)];
        self.answer.extend(match placement.kind {
            PlacementKind::Clarification => Some(t.reason_placed_clarification()),
            PlacementKind::Training => Some(t.reason_placed_training()),
            PlacementKind::PaidHours => None,
        });
        self.draw = draw(db, own, outcome, t).await?;
        Ok(())
    }

    async fn unplaced(
        &mut self,
        db: &impl ConnectionTrait,
        own: &Own,
        outcome: &match_outcome::Model,
        now: DateTime<Utc>,
    ) -> AppResult<()> {
        let (t, contact) = (self.t, own.contact.name.as_str());
        let call = told::call_of(db, outcome).await?;
        let is_told =
            outcome.told_at.is_some() || call.as_ref().is_some_and(|call| call.done_at.is_some());
        if !is_told {
            self.answer = vec![t.reason_wait_for_call(contact)];
            self.next.extend(call.map(|call| t.reason_wait_for_call_by(t.day(call.due_on))));
            let phone = own.contact.phone.as_deref().filter(|phone| !phone.is_empty());
            self.next.extend(phone.map(|phone| t.reason_wait_for_call_sooner(phone)));
            return Ok(());
        }
        let reason: MatchReason = serde_json::from_str(&outcome.reason)?;
        self.answer = vec![t.reason_unplaced(), t.reason_unplaced_not_you()];
        self.why = match reason.why {
            Why::ByHand => vec![t.reason_unplaced_by_hand(contact)],
            _ => reason_words(db, &reason, t).await?,
        };
        self.next = vec![t.reason_next_plan(contact), t.reason_next_nothing_lost()];
        self.next.extend(
            match next_time::list_elsewhere(db, own.person.id, own.event.id).await? {
                Some(event) => Some(t.reason_next_list(t.day(local(event.starts_at).date()))),
                None => next_time::next_event(db, now)
                    .await?
                    .map(|event| t.reason_next_event(t.day(local(event.starts_at).date()))),
            },
        );
        self.draw = draw(db, own, outcome, t).await?;
        Ok(())
    }
}

/// Their own draw: one number for each place they could have had.
async fn draw(
    db: &impl ConnectionTrait,
    own: &Own,
    outcome: &match_outcome::Model,
    t: Words,
) -> AppResult<Option<Draw>> {
    let Some(stored) = &outcome.drawn else { return Ok(None) };
    let drawn: Vec<Drawn> = serde_json::from_str(stored)?;
    let names = Names::of_places(db, drawn.iter().map(|one| one.place)).await?;
    let place = |Drawn { place, number }: &Drawn| {
        t.runs_result_draw_place(format!("{} ({place})", names.place(*place, t)), number.as_str())
    };
    Ok(Some(Draw {
        href: draw_path(own.event.id),
        number: t.runs_result_draw_number(own.person.id.to_string()),
        places: drawn.iter().map(place).collect(),
    }))
}

/// A reason as the young person reads it.
pub async fn reason_words(
    db: &impl ConnectionTrait,
    reason: &MatchReason,
    t: Words,
) -> AppResult<Vec<String>> {
    let names = Names::load(db, &[], &[]).await?;
    Ok(match reason.position {
        Some(position) => better(reason, position, &names, t),
        None => missed(reason, &names, t),
    })
}

fn better(reason: &MatchReason, position: u32, names: &Names, t: Words) -> Vec<String> {
    let mut words = vec![match (position, reason.tied) {
        (1, true) => t.reason_equal_first(),
        (1, false) => t.reason_first_choice(),
        (rank, true) => t.reason_equal_later(rank),
        (rank, false) => t.reason_later_choice(rank),
    }];
    words.extend(match &reason.why {
        Why::TopChoice | Why::NothingRanked | Why::NoThanks => None,
        Why::Full => Some(t.reason_better_full()),
        Why::Lottery => Some(t.reason_lottery()),
        Why::Waited => Some(t.runs_result_better_waited()),
        Why::Closed(Closed::NoKind) => Some(t.reason_better_no_kind()),
        Why::Closed(Closed::Requirement(codes)) => {
            Some(t.reason_better_requirement(names.requirements(codes, t)))
        }
        Why::Closed(Closed::CannotHost) | Why::Mixed => Some(t.reason_better_mixed()),
        Why::ByHand => Some(t.reason_by_hand()),
    });
    words.extend(counts(reason, t));
    words
}

fn missed(reason: &MatchReason, names: &Names, t: Words) -> Vec<String> {
    let mut words = vec![match &reason.why {
        Why::Full => t.reason_unplaced_full(),
        Why::Lottery => t.reason_unplaced_lottery(),
        Why::Waited => t.runs_result_waited(),
        Why::Closed(Closed::NoKind) => t.reason_unplaced_no_kind(),
        Why::Closed(Closed::CannotHost) => t.reason_unplaced_cannot_host(),
        Why::Closed(Closed::Requirement(codes)) => {
            t.reason_unplaced_requirement(names.requirements(codes, t))
        }
        Why::Mixed | Why::TopChoice => t.reason_unplaced_mixed(),
        Why::NothingRanked => t.reason_unplaced_no_ranking(),
        Why::NoThanks => t.reason_unplaced_no_thanks(),
        Why::ByHand => t.reason_by_hand(),
    }];
    words.extend(counts(reason, t));
    words
}

fn counts(reason: &MatchReason, t: Words) -> Option<String> {
    match (reason.places.get(), reason.wanted_by.get()) {
        (Some(places), Some(wanted)) => Some(t.reason_counts(places, wanted)),
        (None, Some(wanted)) => Some(t.reason_counts_wanted(wanted)),
        _ => None,
    }
}
