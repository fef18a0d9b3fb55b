//! How good the plan is, one sentence each.

use super::Report;
use crate::domain::YoungPersonId;
use crate::words::Words;

pub fn of(report: &Report, t: Words) -> Vec<String> {
    let mut lines = vec![t.day_promise_kept(report.people - lacking(report), report.people)];
    if report.stated.1 > 0 {
        lines.push(t.day_wishes_met(percent(report.stated)));
    }
    lines.push(if report.is_best { t.day_proven_best() } else { not_proven(report, t) });
    if report.clashes > 0 {
        lines.push(t.day_clashes(report.clashes));
    }
    lines
}

/// No plan meets more than every stated wish. Of wishes nobody stated, or that are all met, nothing is said.
fn not_proven(report: &Report, t: Words) -> String {
    let (reached, at_most) = report.promise;
    let meetings = at_most.saturating_sub(reached);
    match 100 - percent(report.stated) {
        0 => t.day_not_proven_promise(meetings),
        wishes => t.day_not_proven(meetings, wishes),
    }
}

fn lacking(report: &Report) -> u64 {
    let mut people: Vec<YoungPersonId> = report.lacks.iter().map(|(person, ..)| *person).collect();
    people.dedup();
    people.len() as u64
}

fn percent((reached, at_most): (u64, u64)) -> u64 {
    (reached * 100).checked_div(at_most).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    fn said(stated: (u64, u64), promise: (u64, u64)) -> String {
        let report = Report { stated, promise, people: 2, ..Report::default() };
        of(&report, Words(Language::Danish)).join(" ")
    }

    #[test]
    fn more_wishes_are_held_out_only_where_a_stated_one_is_not_met() {
        assert!(!said((0, 0), (5, 6)).contains("ønsker"));
        let all = said((4, 4), (5, 6));
        assert!(all.contains("100 % af ønskerne") && !all.contains("flere ønsker"), "{all}");
        assert!(said((2, 4), (5, 6)).contains("50 % flere ønsker"));
        assert!(said((9, 10), (5, 6)).contains("10 % flere ønsker"));
    }

    #[test]
    fn a_promise_that_cannot_be_kept_better_is_not_counted_as_none_more() {
        assert!(said((0, 0), (5, 6)).contains("højst give 1 af de lovede møder mere"));
        let none = "Ingen plan kan holde mere af det, der er lovet";
        assert!(said((0, 0), (6, 6)).contains(none));
        assert!(said((2, 4), (6, 6)).contains(&format!("{none}, men højst 50 % flere ønsker")));
    }
}
