//! Companies placed directly in the database, as they stand when everything about them is in order.

use omvendt::domain::{
    AccountId, CompanyId, CompanyStage, MentorId, PlaceId, PlacementKind, ProfileStatus,
    ProfileVersion, Role,
};
use omvendt::entities::{company, company_member, company_profile, mentor, new_id, place};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};

use super::{Browser, TestApp};

/// A member company with a published page, one person who signs in, one mentor and two places.
pub struct Company {
    pub id: CompanyId,
    /// Who signs in for it, and with which e-mail.
    pub member: AccountId,
    pub email: String,
    pub mentor: MentorId,
    pub clarification: PlaceId,
    pub training: PlaceId,
    pub consultant: AccountId,
}

/// `Bager Buhl` signs in as `bager.buhl@firma.example`.
pub fn company_email(name: &str) -> String {
    let plain = name.to_lowercase().replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
    format!("{}@firma.example", plain.replace(' ', "."))
}

/// What one writes of a mentor who has one young person at once.
pub const fn mentor_form<'a>(
    name: &'a str,
    called: &'a str,
    email: &'a str,
) -> [(&'static str, &'a str); 4] {
    [("name", name), ("called", called), ("email", email), ("at_once", "1")]
}

impl TestApp {
    /// One clarification place and one training place, both with the mentor Hanne, who has two at once.
    pub async fn company(&self, name: &str) -> Company {
        let (id, now) = (new_id::<CompanyId>(), self.clock().now());
        let consultant = self.sofie().await;
        let email = company_email(name);
        let txn = self.state.write().await.expect("a transaction");
        let row = company::ActiveModel {
            id: Set(id),
            name: Set(name.to_owned()),
            stage: Set(CompanyStage::Member),
            profile_status: Set(ProfileStatus::Published),
            contact_name: Set(Some("Karen Buhl".into())),
            contact_email: Set(Some(email.clone())),
            contact_phone: Set(Some("12 34 31 01".into())),
            consultant_id: Set(Some(consultant)),
            ordinary_employees: Set(Some(20)),
            others_in_placement: Set(0),
            headcount_on: Set(Some(self.clock().today())),
            created_at: Set(now),
            member_since: Set(Some(now)),
            ..Default::default()
        };
        row.insert(&txn).await.expect("a company");
        let row = company_profile::ActiveModel {
            id: Set(new_id()),
            company_id: Set(id),
            version: Set(ProfileVersion::Published),
            what_we_do: Set(format!("{name} laver noget godt. Vi har gjort det længe.")),
            tasks: Set("Du kan prøve lidt af hvert.".into()),
            what_it_is_like: Set("Vi siger tingene ligeud og griner meget.".into()),
            noise: Set("Radio".into()),
            tempo: Set("Roligt".into()),
            people: Set("20 kolleger".into()),
            working_hours: Set("Hverdage kl. 7-14".into()),
            address: Set("Havnegade 14, Nørrevig".into()),
            directions: Set("Bus 2 til Havnegade.".into()),
            good_to_know: Set("Vi har arbejdstøj til dig.".into()),
            photo_id: Set(None),
            sent_back_with: Set(None),
            changed_at: Set(now),
            changed_by: Set(None),
        };
        row.insert(&txn).await.expect("a profile");
        txn.commit().await.expect("a commit");

        let member = self.company_member(id, &format!("Karen fra {name}"), &email).await;
        let mentor = self.mentor(Some(id), "Hanne Krogh", 2).await;
        let clarification = self.place(id, PlacementKind::Clarification, 1, Some(mentor)).await;
        let training = self.place(id, PlacementKind::Training, 1, Some(mentor)).await;
        Company { id, member, email, mentor, clarification, training, consultant }
    }

    /// Another person who signs in for a company.
    pub async fn company_member(&self, company: CompanyId, name: &str, email: &str) -> AccountId {
        let account = self.account_with_email(Role::Company, name, email).await;
        let txn = self.state.write().await.expect("a transaction");
        let row = company_member::ActiveModel {
            id: Set(new_id()),
            company_id: Set(company),
            account_id: Set(account),
            created_at: Set(self.clock().now()),
        };
        row.insert(&txn).await.expect("a member");
        txn.commit().await.expect("a commit");
        account
    }

    /// A mentor without an account; of the municipality when there is no company.
    pub async fn mentor(&self, company: Option<CompanyId>, name: &str, at_once: i32) -> MentorId {
        let id: MentorId = new_id();
        let row = mentor::ActiveModel {
            id: Set(id),
            company_id: Set(company),
            account_id: Set(None),
            name: Set(name.to_owned()),
            called: Set(name.split(' ').next().unwrap_or(name).to_owned()),
            phone: Set(Some("12 34 31 02".into())),
            email: Set(None),
            trained_on: Set(None),
            at_once: Set(at_once),
            left_at: Set(None),
            created_at: Set(self.clock().now()),
            ..Default::default()
        };
        let txn = self.state.write().await.expect("a transaction");
        row.insert(&txn).await.expect("a mentor");
        txn.commit().await.expect("a commit");
        id
    }

    /// Gives a mentor an account, who then signs in with `email`.
    pub async fn mentor_signs_in(&self, mentor: MentorId, name: &str, email: &str) -> AccountId {
        let account = self.account_with_email(Role::Mentor, name, email).await;
        let txn = self.state.write().await.expect("a transaction");
        let row = mentor::ActiveModel {
            id: Set(mentor),
            account_id: Set(Some(account)),
            email: Set(Some(email.to_owned())),
            ..Default::default()
        };
        row.update(&txn).await.expect("a mentor");
        txn.commit().await.expect("a commit");
        account
    }

    /// The page on which a company changes this mentor.
    pub async fn mentor_page(&self, name: &str) -> String {
        let found = mentor::Entity::find()
            .filter(mentor::Column::Name.eq(name))
            .filter(mentor::Column::LeftAt.is_null())
            .one(&self.state.db.read)
            .await
            .expect("a look-up")
            .unwrap_or_else(|| panic!("there is no mentor {name}"));
        format!("/company/mentors/{}", found.id)
    }

    /// A place that asks for nothing.
    pub async fn place(
        &self,
        company: CompanyId,
        kind: PlacementKind,
        number: i32,
        mentor: Option<MentorId>,
    ) -> PlaceId {
        let (id, now) = (new_id::<PlaceId>(), self.clock().now());
        let row = place::ActiveModel {
            id: Set(id),
            company_id: Set(company),
            kind: Set(kind),
            number: Set(number),
            tasks: Set(format!("Prøv os, {kind}")),
            hours_from: Set("07:00".into()),
            hours_to: Set("12:00".into()),
            mentor_id: Set(mentor),
            withdrawn_at: Set(None),
            changed_at: Set(now),
            created_at: Set(now),
        };
        let txn = self.state.write().await.expect("a transaction");
        row.insert(&txn).await.expect("a place");
        txn.commit().await.expect("a commit");
        id
    }

    pub async fn sign_in_company(&self, company: &Company) -> Browser {
        self.sign_in(&company.email).await
    }
}
