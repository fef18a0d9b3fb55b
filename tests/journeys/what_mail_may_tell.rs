//! E-mail travels in the open and is read over shoulders. What each message may tell, and to whom, is said here; one
//! that is not, or that tells more, does not pass.

use std::collections::BTreeSet;

use omvendt::domain::{
    DisclosureItem, EndReason, Language, OutcomeKind, PlacementKind, TargetGroup,
};
use omvendt::features::messages::{Sample, catalogue};
use omvendt::mail::Marked;
use omvendt::words::Words;
use scraper::{Html, Selector};

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To {
    /// Whoever signs in by mail: young people, companies and mentors.
    Anybody,
    YoungPerson,
    Company,
    Mentor,
    Consultant,
}

/// What it tells of people and places, beside what everybody may hear: that something is there, until when, and
/// where to see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tells {
    YoungPerson,
    Company,
    Consultant,
    Mentor,
    Phone,
    /// Where an event is held.
    Address,
    /// What somebody wrote: a reason, a goal, a need.
    Words,
}

use Tells::{Address, Consultant, Mentor, Phone};

/// Every message there is, who gets it, and all that it tells.
const MAY: &[(&str, &[To], &[Tells])] = &[
    ("sign-in", &[To::Anybody], &[]),
    ("invitation", &[To::Anybody, To::Consultant], &[]),
    ("profile-sent", &[To::Consultant], &[]),
    ("profile-published", &[To::Company], &[]),
    ("profile-sent-back", &[To::Company], &[]),
    ("young-person-handed-over", &[To::Consultant], &[]),
    ("new-contact", &[To::YoungPerson], &[Consultant, Phone]),
    ("event-invitation", &[To::YoungPerson], &[Address]),
    ("event-company-invitation", &[To::Company], &[Address]),
    ("event-changed", &[To::YoungPerson, To::Company], &[Address]),
    ("event-cancelled", &[To::YoungPerson, To::Company], &[]),
    ("event-tomorrow", &[To::YoungPerson], &[Address]),
    ("event-confirm-places", &[To::Company], &[]),
    ("event-host-answers", &[To::Company], &[]),
    ("day-thanks", &[To::YoungPerson, To::Company], &[]),
    ("follow-up-overdue", &[To::Consultant], &[]),
    ("follow-up-waits", &[To::Consultant], &[]),
    ("follow-up-handed-over", &[To::Consultant], &[]),
    ("follow-up-moved", &[To::YoungPerson, To::Company], &[]),
    ("ranking-saved", &[To::YoungPerson], &[]),
    ("ranking-reminder", &[To::YoungPerson], &[]),
    ("items-changed", &[To::YoungPerson, To::Company], &[]),
    ("proposal", &[To::YoungPerson, To::Company], &[]),
    ("proposal-reminder", &[To::YoungPerson, To::Company], &[]),
    ("placement-agreed", &[To::Company], &[]),
    ("my-people", &[To::YoungPerson], &[Consultant, Mentor, Phone]),
    ("mentor-assigned", &[To::Mentor], &[]),
    ("mentor-replaced", &[To::Mentor], &[]),
    ("placement-declined", &[To::YoungPerson, To::Company], &[]),
    ("placement-withdrawn", &[To::YoungPerson, To::Company], &[]),
    ("placement-dates", &[To::YoungPerson, To::Company], &[]),
    ("placement-ended", &[To::YoungPerson, To::Company], &[]),
    ("placement-switched", &[To::YoungPerson, To::Company], &[]),
    ("observation", &[To::YoungPerson], &[]),
    ("match-result", &[To::YoungPerson], &[]),
    ("match-told", &[To::YoungPerson], &[]),
    ("match-company", &[To::Company], &[]),
    ("match-ready", &[To::Consultant], &[]),
];

#[test]
fn no_message_may_tell_what_the_design_forbids() {
    for (name, to, tells) in MAY {
        let has = |what: Tells| tells.contains(&what);
        let young_person_alone = to.iter().all(|to| *to == To::YoungPerson);
        assert!(!has(Tells::Words), "{name}: no reason, goal or need travels by mail");
        assert!(
            young_person_alone || !(has(Tells::YoungPerson) || has(Phone)),
            "{name}: a name or a number of a young person's is for nobody else's mailbox"
        );
        assert!(
            !(has(Tells::YoungPerson) && has(Tells::Company)),
            "{name}: who is where is never in one message"
        );
    }
}

