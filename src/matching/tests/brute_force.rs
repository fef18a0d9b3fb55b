//! Every feasible matching of a small instance, and what each is worth, told again without the engine's code.

use crate::matching::{Instance, Objective, lottery};

pub type Posts = Vec<Option<u32>>;

pub fn all_matchings(instance: &Instance) -> Vec<Posts> {
    let mut room: Vec<u32> = (0..instance.node_count()).map(|node| instance.room(node)).collect();
    let mut posts: Posts = (0..instance.applicant_count())
        .map(|who| instance.pinned_to(who).map(|post| post as u32))
        .collect();
    let mut all = Vec::new();
    extend(instance, 0, &mut room, &mut posts, &mut all);
    all
}

fn extend(
    instance: &Instance,
    who: usize,
    room: &mut [u32],
    posts: &mut Posts,
    all: &mut Vec<Posts>,
) {
    if who == posts.len() {
        return all.push(posts.clone());
    }
    extend(instance, who + 1, room, posts, all);
    if instance.pinned_to(who).is_some() {
        return;
    }
    for edge in instance.edges_of(who) {
        if instance.path(edge.post as usize).any(|node| room[node] == 0) {
            continue;
        }
        instance.path(edge.post as usize).for_each(|node| room[node] -= 1);
        posts[who] = Some(edge.post);
        extend(instance, who + 1, room, posts, all);
        posts[who] = None;
        instance.path(edge.post as usize).for_each(|node| room[node] += 1);
    }
}

pub fn profile(instance: &Instance, posts: &Posts) -> Vec<i64> {
    let mut profile = vec![0; instance.max_rank() as usize];
    for (who, post) in posts.iter().enumerate() {
        if let Some(rank) = post.and_then(|post| instance.rank_at(who, post as usize)) {
            profile[rank as usize - 1] += 1;
        }
    }
    profile
}

/// Larger is better; the definitions of the format, word for word.
pub fn worth(instance: &Instance, objective: Objective, posts: &Posts) -> Vec<i64> {
    worth_with(instance, objective, posts, None)
}

/// The same where somebody is forced to a post, which is then a pin.
pub fn worth_with(
    instance: &Instance,
    objective: Objective,
    posts: &Posts,
    forced: Option<usize>,
) -> Vec<i64> {
    let size = posts.iter().flatten().count() as i64;
    let profile = profile(instance, posts);
    let mut worth = match objective {
        Objective::RankMaximal => vec![],
        _ => vec![size],
    };
    match objective {
        Objective::MaxCardinality | Objective::Stable => {}
        Objective::Greedy | Objective::RankMaximal => worth.extend(&profile),
        Objective::Generous => worth.extend(profile.iter().rev().map(|count| -count)),
        Objective::MinTotalRank => {
            worth.push(-(1..).zip(&profile).map(|(rank, count)| rank * count).sum::<i64>())
        }
        Objective::GreedyGenerous => {
            let free = |(who, post): (usize, &Option<u32>)| {
                post.filter(|_| instance.pinned_to(who).is_none() && forced != Some(who))
                    .and_then(|post| instance.rank_at(who, post as usize))
            };
            let worst = posts.iter().enumerate().filter_map(free).max().unwrap_or(0);
            worth.push(-i64::from(worst));
            worth.extend(&profile);
        }
    }
    worth
}

/// What comes after the objective: those who waited, then the lottery's weights.
pub fn tie_break(instance: &Instance, posts: &Posts) -> (i64, i64) {
    let (mut waited, mut drawn) = (0, 0);
    for (who, post) in posts.iter().enumerate() {
        let Some(post) = post.filter(|_| instance.pinned_to(who).is_none()) else { continue };
        let rank = instance.rank_at(who, post as usize).expect("only ranked places are tried");
        waited += i64::from(instance.waited(who)) * i64::from(instance.max_rank() + 1 - rank);
        let draw = lottery::ties(
            instance.seed(),
            instance.applicant_id(who),
            instance.node_id(post as usize),
        );
        drawn += i64::from(u32::from_be_bytes([draw[0], draw[1], draw[2], draw[3]]));
    }
    (waited, drawn)
}

/// The serial lottery's measure: in the order of the draw the rank of each, then which tied post.
pub fn serial(instance: &Instance, posts: &Posts) -> Vec<i64> {
    let mut order: Vec<usize> =
        (0..posts.len()).filter(|&who| instance.pinned_to(who).is_none()).collect();
    order.sort_by_key(|&who| lottery::order(instance.seed(), instance.applicant_id(who)));
    let rank = |who: usize| posts[who].and_then(|post| instance.rank_at(who, post as usize));
    let ranks = order.iter().map(|&who| -rank(who).map_or(i64::MAX, i64::from));
    let ties = order.iter().map(|&who| {
        let mut tied: Vec<u32> = instance.edges_of(who).iter().map(|edge| edge.post).collect();
        tied.sort_by_key(|&post| {
            lottery::ties(
                instance.seed(),
                instance.applicant_id(who),
                instance.node_id(post as usize),
            )
        });
        -(tied.iter().position(|&post| Some(post) == posts[who]).unwrap_or(0) as i64)
    });
    ranks.chain(ties).collect()
}

pub fn posts_of(solution: &crate::matching::Solution) -> Posts {
    solution.places.iter().map(|placed| placed.map(|placed| placed.post)).collect()
}
