//! Companies with a published page and a picture, people who sign in for them, mentors and places.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::crowd::{Company, Crowd, Place};
use super::names;
use super::people::account_row;
use super::rows::insert;
use crate::domain::{
    AccountId, CompanyId, CompanyNoteForm, CompanyStage, Language, MentorId, PlacementKind,
    ProfileStatus, ProfileVersion, Role,
};
use crate::entities::{
    account, company, company_member, company_note, company_profile, mentor, photo, place,
    place_requirement,
};
use crate::state::Txn;
use crate::web::AppResult;

const MENTORS: usize = 2;
const PLACES: [PlacementKind; 3] =
    [PlacementKind::Clarification, PlacementKind::Training, PlacementKind::Training];

#[derive(Default)]
struct Rows {
    companies: Vec<company::Model>,
    accounts: Vec<account::Model>,
    members: Vec<company_member::Model>,
    photos: Vec<photo::Model>,
    profiles: Vec<company_profile::Model>,
    mentors: Vec<mentor::Model>,
    places: Vec<place::Model>,
    requirements: Vec<place_requirement::Model>,
    notes: Vec<company_note::Model>,
}

pub async fn add(txn: &Txn, crowd: &mut Crowd) -> AppResult<()> {
    let there = company::Entity::find()
        .filter(company::Column::Stage.eq(CompanyStage::Member))
        .count(txn)
        .await?;
    let wanted = crowd.size.companies.saturating_sub(usize::try_from(there).unwrap_or(0));
    let photos = photo::Entity::find().order_by_asc(photo::Column::CreatedAt).all(txn).await?;
    let mut rows = Rows::default();
    for number in 0..wanted {
        one(crowd, number, &photos, &mut rows);
    }
    for number in wanted..wanted + wanted.div_ceil(16) {
        asked(crowd, number, &mut rows);
    }
    insert(txn, rows.accounts).await?;
    insert(txn, rows.companies).await?;
    insert(txn, rows.members).await?;
    while !rows.photos.is_empty() {
        let rest = rows.photos.split_off(rows.photos.len().min(50));
        insert(txn, std::mem::replace(&mut rows.photos, rest)).await?;
    }
    insert(txn, rows.profiles).await?;
    insert(txn, rows.mentors).await?;
    insert(txn, rows.places).await?;
    insert(txn, rows.requirements).await?;
    insert(txn, rows.notes).await
}

fn one(crowd: &mut Crowd, number: usize, photos: &[photo::Model], rows: &mut Rows) {
    let joined = -690 + crowd.chance.days(30);
    let since = crowd.at(joined, 9, 0);
    let (name, trade) = names::company(&mut crowd.chance, number);
    let (id, contact): (CompanyId, AccountId) = (crowd.ids.next(), crowd.ids.next());
    let consultant = crowd.consultants[number % crowd.consultants.len()];
    let email = names::email("virksomhed", number);
    rows.companies.push(company::Model {
        cvr: Some(format!("{:08}", number + 1)),
        p_number: Some(format!("9{number:09}")),
        profile_status: ProfileStatus::Published,
        ordinary_employees: Some(20 + i32::try_from(crowd.chance.below(60)).unwrap_or(0)),
        headcount_on: Some(since.date_naive()),
        member_since: Some(since),
        ..company_row(id, &name, CompanyStage::Member, consultant, since)
    });
    let who = names::person(&mut crowd.chance);
    let phone = Some(crowd.phone());
    let account = account_row(contact, Role::Company, &who, Some(email), since);
    rows.accounts.push(account::Model { phone, ..account });
    rows.members.push(company_member::Model {
        id: crowd.ids.next(),
        company_id: id,
        account_id: contact,
        created_at: since,
    });
    let photo_id = photos.get(number % photos.len().max(1)).map(|like| {
        let id = crowd.ids.next();
        let picture = photo::Model { id, company_id: rows.companies[number].id, ..like.clone() };
        rows.photos.push(picture);
        id
    });
    rows.profiles.push(company_profile::Model {
        id: crowd.ids.next(),
        company_id: id,
        version: ProfileVersion::Published,
        what_we_do: format!("{name} har været her i mange år. Vi laver vores arbejde ordentligt, og vi kender vores kunder."),
        tasks: "Du kan hjælpe til med det meste: tage imod varer, gøre klar, tale med kunder og lære faget lidt ad gangen.".into(),
        what_it_is_like: "Vi spiser frokost sammen. Vi siger tingene ligeud, og vi hjælper hinanden.".into(),
        noise: "Mest stille".into(),
        tempo: "Roligt, travlt op til weekenden".into(),
        people: "6-8 kolleger på arbejde ad gangen".into(),
        working_hours: "Kl. 8-15".into(),
        address: format!("{trade}vej {}, Nørrevig", number + 1),
        directions: "Bus 4 til endestationen. Ring på klokken.".into(),
        good_to_know: "Du får arbejdstøj af os.".into(),
        photo_id,
        sent_back_with: None,
        changed_at: since,
        changed_by: Some(contact),
    });
    let mentors = mentors(crowd, number, id, rows);
    let places = places(crowd, id, &mentors, rows);
    for (form, days) in [(CompanyNoteForm::Call, 20), (CompanyNoteForm::Coffee, 12)] {
        rows.notes.push(note(crowd, id, consultant, form, joined - days));
    }
    crowd.companies.push(Company { id, contact, places });
}