#[test]
fn every_message_tells_what_is_said_here_and_nothing_else() {
    for language in [Language::Danish, Language::English] {
        let t = Words(language);
        let mark = marked();
        let samples = catalogue(t, &mark).expect("the templates are right");
        let names: Vec<_> = samples.iter().map(|sample| sample.name).collect();
        let said: Vec<_> = MAY.iter().map(|(name, ..)| *name).collect();
        for name in &names {
            assert!(said.contains(name), "say above whom {name} is to, and what it may tell");
        }
        assert_eq!(names.len(), said.len(), "there is no such message any more");
        for sample in &samples {
            let (_, _, may) = MAY.iter().find(|(name, ..)| *name == sample.name).expect("said");
            tells(sample, &mark, may);
            is_one_link_and_no_more_than_the_text(sample, &mark, t);
            gives_nothing_away(sample, t);
        }
    }
}

fn marked() -> Marked {
    Marked {
        young_person: "Mia-Mærket".into(),
        company: "Bager Mærket".into(),
        consultant: "Sofie Mærket".into(),
        mentor: "Hanne Mærket".into(),
        phone: "12 34 99 99".into(),
        address: "Mærkegade 99".into(),
        words: "jeg er mærket".into(),
        base: "https://omvendt.example".into(),
    }
}

fn tells(sample: &Sample, mark: &Marked, may: &[Tells]) {
    let marks = [
        (Tells::YoungPerson, &mark.young_person),
        (Tells::Company, &mark.company),
        (Consultant, &mark.consultant),
        (Mentor, &mark.mentor),
        (Phone, &mark.phone),
        (Address, &mark.address),
        (Tells::Words, &mark.words),
    ];
    for text in [&sample.text, &sample.html] {
        let told: BTreeSet<Tells> = marks
            .iter()
            .filter(|(_, mark)| text.contains(mark.as_str()))
            .map(|(what, _)| *what)
            .collect();
        assert_eq!(told, may.iter().copied().collect(), "{}: {text}", sample.name);
    }
    for (what, mark) in marks {
        assert!(!sample.subject.contains(mark), "{}: {what:?} in the subject", sample.name);
    }
}

fn is_one_link_and_no_more_than_the_text(sample: &Sample, mark: &Marked, t: Words) {
    let links: Vec<&str> = sample.text.lines().filter(|line| line.contains("://")).collect();
    assert_eq!(links, [mark.link()], "{} leads to one page", sample.name);

    let html = Html::parse_document(&sample.html);
    let all = |selector: &str| html.select(&Selector::parse(selector).expect("a selector")).count();
    assert_eq!(all("a[href]"), 1, "{}", sample.name);
    assert_eq!(all(&format!("a[href={:?}]", mark.link())), 1, "{}", sample.name);
    let allowed = "html, head, meta, title, body, main, h1, p, br, a";
    assert_eq!(all("*"), all(allowed), "{} fetches nothing and runs nothing", sample.name);
    assert_eq!(html.root_element().attr("lang"), Some(t.code()));

    let main = Selector::parse("main").expect("a selector");
    let html: Vec<&str> =
        html.select(&main).flat_map(|main| main.text()).flat_map(str::split_whitespace).collect();
    let text = [sample.subject.as_str(), &sample.text, &t.mail_footer()].join(" ");
    assert_eq!(html.concat(), text.split_whitespace().collect::<String>(), "{}", sample.name);
}

/// The sentences themselves name no programme in the subject, and nowhere a reason, a diagnosis, a benefit, or
/// what only the young person may show.
fn gives_nothing_away(sample: &Sample, t: Words) {
    let subject = sample.subject.to_lowercase();
    for programme in ["omvendt", "kommune", "municipality", "jobcenter", "match"] {
        assert!(!subject.contains(programme), "{}: {subject}", sample.name);
    }
    let told = format!("{subject}\n{}", sample.text.to_lowercase());
    for part in [
        "diagno",
        "sygdom",
        "illness",
        "psyk",
        "angst",
        "anxiety",
        "depression",
        "adhd",
        "autis",
        "misbrug",
        "addict",
        "kriminal",
        "sårbar",
        "vulnerable",
        "kontanthjælp",
        "ydelse",
        "benefit",
        "sanktion",
        "cpr",
    ] {
        assert!(!told.contains(part), "{} says {part}: {told}", sample.name);
    }
    let mut private: Vec<String> = Vec::new();
    private.extend(EndReason::ALL.iter().map(|each| t.kind("end-reason", each.as_str())));
    private.extend(TargetGroup::ALL.iter().map(|each| t.kind("target-group", each.as_str())));
    private.extend(PlacementKind::ALL.iter().map(|each| t.kind("placement-kind", each.as_str())));
    private.extend(OutcomeKind::ALL.iter().map(|each| t.kind("outcome-kind", each.as_str())));
    private.extend(DisclosureItem::ALL.iter().map(|each| t.kind("disclosure-item", each.as_str())));
    for words in private {
        let is_told = has_word(&told, &words.to_lowercase());
        assert!(!is_told, "{} says {words}: {told}", sample.name);
    }
}

/// `Bo` is not in `Bogen`.
pub fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
