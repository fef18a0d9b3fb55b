//! The mail of the whole believable month, held against everything that was known and written in it.

use std::collections::BTreeSet;

use omvendt::domain::Role;
use omvendt::entities::{
    account, checklist_note, company, follow_up, mail, mentor, observation, placement, young_person,
};
use omvendt::features::programme;
use sea_orm::EntityTrait;

use super::what_mail_may_tell::has_word;
use crate::support::TestApp;

/// The believable month, with everything people wrote in it, and every message it has caused.
struct Month {
    app: TestApp,
    mails: Vec<mail::Model>,
    accounts: Vec<account::Model>,
}

async fn month() -> Month {
    let app = TestApp::spawn().await;
    let opens = omvendt::seed::load(&app.state, app.clock().today()).await.expect("the month");
    app.clock().set(opens);
    let db = &app.state.db.read;
    let mails = mail::Entity::find().all(db).await.expect("the mails");
    let accounts = account::Entity::find().all(db).await.expect("the accounts");
    assert!(mails.len() > 100, "a month of {} mails", mails.len());
    Month { app, mails, accounts }
}

impl Month {
    fn reader(&self, mail: &mail::Model) -> &account::Model {
        let found = self.accounts.iter().find(|one| one.email.as_deref() == Some(&mail.to_address));
        found.unwrap_or_else(|| panic!("{} is to nobody", mail.message))
    }

    /// Names, and the longer texts people wrote.
    async fn private(&self) -> (Vec<String>, Vec<String>) {
        let db = &self.app.state.db.read;
        let mut names: Vec<String> = company::Entity::find()
            .all(db)
            .await
            .expect("companies")
            .into_iter()
            .map(|row| row.name)
            .collect();
        names.extend(
            self.accounts
                .iter()
                .filter(|row| row.role == Role::YoungPerson)
                .map(|row| row.name.clone()),
        );
        names.push(programme::setting(db, "programme_name").await.expect("a name"));
        let mut texts: Vec<String> = Vec::new();
        for row in young_person::Entity::find().all(db).await.expect("young people") {
            texts.push(row.goal);
            texts.extend(row.case_reference);
        }
        for row in placement::Entity::find().all(db).await.expect("placements") {
            texts.extend(row.end_note);
        }
        for row in follow_up::Entity::find().all(db).await.expect("follow-ups") {
            texts.extend([row.said, row.next_step].into_iter().flatten());
        }
        let notes = checklist_note::Entity::find().all(db).await.expect("notes");
        texts.extend(notes.into_iter().map(|row| row.words));
        let observed = observation::Entity::find().all(db).await.expect("observations");
        texts.extend(observed.into_iter().map(|row| row.words));
        texts.retain(|text| !text.trim().is_empty());
        (names, texts)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_whole_month_no_mail_names_a_young_person_or_a_company_or_what_anybody_wrote() {
    let month = month().await;
    let (names, texts) = month.private().await;
    let mentors = mentor::Entity::find().all(&month.app.state.db.read).await.expect("mentors");
    for mail in &month.mails {
        let reader = month.reader(mail);
        let calendar = mail.calendar.clone().unwrap_or_default().replace("\r\n ", "");
        let told =
            [&mail.subject, &mail.text_body, &mail.html_body, &calendar].map(|part| part.as_str());
        for name in names.iter().filter(|name| **name != reader.name) {
            for part in told {
                assert!(!has_word(part, name), "{} names {name}: {part}", mail.message);
            }
        }
        for text in &texts {
            for part in told {
                assert!(!part.contains(text.as_str()), "{} tells: {text}", mail.message);
            }
        }
        if reader.role != Role::YoungPerson {
            let own = [reader.phone.as_deref()];
            let phones = month.accounts.iter().filter_map(|row| row.phone.as_deref());
            let phones = phones.chain(mentors.iter().filter_map(|row| row.phone.as_deref()));
            for phone in phones.filter(|phone| !own.contains(&Some(*phone))) {
                assert!(!mail.text_body.contains(phone), "{} tells {phone}", mail.message);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_link_in_a_whole_month_of_mail_leads_to_a_page_behind_sign_in() {
    let month = month().await;
    let nobody = month.app.browser();
    let mut seen = BTreeSet::new();
    for mail in &month.mails {
        let links: Vec<&str> = mail.text_body.lines().filter(|line| line.contains("://")).collect();
        let [link] = links.as_slice() else { panic!("{} has {links:?}", mail.message) };
        let path = link.strip_prefix(&month.app.url).expect("a page of ours");
        if !seen.insert((mail.message.clone(), path.to_owned())) {
            continue;
        }
        let answer = nobody.get(path).await;
        match mail.message.as_str() {
            // The way in itself: the link opens a page, and nothing happens before its button.
            "sign-in" | "invitation" => answer.has_status(200),
            _ => answer.redirects_below("/sign-in?back="),
        };
    }
    assert!(seen.len() > 20, "{seen:?}");
}
