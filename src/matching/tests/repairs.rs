//! Repairs of a published result: nobody is moved who can stay, or as few as the best result allows.

use super::brute_force::{Posts, all_matchings, posts_of, tie_break, worth};
use super::cases::{Case, Chance};
use super::optimal::OPTIMISING;
use crate::matching::{Control, Instance, Objective, Solution, repair, solve};

fn fresh(instance: &Instance, objective: Objective) -> Solution {
    solve(instance, objective, &Control::default()).unwrap()
}

fn kept(world: &Instance, published: &[Option<u32>], posts: &Posts) -> usize {
    let stays = |who: &usize| published[*who].is_some() && posts[*who] == published[*who];
    (0..published.len()).filter(|who| world.pinned_to(*who).is_none()).filter(stays).count()
}

/// Somebody says no to the place they were given, and one post loses a place.
fn change(case: &Case, published: &[Option<u32>], seed: u64) -> Case {
    let before = case.instance();
    let mut after = case.clone();
    let no = |who: &usize| published[*who].is_some() && before.pinned_to(*who).is_none();
    if let Some(who) = (0..published.len()).find(no) {
        let post = before.node_id(published[who].unwrap() as usize);
        after.forbidden.push((before.applicant_id(who).to_owned(), post.to_owned()));
    }
    let at = seed as usize % after.posts.len();
    after.posts[at].quota = after.posts[at].quota.map(|quota| quota.saturating_sub(1));
    after
}

#[test]
fn repairs_keep_as_many_as_can_be_kept_and_are_optimal_beside() {
    for seed in 99_000..101_000 {
        let case = Case::small(seed);
        let before = case.instance();
        for objective in OPTIMISING {
            let published = posts_of(&fresh(&before, objective));
            let after = change(&case, &published, seed);
            let Ok(world) = after.draft().check() else { continue };
            check_repair(&world, objective, &published, seed);
        }
    }
}

fn check_repair(world: &Instance, objective: Objective, published: &[Option<u32>], seed: u64) {
    let repaired = repair(world, objective, published, &Control::default()).unwrap();
    let kept = |posts: &Posts| kept(world, published, posts);
    let all = all_matchings(world);
    let worth = |posts: &Posts| (worth(world, objective, posts), tie_break(world, posts).0);
    let gentle = all.iter().map(|posts| (kept(posts), worth(posts))).max().unwrap();
    let best = all.iter().map(|posts| (worth(posts), kept(posts))).max().unwrap();
    let got = posts_of(&repaired.gentle.solution);
    assert_eq!((kept(&got), worth(&got)), gentle, "seed {seed}, {objective}");
    let got = posts_of(&repaired.best.solution);
    assert_eq!((worth(&got), kept(&got)), best, "seed {seed}, {objective}");
    assert_eq!(repaired.fresh.solution, fresh(world, objective), "seed {seed}, {objective}");
    for one in [&repaired.gentle, &repaired.best, &repaired.fresh] {
        let posts = posts_of(&one.solution);
        let moved = (0..published.len())
            .filter(|&who| published[who].is_some() && posts[who] != published[who]);
        assert!(one.moved.iter().map(|&who| who as usize).eq(moved), "seed {seed}, {objective}");
    }
}

#[test]
fn a_stable_result_is_repaired_around_those_who_stay() {
    for seed in 103_000..105_000 {
        let case = Case::small(seed);
        let published = posts_of(&fresh(&case.instance(), Objective::Stable));
        let after = change(&case, &published, seed);
        let Ok(world) = after.draft().check() else { continue };
        let repaired = repair(&world, Objective::Stable, &published, &Control::default()).unwrap();
        assert_eq!(repaired.fresh.solution, fresh(&world, Objective::Stable), "seed {seed}");
        assert_eq!(repaired.best, repaired.fresh, "seed {seed}");

        let gentle = posts_of(&repaired.gentle.solution);
        let all = all_matchings(&world);
        assert!(all.contains(&gentle), "seed {seed}");
        let most = all.iter().map(|posts| kept(&world, &published, posts)).max().unwrap();
        let stay = |who: &usize| published[*who].is_some() && gentle[*who] == published[*who];
        assert_eq!(kept(&world, &published, &gentle), most, "seed {seed}");

        // Those who stay pinned, the others are placed as a fresh run would place them.
        let mut pinned = after.clone();
        for who in (0..published.len()).filter(stay).filter(|&who| world.pinned_to(who).is_none()) {
            let post = world.node_id(published[who].unwrap() as usize);
            pinned.pins.push((world.applicant_id(who).to_owned(), post.to_owned()));
        }
        let around = posts_of(&fresh(&pinned.instance(), Objective::Stable));
        assert_eq!(gentle, around, "seed {seed}");

        let mut shuffled = after.clone();
        Chance(seed).shuffle(&mut shuffled.people);
        let other = shuffled.instance();
        let index = |who: usize| world.find_applicant(other.applicant_id(who)).unwrap();
        let same: Posts = (0..published.len()).map(|who| published[index(who)]).collect();
        let repaired = repair(&other, Objective::Stable, &same, &Control::default()).unwrap();
        let again = posts_of(&repaired.gentle.solution);
        for who in 0..published.len() {
            assert_eq!(again[who], gentle[index(who)], "seed {seed}: the order of the file");
        }
    }
}
