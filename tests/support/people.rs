//! People placed directly in the database, for stories that begin when everybody already has an account.

use omvendt::domain::sign_in::needs_second_factor;
use omvendt::domain::{
    AccountId, CompanyId, CompanyStage, GroupId, Language, MentorId, PlacementKind, ProfileStatus,
    Role, TargetGroup, YoungPersonId,
};
use omvendt::entities::{
    account, company, company_member, look_up, mentor, new_id, young_person, youth_group,
};
use omvendt::features::accounts::code_app::CodeApp;
use omvendt::features::accounts::password;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::{Browser, TestApp};

/// What every member of staff in a story signs in with, and every company that has a password.
pub const PASSWORD: &str = "kaffe kanal kastanje";
const CODE_APP: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

static PASSWORD_HASH: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();

pub async fn password_hash() -> String {
    let hash = || async { password::hash(PASSWORD.into()).await.expect("a hash") };
    PASSWORD_HASH.get_or_init(hash).await.clone()
}

pub struct YoungPerson {
    pub id: YoungPersonId,
    pub account: AccountId,
    pub email: String,
}

impl TestApp {
    /// How many times `by` is recorded as having read about `about`.
    pub async fn looks(&self, about: AccountId, by: AccountId) -> u64 {
        look_up::Entity::find()
            .filter(look_up::Column::AboutAccountId.eq(about))
            .filter(look_up::Column::ByAccountId.eq(by))
            .count(&self.state.db.read)
            .await
            .expect("a count")
    }

    pub async fn account(&self, role: Role, name: &str) -> AccountId {
        let email = format!("{}@example.dk", name.to_lowercase().replace(' ', "."));
        self.account_with_email(role, name, &email).await
    }

    pub async fn account_with_email(&self, role: Role, name: &str, email: &str) -> AccountId {
        let id: AccountId = new_id();
        let is_staff = needs_second_factor(role);
        let app = CodeApp::from_base32(CODE_APP, email).expect("a code app");
        let sealed = app.seal(&self.state.settings, id).expect("a sealed secret");
        let row = account::ActiveModel {
            id: Set(id),
            role: Set(role),
            name: Set(name.to_owned()),
            email: Set(Some(email.to_owned())),
            email_folded: Set(Some(email.to_lowercase())),
            phone: Set(Some("12 34 56 78".into())),
            language: Set(Language::Danish),
            password_hash: Set(if is_staff { Some(password_hash().await) } else { None }),
            totp_secret: Set(is_staff.then_some(sealed)),
            totp_confirmed_at: Set(is_staff.then(|| self.clock().now())),
            failed_attempts: Set(0),
            created_at: Set(self.clock().now()),
            ..Default::default()
        };
        let txn = self.state.write().await.expect("a transaction");
        row.insert(&txn).await.expect("an account");
        txn.commit().await.expect("a commit");
        id
    }

    /// The consultant everybody has unless a story says otherwise.
    pub async fn sofie(&self) -> AccountId {
        let txn = self.state.write().await.expect("a transaction");
        let found = omvendt::features::accounts::store::by_email(&txn, "sofie@example.dk")
            .await
            .expect("a look-up");
        drop(txn);
        match found {
            Some(account) => account.id,
            None => self.account(Role::Consultant, "Sofie").await,
        }
    }

    pub async fn consultant(&self, name: &str) -> AccountId {
        self.account(Role::Consultant, name).await
    }

    /// From the first day to the last, `deputy` stands in for `who`.
    pub async fn is_away(&self, who: AccountId, deputy: AccountId, from: &str, until: &str) {
        let txn = self.state.write().await.expect("a transaction");
        let row = account::ActiveModel {
            id: Set(who),
            deputy_id: Set(Some(deputy)),
            away_from: Set(Some(from.parse().expect("a day"))),
            away_until: Set(Some(until.parse().expect("a day"))),
            ..Default::default()
        };
        row.update(&txn).await.expect("an account");
        txn.commit().await.expect("a commit");
    }

