//! What cannot be run is refused with a sentence that names the place.

use crate::matching::{Draft, DraftApplicant, DraftGroup, DraftPost, Refusal};

fn bakery() -> Draft<'static> {
    Draft {
        kinds: vec!["clarification", "training"],
        groups: vec![DraftGroup { id: "acme", upper_quota: Some(1), ..Default::default() }],
        posts: vec![
            DraftPost {
                id: "acme/training",
                parent: Some("acme"),
                kind: Some("training"),
                capacity: 2,
                ..Default::default()
            },
            DraftPost { id: "bakery", capacity: 1, ..Default::default() },
        ],
        applicants: vec![
            DraftApplicant {
                id: "mia",
                preferences: vec![(1, "acme"), (2, "bakery")],
                ..Default::default()
            },
            DraftApplicant { id: "ali", kinds: Some(vec!["clarification"]), ..Default::default() },
        ],
        ..Default::default()
    }
}

fn refused(change: impl FnOnce(&mut Draft<'static>)) -> String {
    let mut draft = bakery();
    assert!(draft.check().is_ok());
    change(&mut draft);
    draft.check().unwrap_err().to_string()
}

#[test]
fn ids_must_be_usable_and_unique() {
    assert_eq!(refused(|draft| draft.posts[0].id = ""), "posts[0]: the id is empty");
    assert!(refused(|draft| draft.applicants[0].id = "mi\na").contains("control character"));
    assert!(refused(|draft| draft.posts[1].id = "acme").contains("'acme' is used twice"));
    assert!(refused(|draft| draft.applicants[1].id = "mia").contains("'mia' is used twice"));
    assert!(refused(|draft| draft.kinds.push("training")).contains("'training' is listed twice"));
}

#[test]
fn parents_must_form_a_forest_of_groups() {
    assert!(
        refused(|draft| draft.posts[0].parent = Some("nowhere"))
            .contains("the parent 'nowhere' does not exist")
    );
    assert!(refused(|draft| draft.posts[0].parent = Some("bakery")).contains("is a post"));
    assert!(
        refused(|draft| draft.groups[0].parent = Some("acme")).contains("'acme' form a circle")
    );
    let circle = refused(|draft| {
        let group = |id, parent| DraftGroup { id, parent: Some(parent), ..Default::default() };
        draft.groups.extend([group("b", "c"), group("c", "d"), group("d", "b")]);
    });
    assert!(circle.contains("form a circle"), "{circle}");
}

#[test]
fn kinds_and_ids_must_be_known() {
    assert!(
        refused(|draft| draft.posts[1].kind = Some("trainig"))
            .contains("the kind 'trainig' is not in 'kinds'")
    );
    assert!(
        refused(|draft| draft.applicants[0].kinds = Some(vec!["x"]))
            .contains("applicant 'mia': the kind 'x'")
    );
    assert_eq!(
        refused(|draft| draft.applicants[0].preferences[1].1 = "bakry"),
        "applicant 'mia': preferences, class 2, names 'bakry', which is no post or group"
    );
    assert_eq!(
        refused(|draft| draft.forbidden.push(("eva", "acme"))),
        "forbidden[0]: there is no applicant 'eva'"
    );
    assert_eq!(
        refused(|draft| draft.forbidden.push(("mia", "x"))),
        "forbidden[0]: there is no post or group 'x'"
    );
    assert_eq!(
        refused(|draft| draft.pins.push(("eva", "bakery"))),
        "pins[0]: there is no applicant 'eva'"
    );
    assert_eq!(
        refused(|draft| draft.pins.push(("mia", "acme"))),
        "pins[0]: there is no post 'acme'"
    );
    let inner = refused(|draft| draft.posts[0].priorities = Some(vec![vec!["mia"]]));
    assert!(inner.contains("without a parent"), "{inner}");
    let stranger = refused(|draft| draft.groups[0].priorities = Some(vec![vec!["eva"]]));
    assert!(stranger.contains("'eva', who is no applicant"), "{stranger}");
}

#[test]
fn numbers_must_be_of_this_world() {
    assert!(
        refused(|draft| draft.posts[1].capacity = 1 << 40).contains("capacity is 1099511627776")
    );
    assert!(refused(|draft| draft.groups[0].upper_quota = Some(u64::MAX)).contains("upper_quota"));
    assert!(refused(|draft| draft.applicants[0].waited = 1 << 30).contains("waited"));
    assert!(
        refused(|draft| draft.applicants[0].preferences[1].0 = 70_000)
            .contains("classes in one list")
    );
}

#[test]
fn pins_must_hold() {
    let both = |draft: &mut Draft<'static>| {
        draft.pins.extend([("mia", "bakery"), ("mia", "acme/training")])
    };
    assert!(refused(both).contains("'mia' is pinned twice"));
    let forbidden = |draft: &mut Draft<'static>| {
        draft.forbidden.push(("mia", "acme"));
        draft.pins.push(("mia", "acme/training"));
    };
    assert!(refused(forbidden).contains("a forbidden pair"));
    assert!(refused(|draft| draft.pins.push(("ali", "acme/training"))).contains("not eligible"));
    let crowded = |draft: &mut Draft<'static>| {
        draft.pins.extend([("mia", "acme/training"), ("eva", "acme/training")]);
        draft.applicants.push(DraftApplicant { id: "eva", ..Default::default() });
    };
    assert_eq!(refused(crowded), "pins put 2 applicants in 'acme', whose quota is 1");
    let small = Draft {
        posts: vec![DraftPost { id: "p", capacity: 0, ..Default::default() }],
        ..Default::default()
    };
    let mut small =
        Draft { applicants: vec![DraftApplicant { id: "y", ..Default::default() }], ..small };
    small.pins.push(("y", "p"));
    assert_eq!(
        small.check().unwrap_err(),
        Refusal::PinsOverQuota { id: "p".into(), pinned: 1, quota: 0 }
    );
}

#[test]
fn a_file_without_kinds_need_not_declare_them() {
    let mut draft = bakery();
    draft.kinds.clear();
    assert!(draft.check().is_ok());
}
