//! The words themselves: easy to read where young people read them, and there for everything code can name.

use std::fs;

use omvendt::domain::checklist::{Item, ItemGroup};
use omvendt::domain::*;
use omvendt::features::messages::catalogue;
use omvendt::mail::Marked;
use omvendt::words::Words;

/// LIX counts words a sentence and the share of words over six letters. Below 30 a poor reader gets through.
const EASY: f64 = 30.0;

/// What young people read, as the file and how its keys begin.
const READ_BY_YOUNG_PEOPLE: [(&str, &[&str]); 14] = [
    ("me", &["me-"]),
    ("sign-in", &["sign-in-", "kept-"]),
    ("checklist", &["checklist-item-"]),
    ("follow_ups", &["follow-ups-agenda-"]),
    ("public", &["public-front-", "public-door-"]),
    ("public", &["public-privacy-"]),
    ("public", &["public-draw-"]),
    (
        "reason",
        &["reason-placed", "reason-first-", "reason-equal-", "reason-later-", "reason-better-"],
    ),
    ("reason", &["reason-unplaced", "reason-wait-"]),
    ("reason", &["reason-next-"]),
    ("runs", &["runs-result-"]),
    ("day", &["day-phone-", "day-place-", "day-own-", "feedback-"]),
    ("events", &["events-your-", "events-card-"]),
    ("ranking", &["ranking-"]),
];

#[test]
fn what_young_people_read_is_easy_danish() {
    for (file, prefixes) in READ_BY_YOUNG_PEOPLE {
        let text = fs::read_to_string(format!("frontend/locales/da/{file}.ftl")).unwrap();
        let sentences: Vec<String> = text
            .lines()
            .filter(|line| prefixes.iter().any(|prefix| line.starts_with(prefix)))
            .filter_map(|line| Some(as_read(line.split_once(" = ")?.1)))
            .flat_map(|message| sentences(&message))
            .collect();
        let lix = lix(&sentences);
        assert!(lix < EASY, "{file} {prefixes:?}: LIX {lix:.1}");
    }
}

/// A variable stands for a name or a number: one short word.
fn as_read(message: &str) -> String {
    let mut read = String::new();
    for (part, outside) in message.split(['{', '}']).zip([true, false].into_iter().cycle()) {
        read.push_str(if outside { part } else { "Navn" });
    }
    read
}

fn sentences(message: &str) -> Vec<String> {
    let ended = message.replace(['!', '?', ':'], ".");
    ended.split(". ").map(|sentence| sentence.trim_end_matches('.').to_owned()).collect()
}

fn lix(sentences: &[String]) -> f64 {
    let words: Vec<&str> =
        sentences.iter().flat_map(|sentence| sentence.split_whitespace()).collect();
    let long = words
        .iter()
        .filter(|word| word.chars().filter(|letter| letter.is_alphanumeric()).count() > 6)
        .count();
    let count = words.len() as f64;
    count / sentences.len() as f64 + 100.0 * long as f64 / count
}