fn company_row(
    id: CompanyId,
    name: &str,
    stage: CompanyStage,
    consultant: AccountId,
    at: chrono::DateTime<chrono::Utc>,
) -> company::Model {
    company::Model {
        id,
        name: name.to_owned(),
        stage,
        cvr: None,
        p_number: None,
        profile_status: ProfileStatus::Draft,
        contact_name: None,
        contact_email: None,
        contact_phone: None,
        message: None,
        consultant_id: Some(consultant),
        ordinary_employees: None,
        others_in_placement: 0,
        headcount_on: None,
        total_at_once: None,
        created_at: at,
        member_since: None,
    }
}

/// A company that has only asked, or is being talked with.
fn asked(crowd: &mut Crowd, number: usize, rows: &mut Rows) {
    let id = crowd.ids.next();
    let day = -crowd.chance.days(30) - 1;
    let (name, _) = names::company(&mut crowd.chance, number);
    let stage = crowd.chance.pick(&[CompanyStage::Interested, CompanyStage::InDialogue]);
    let consultant = crowd.consultants[number % crowd.consultants.len()];
    rows.companies.push(company::Model {
        contact_name: Some(names::person(&mut crowd.chance)),
        contact_email: Some(names::email("interesse", number)),
        contact_phone: Some(crowd.phone()),
        message: Some("Vi vil gerne høre mere.".into()),
        ..company_row(id, &name, stage, consultant, crowd.at(day, 10, 0))
    });
    if stage == CompanyStage::InDialogue {
        rows.notes.push(note(crowd, id, consultant, CompanyNoteForm::Call, day + 1));
    }
}

type Mentor = (MentorId, Option<AccountId>);

fn mentors(crowd: &mut Crowd, number: usize, company: CompanyId, rows: &mut Rows) -> Vec<Mentor> {
    let since = crowd.at(-650, 9, 0);
    let mut mentors = Vec::new();
    for place in 0..MENTORS {
        let name = names::person(&mut crowd.chance);
        let phone = Some(crowd.phone());
        let email = names::email("mentor", number * MENTORS + place);
        let account = crowd.chance.percent(60).then(|| crowd.ids.next());
        if let Some(id) = account {
            let row = account_row(id, Role::Mentor, &name, Some(email.clone()), since);
            rows.accounts.push(account::Model { phone: phone.clone(), ..row });
        }
        let id = crowd.ids.next();
        rows.mentors.push(mentor::Model {
            id,
            company_id: Some(company),
            account_id: account,
            called: name.split(' ').next().unwrap_or_default().to_owned(),
            name,
            phone,
            email: Some(email),
            trained_on: Some(crowd.day(-400)),
            at_once: 4,
            left_at: None,
            created_at: since,
            invited_at: account.map(|_| since),
            language: Language::Danish,
        });
        mentors.push((id, account));
    }
    mentors
}

fn places(
    crowd: &mut Crowd,
    company: CompanyId,
    mentors: &[Mentor],
    rows: &mut Rows,
) -> Vec<Place> {
    let since = crowd.at(-645, 9, 0);
    let mut places = Vec::new();
    for (number, kind) in PLACES.into_iter().enumerate() {
        let requires = (number == 2).then(|| crowd.chance.below(crowd.requirements.len()));
        let place = Place {
            id: crowd.ids.next(),
            kind,
            number: crowd.chance.pick(&[1, 2, 2, 3, 4]),
            mentor: mentors.get(number % mentors.len().max(1)).copied(),
            requires: requires.and_then(|at| crowd.requirements.get(at)).map(|(id, _)| *id),
        };
        rows.places.push(place::Model {
            id: place.id,
            company_id: company,
            kind,
            number: place.number,
            tasks: "Tage imod varer, gøre klar, hjælpe kunder og rydde op.".into(),
            hours_from: "08:00".into(),
            hours_to: "13:00".into(),
            mentor_id: place.mentor.map(|(id, _)| id),
            withdrawn_at: None,
            changed_at: since,
            created_at: since,
        });
        rows.requirements.extend(place.requires.map(|requirement_id| place_requirement::Model {
            id: crowd.ids.next(),
            place_id: place.id,
            requirement_id,
        }));
        places.push(place);
    }
    places
}

fn note(
    crowd: &mut Crowd,
    company: CompanyId,
    by: AccountId,
    form: CompanyNoteForm,
    day: i64,
) -> company_note::Model {
    let done = day < -14;
    company_note::Model {
        id: crowd.ids.next(),
        company_id: company,
        form,
        on: crowd.day(day),
        what: "De vil gerne være med og har plads til nogle stykker.".into(),
        next_step: Some("Ring igen".into()),
        next_step_on: Some(crowd.day(day + 14)),
        next_step_done_at: done.then(|| crowd.at(day + 14, 10, 0)),
        by_account_id: by,
        created_at: crowd.at(day, 14, 0),
    }
}
