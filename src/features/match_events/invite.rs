//! `/desk/events/{event}/companies/invitation` and `/people/invitation`: choosing whom to invite.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use omvendt_frontend::parts::Choice;

use super::words::refusal;
use super::{candidates, desk_path, invitations, mail, store};
use crate::domain::event::may_be_invited;
use crate::domain::{CompanyId, EventStatus, LookUpPurpose, MatchEventId, YoungPersonId};
use crate::features::look_ups;
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    pub q: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct InviteForm {
    /// `all`, `groups` or `chosen`.
    pub who: String,
    pub group: Vec<String>,
    pub chosen: Vec<String>,
    pub q: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    Companies,
    People,
}

#[derive(Template)]
#[template(path = "match_events/invite.html")]
struct InvitePage {
    page: Page,
    t: Words,
    here: String,
    back: String,
    when: String,
    is_planned: bool,
    who: Vec<Choice>,
    groups: Vec<Choice>,
    candidates: Vec<Choice>,
    /// There are more than are shown: search for them by name.
    more: u64,
    left: u64,
    q: String,
    problems: Problems,
}

impl Whom {
    fn folder(self) -> &'static str {
        match self {
            Self::Companies => "companies",
            Self::People => "people",
        }
    }

    fn title(self, t: Words) -> String {
        match self {
            Self::Companies => t.events_invite_companies(),
            Self::People => t.events_invite_people(),
        }
    }
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: MatchEventId,
    whom: Whom,
    form: &InviteForm,
    problems: Problems,
) -> AppResult<InvitePage> {
    let (t, db) = (visitor.words(), &state.db.read);
    let event = store::event(db, event).await?;
    let back = format!("{}/{}", desk_path(event.id), whom.folder());
    let here = format!("{back}/invitation");
    let (left, shown) = match whom {
        Whom::Companies => candidates::companies(db, event.id, &form.q).await?,
        Whom::People => {
            let left = candidates::people_left(db, event.id).await?;
            let people = candidates::people(db, event.id, &form.q).await?;
            let about: Vec<_> = people.iter().map(|(_, account)| account.id).collect();
            look_ups::record(state, visitor, &about, LookUpPurpose::EventPlanning, &here).await?;
            (left, people.into_iter().map(|(id, account)| (id.to_string(), account.name)).collect())
        }
    };
    let groups = match whom {
        Whom::Companies => Vec::new(),
        Whom::People => candidates::groups(db, &form.q, &form.group).await?,
    };
    let choice = |(value, label): (String, String), chosen: &[String]| {
        let is = chosen.contains(&value);
        Choice::new(value, label, is)
    };
    let mut who = vec![("all", t.events_invite_all(left)), ("chosen", t.events_invite_chosen())];
    if !groups.is_empty() {
        who.insert(1, ("groups", t.events_invite_groups()));
    }
    Ok(InvitePage {
        page: Page::new(request, whom.title(t)),
        t,
        when: mail::when(t, event.starts_at, event.ends_at),
        is_planned: event.status == EventStatus::Planned,
        who: who
            .into_iter()
            .map(|(value, label)| Choice::new(value, label, value == form.who))
            .collect(),
        groups: groups.into_iter().map(|group| choice(group, &form.group)).collect(),
        more: if form.q.is_empty() { left.saturating_sub(shown.len() as u64) } else { 0 },
        candidates: shown.into_iter().map(|one| choice(one, &form.chosen)).collect(),
        left,
        q: form.q.clone(),
        here,
        back,
        problems,
    })
}

async fn save(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: MatchEventId,
    whom: Whom,
    form: &InviteForm,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let txn = state.write().await?;
    let row = store::locked(&txn, event).await?;
    let mut problems = Problems::default();
    if let Err(error) = may_be_invited(row.status, row.ends_at, now) {
        problems.add("", refusal(error, t));
    }
    let invited = match whom {
        Whom::Companies => {
            let ids: Vec<CompanyId> = candidates::chosen_companies(&txn, event, form).await?;
            invitations::invite_companies(&txn, state, &row, &ids).await?;
            ids.len()
        }
        Whom::People => {
            let ids: Vec<YoungPersonId> = candidates::chosen_people(&txn, event, form).await?;
            invitations::invite_young_people(&txn, state, &row, &ids).await?;
            ids.len()
        }
    };
    if invited == 0 {
        problems.add("who", t.events_problem_nobody());
    }
    if !problems.is_empty() {
        drop(txn);
        let page = page(request, state, visitor, event, whom, form, problems);
        return unprocessable(&page.await?);
    }
    txn.commit().await?;
    let notice =
        if row.status == EventStatus::Planned { "events-chosen" } else { "events-invited" };
    Ok(see_other(format!("{}/{}", desk_path(event), whom.folder())).notice(notice))
}

macro_rules! pages {
    ($($whom:ident $show:ident $send:ident;)+) => {$(
        pub async fn $show(
            request: HttpRequest,
            state: web::Data<AppState>,
            visitor: SignedInConsultant,
            event: web::Path<MatchEventId>,
            search: web::Query<Search>,
        ) -> AppResult<HttpResponse> {
            let who = if search.q.is_empty() { "all" } else { "chosen" };
            let form = InviteForm { who: who.into(), q: search.into_inner().q, ..InviteForm::default() };
            let page = page(&request, &state, &visitor, *event, Whom::$whom, &form, Problems::default());
            html(&page.await?)
        }

        pub async fn $send(
            request: HttpRequest,
            state: web::Data<AppState>,
            visitor: SignedInConsultant,
            event: web::Path<MatchEventId>,
            form: Form<InviteForm>,
        ) -> AppResult<HttpResponse> {
            save(&request, &state, &visitor, *event, Whom::$whom, &form).await
        }
    )+};
}

pages! {
    Companies show_companies send_companies;
    People show_people send_people;
}