#[test]
fn every_closed_list_has_its_words() {
    fn list<T: Copy>(name: &str, all: &[T], text: fn(T) -> &'static str) {
        for value in all {
            known(&format!("kind-{name}-{}", text(*value)));
        }
    }
    list("role", Role::ALL, Role::as_str);
    list("language", Language::ALL, Language::as_str);
    list("placement-kind", PlacementKind::ALL, PlacementKind::as_str);
    list("event-status", EventStatus::ALL, EventStatus::as_str);
    list("placement-status", PlacementStatus::ALL, PlacementStatus::as_str);
    list("party", Party::ALL, Party::as_str);
    list("proposal-answer", ProposalAnswer::ALL, ProposalAnswer::as_str);
    list("attendance", Attendance::ALL, Attendance::as_str);
    list("host-answer", HostAnswer::ALL, HostAnswer::as_str);
    list("company-stage", CompanyStage::ALL, CompanyStage::as_str);
    list("profile-status", ProfileStatus::ALL, ProfileStatus::as_str);
    list("profile-version", ProfileVersion::ALL, ProfileVersion::as_str);
    list("ranking-stage", RankingStage::ALL, RankingStage::as_str);
    list("adjustment-kind", AdjustmentKind::ALL, AdjustmentKind::as_str);
    list("run-status", RunStatus::ALL, RunStatus::as_str);
    list("target-group", TargetGroup::ALL, TargetGroup::as_str);
    list("end-kind", EndKind::ALL, EndKind::as_str);
    list("end-reason", EndReason::ALL, EndReason::as_str);
    list("outcome-kind", OutcomeKind::ALL, OutcomeKind::as_str);
    list("observed", Observed::ALL, Observed::as_str);
    list("disclosure-item", DisclosureItem::ALL, DisclosureItem::as_str);
    list("follow-up-form", FollowUpForm::ALL, FollowUpForm::as_str);
    list("call-kind", CallKind::ALL, CallKind::as_str);
    list("mail-status", MailStatus::ALL, MailStatus::as_str);
    list("look-up-purpose", LookUpPurpose::ALL, LookUpPurpose::as_str);
}

#[test]
fn every_item_of_the_checklist_has_a_name_and_a_help() {
    for item in Item::ALL {
        known(&format!("checklist-item-{}", item.as_str()));
        known(&format!("checklist-item-{}-help", item.as_str()));
    }
    for group in ItemGroup::ALL {
        known(&format!("checklist-group-{}", group.as_str()));
    }
}

#[test]
fn every_step_of_the_programme_has_a_name_and_an_agenda() {
    let programme: toml::Table =
        fs::read_to_string("seed/programme.toml").unwrap().parse().unwrap();
    let rules = programme["follow_up_rule"].as_array().unwrap();
    assert!(!rules.is_empty());
    for rule in rules {
        let (kind, step) = (rule["kind"].as_str().unwrap(), rule["step"].as_str().unwrap());
        known(&format!("follow-ups-step-{step}"));
        known(&format!("follow-ups-agenda-{kind}-{step}"));
        for person in rule["attends"].as_str().unwrap().split(',') {
            known(&format!("follow-ups-attends-{person}"));
        }
    }
}

/// Messages that no young person is told by phone instead: to others, to let somebody in, after a call, or thanks that nobody is rung for.
const NEVER_BY_PHONE: [&str; 19] = [
    "day-thanks",
    "mentor-replaced",
    "young-person-handed-over",
    "sign-in",
    "invitation",
    "profile-sent",
    "profile-published",
    "profile-sent-back",
    "event-company-invitation",
    "event-confirm-places",
    "event-host-answers",
    "follow-up-overdue",
    "follow-up-waits",
    "follow-up-handed-over",
    "placement-agreed",
    "mentor-assigned",
    "match-told",
    "match-company",
    "match-ready",
];

#[test]
fn every_message_to_a_young_person_can_be_told_by_phone() {
    let mark = Marked {
        young_person: "Mia".into(),
        company: "Bageriet".into(),
        consultant: "Sofie".into(),
        mentor: "Hanne".into(),
        phone: "12 34 56 78".into(),
        address: "Havnegade 1".into(),
        words: "Ord".into(),
        base: "https://omvendt.example".into(),
    };
    let samples = catalogue(Words(Language::Danish), &mark).unwrap();
    let names: Vec<&str> = samples.iter().map(|sample| sample.name).collect();
    for name in &names {
        assert_ne!(
            Words::knows(&format!("calls-tell-{name}")),
            NEVER_BY_PHONE.contains(name),
            "{name} is either told by phone, in words of its own, or never"
        );
    }
    assert!(NEVER_BY_PHONE.iter().all(|name| names.contains(name)));
}

fn known(key: &str) {
    let key = key.replace('_', "-");
    assert!(Words::knows(&key), "no words for {key}");
}
