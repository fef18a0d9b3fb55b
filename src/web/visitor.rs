//! Who is signed in. The access table is enforced before a handler runs; the types here hand the handler
//! what the table has promised, so that a signature says whose page it is.

use std::future::{Ready, ready};
use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::error::AppError;
use crate::domain::sign_in::needs_second_factor;
use crate::domain::{AccountId, CompanyId, Language, MatchEventId, MentorId, Role, YoungPersonId};
use crate::entities::{account, company_member, mentor, young_person};
use crate::state::AppState;
use crate::words::Words;

#[derive(Clone, Debug)]
pub struct Visitor {
    pub id: AccountId,
    pub role: Role,
    pub name: String,
    pub language: Language,
    /// Signed in by a printed card: this event's pages and no others.
    pub only_event: Option<MatchEventId>,
    /// Must set up a second factor before anything else.
    pub lacks_second_factor: bool,
    belongs: Belongs,
}

#[derive(Clone, Copy, Debug)]
enum Belongs {
    Staff,
    YoungPerson(YoungPersonId),
    Company(CompanyId),
    Mentor(MentorId),
}

impl Visitor {
    pub fn words(&self) -> Words {
        Words(self.language)
    }

    /// The person behind a live account; nobody when it is disabled or no longer leads anywhere.
    pub async fn load(
        state: &AppState,
        id: AccountId,
        only_event: Option<MatchEventId>,
    ) -> Result<Option<Self>, DbErr> {
        let db = &state.db.read;
        let Some(account) = account::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
        if account.disabled_at.is_some() {
            return Ok(None);
        }
        let belongs = match account.role {
            Role::YoungPerson => young_person::Entity::find()
                .filter(young_person::Column::AccountId.eq(id))
                .one(db)
                .await?
                .map(|row| Belongs::YoungPerson(row.id)),
            Role::Company => company_member::Entity::find()
                .filter(company_member::Column::AccountId.eq(id))
                .one(db)
                .await?
                .map(|row| Belongs::Company(row.company_id)),
            Role::Mentor => mentor::Entity::find()
                .filter(mentor::Column::AccountId.eq(id))
                .filter(mentor::Column::LeftAt.is_null())
                .one(db)
                .await?
                .map(|row| Belongs::Mentor(row.id)),
            Role::Consultant | Role::Manager | Role::Administrator => Some(Belongs::Staff),
        };
        let visitor = |belongs| Self {
            id,
            role: account.role,
            name: account.name,
            language: account.language,
            only_event,
            lacks_second_factor: needs_second_factor(account.role)
                && account.totp_confirmed_at.is_none(),
            belongs,
        };
        Ok(belongs.map(visitor))
    }
}

/// What the request is about before anybody is asked for: kept in the request by `access::enforce`.
#[derive(Clone, Debug)]
pub struct Visit {
    pub visitor: Option<Visitor>,
    pub words: Words,
}

fn visit(request: &HttpRequest) -> Option<Visit> {
    request.extensions().get::<Visit>().cloned()
}

/// A page for everybody; `visitor` is there when somebody is signed in.
pub struct Anyone {
    pub visitor: Option<Visitor>,
    pub words: Words,
}

impl FromRequest for Anyone {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = visit(request).map(|visit| Self { visitor: visit.visitor, words: visit.words });
        ready(found.ok_or(AppError::NotFound))
    }
}

macro_rules! signed_in {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $id:ty),* } $pattern:pat => $value:expr;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name { $(pub $field: $id,)* pub visitor: Visitor }

        impl Deref for $name {
            type Target = Visitor;
            fn deref(&self) -> &Visitor { &self.visitor }
        }

        impl FromRequest for $name {
            type Error = AppError;
            type Future = Ready<Result<Self, AppError>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                let found = visit(request).and_then(|visit| visit.visitor).and_then(|visitor| {
                    #[allow(unreachable_patterns, reason = "one pattern takes everybody")]
                    match (visitor.role, visitor.belongs) {
                        $pattern => Some($value(visitor)),
                        _ => None,
                    }
                });
                ready(found.ok_or(AppError::NotFound))
            }
        }
    )+};
}

signed_in! {
    /// Anybody with an account.
    SignedIn {} (_, _) => |visitor| SignedIn { visitor };
    SignedInYoungPerson { young_person: YoungPersonId }
        (_, Belongs::YoungPerson(young_person)) => |visitor| SignedInYoungPerson { young_person, visitor };
    SignedInCompany { company: CompanyId }
        (_, Belongs::Company(company)) => |visitor| SignedInCompany { company, visitor };
    SignedInMentor { mentor: MentorId }
        (_, Belongs::Mentor(mentor)) => |visitor| SignedInMentor { mentor, visitor };
    SignedInConsultant {} (Role::Consultant, _) => |visitor| SignedInConsultant { visitor };
    SignedInManager {} (Role::Manager, _) => |visitor| SignedInManager { visitor };
    SignedInAdministrator {} (Role::Administrator, _) => |visitor| SignedInAdministrator { visitor };
}

/// Which side of a placement or event somebody stands on, on pages that several roles share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    YoungPerson(YoungPersonId),
    Company(CompanyId),
    Mentor(MentorId),
    Consultant,
    Manager,
    Administrator,
}

impl Visitor {
    pub fn side(&self) -> Side {
        match (self.belongs, self.role) {
            (Belongs::YoungPerson(id), _) => Side::YoungPerson(id),
            (Belongs::Company(id), _) => Side::Company(id),
            (Belongs::Mentor(id), _) => Side::Mentor(id),
            (Belongs::Staff, Role::Manager) => Side::Manager,
            (Belongs::Staff, Role::Administrator) => Side::Administrator,
            (Belongs::Staff, _) => Side::Consultant,
        }
    }
}
