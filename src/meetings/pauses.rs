//! Who rests when: as few rests as will do, in the rounds in which seats are scarce.

use super::chance::Chance;
use super::hall::Hall;

/// For each person the rounds in which the first timetable may use them.
pub(super) fn choose(hall: &Hall, chance: &mut Chance) -> Vec<u32> {
    let mut pressure: Vec<i64> = (0..hall.rounds)
        .map(|r| {
            let guests = hall.open.iter().filter(|&open| open >> r & 1 == 1).count();
            let seats = hall.seats.iter().zip(&hall.staffed).filter(|(_, s)| *s >> r & 1 == 1);
            guests as i64 - seats.map(|(seats, _)| *seats as i64).sum::<i64>()
        })
        .collect();
    let mut order: Vec<usize> = (0..hall.people.len()).collect();
    chance.shuffle(&mut order);
    let mut chosen = vec![0; hall.people.len()];
    for p in order {
        chosen[p] = sitting(hall, p, &pressure);
        for (r, pressure) in pressure.iter_mut().enumerate() {
            *pressure -= i64::from((hall.open[p] & !chosen[p]) >> r & 1);
        }
    }
    chosen
}

/// The most rounds that one person can sit, rests included; among those the rounds with least pressure.
///
/// Dynamic programming from the last round over the length of the run so far: O(rounds x run).
pub(super) fn sitting(hall: &Hall, p: usize, pressure: &[i64]) -> u32 {
    let run = (hall.run[p] as usize).min(hall.rounds);
    let mut best = vec![((0i64, 0i64), 0u32); run + 1];
    for r in (hall.from..hall.rounds).rev() {
        let rest = best[0];
        best = (0..=run)
            .map(|length| {
                if length == run || hall.open[p] >> r & 1 == 0 {
                    return rest;
                }
                let ((count, ease), rounds) = best[length + 1];
                let sit = ((count + 1, ease - pressure[r]), rounds | 1 << r);
                if sit.0 > rest.0 { sit } else { rest }
            })
            .collect();
    }
    let since = (0..hall.from).rev().take_while(|&r| hall.sat[p] >> r & 1 == 1).count();
    best[since.min(run)].1
}
