//! The slice's refusals and facts in words.

use crate::domain::checklist::{ChecklistError, ItemGroup};
use crate::domain::legal::Ratio;
use crate::words::Words;

pub fn refusal(error: ChecklistError, t: Words) -> String {
    match error {
        ChecklistError::NotAsked => t.checklist_refused_not_asked(),
        ChecklistError::Changed => t.checklist_refused_changed(),
        ChecklistError::NotRelevant => t.checklist_refused_not_relevant(),
        ChecklistError::AlwaysRelevant => t.checklist_refused_always_relevant(),
        ChecklistError::ColleaguesMustBeHeard => t.checklist_refused_colleagues(),
        ChecklistError::ReasonMissing => t.checklist_refused_reason(),
    }
}

pub fn group(group: ItemGroup, t: Words) -> String {
    t.say(&format!("checklist-group-{}", group.as_str().replace('_', "-")))
}

pub fn ratio(ratio: Ratio, t: Words) -> String {
    match ratio {
        Ratio::HeadcountUnknown { used } => t.checklist_ratio_unknown(used),
        Ratio::Within { employees, allowed, used } => {
            t.checklist_ratio_within(used, employees, allowed)
        }
        Ratio::Over { employees, allowed, used, over_by } => {
            t.checklist_ratio_over(used, employees, allowed, over_by)
        }
    }
}