    /// A young person with clarification as purpose, in Sofie's group.
    pub async fn young_person(&self, name: &str) -> YoungPerson {
        let consultant = self.sofie().await;
        let account = self.account(Role::YoungPerson, name).await;
        let now = self.clock().now();
        let txn = self.state.write().await.expect("a transaction");
        let group = match youth_group::Entity::find().one(&txn).await.expect("a look-up") {
            Some(group) => group.id,
            None => {
                let id: GroupId = new_id();
                let row = youth_group::ActiveModel {
                    id: Set(id),
                    name: Set("Torsdagsholdet".into()),
                    leader_id: Set(consultant),
                    meets: Set("torsdag kl. 10".into()),
                    closed_at: Set(None),
                    created_at: Set(now),
                };
                row.insert(&txn).await.expect("a group");
                id
            }
        };
        let id: YoungPersonId = new_id();
        let row = young_person::ActiveModel {
            id: Set(id),
            account_id: Set(account),
            group_id: Set(group),
            consultant_id: Set(consultant),
            purpose: Set(PlacementKind::Clarification),
            goal: Set("Finde ud af, om jeg vil være bager".into()),
            target_group: Set(TargetGroup::ActivityReady),
            case_reference: Set(None),
            left_at: Set(None),
            created_at: Set(now),
        };
        row.insert(&txn).await.expect("a young person");
        txn.commit().await.expect("a commit");
        YoungPerson { id, account, email: format!("{}@example.dk", name.to_lowercase()) }
    }

    /// Makes a member of staff and signs them in.
    pub async fn staff(&self, role: Role, name: &str) -> Browser {
        self.account(role, name).await;
        self.sign_in_staff(&format!("{}@example.dk", name.to_lowercase().replace(' ', "."))).await
    }

    /// Signs in with password and code app, as if the last time was a while ago.
    pub async fn sign_in_staff(&self, email: &str) -> Browser {
        let txn = self.state.write().await.expect("a transaction");
        account::Entity::update_many()
            .col_expr(account::Column::TotpLastStep, Expr::value(None::<i64>))
            .filter(account::Column::EmailFolded.eq(email))
            .exec(&txn)
            .await
            .expect("an update");
        txn.commit().await.expect("a commit");
        let browser = self.browser();
        browser
            .post("/sign-in/password", [("email", email), ("password", PASSWORD)])
            .await
            .redirects_to("/sign-in/second-factor");
        let code = self.app_code(email);
        browser.post("/sign-in/second-factor", [("code", code.as_str())]).await.has_status(303);
        browser
    }

    /// What the code app of somebody on the staff shows now.
    pub fn app_code(&self, email: &str) -> String {
        let app = CodeApp::from_base32(CODE_APP, email).expect("a code app");
        app.code_at(self.clock().now())
    }

    /// Somebody who acts for a company of their own; their e-mail.
    pub async fn acts_for_a_company(&self, name: &str) -> String {
        let account = self.account(Role::Company, name).await;
        let (id, now): (CompanyId, _) = (new_id(), self.clock().now());
        let company = company::ActiveModel {
            id: Set(id),
            name: Set(name.to_owned()),
            stage: Set(CompanyStage::Member),
            profile_status: Set(ProfileStatus::Draft),
            others_in_placement: Set(0),
            created_at: Set(now),
            ..Default::default()
        };
        let member = company_member::ActiveModel {
            id: Set(new_id()),
            company_id: Set(id),
            account_id: Set(account),
            created_at: Set(now),
        };
        let txn = self.state.write().await.expect("a transaction");
        company.insert(&txn).await.expect("a company");
        member.insert(&txn).await.expect("a member");
        txn.commit().await.expect("a commit");
        format!("{}@example.dk", name.to_lowercase().replace(' ', "."))
    }

    /// One of the municipality's own mentors; their e-mail.
    pub async fn municipal_mentor(&self, name: &str) -> String {
        let account = self.account(Role::Mentor, name).await;
        let row = mentor::ActiveModel {
            id: Set(new_id::<MentorId>()),
            account_id: Set(Some(account)),
            name: Set(name.to_owned()),
            called: Set(name.to_owned()),
            at_once: Set(2),
            created_at: Set(self.clock().now()),
            ..Default::default()
        };
        let txn = self.state.write().await.expect("a transaction");
        row.insert(&txn).await.expect("a mentor");
        txn.commit().await.expect("a commit");
        format!("{}@example.dk", name.to_lowercase().replace(' ', "."))
    }

    /// Signs in as somebody does: asks for a mail, and uses the code in it.
    pub async fn sign_in(&self, email: &str) -> Browser {
        let browser = self.browser();
        browser.post("/sign-in", [("email", email)]).await.redirects_below("/sign-in/code");
        let code = self.newest_mail_to(email).await.code();
        let answer = browser.post("/sign-in/code", [("email", email), ("code", &code)]).await;
        answer.has_status(303);
        browser
    }
}
