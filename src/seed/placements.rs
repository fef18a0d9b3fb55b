//! What became of the proposals, as acts with their moments.

use chrono::{DateTime, Utc};

use super::acts::Act;
use super::files::{Files, What};
use super::moments::Days;
use crate::web::AppResult;

pub fn tell<'a>(
    files: &'a Files,
    days: Days,
    story: &mut Vec<(DateTime<Utc>, Act<'a>)>,
) -> AppResult<()> {
    for placement in &files.placements.placement {
        for act in &placement.act {
            story.push((
                days.moment(act.day, &act.at)?,
                Act::Placement { placement, act, days, files },
            ));
            if let What::Talk { done: Some(done) } = &act.what {
                let at = days.moment(done.day, &done.at)?;
                story.push((at, Act::TalkDone { who: &placement.who, done }));
            }
        }
    }
    Ok(())
}
