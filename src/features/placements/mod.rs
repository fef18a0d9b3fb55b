//! Placements: from the proposal through two yeses, the agreed days and the start to the end and what it led to.
//!
//! Owns `placement`, `placement_answer`, `placement_history`, `disclosure`, `outcome`, `observation`.

mod acts;
pub mod answer;
pub mod closing;
pub mod desk;
pub mod disclosures;
mod due;
mod fit;
mod forms;
mod free;
pub mod history;
mod lists;
pub mod mail;
pub mod mentor;
pub mod observations;
mod people;
pub mod period;
pub mod proposal;
pub mod record;
mod sections;
pub mod show;
mod steps;
mod store;
pub mod switch;
mod way;
mod words;

pub use acts::answer::{accept, decline, talk_first};
pub use acts::dates::{Changed, NewDates, SetDatesError, set_dates};
pub use acts::disclose::{DiscloseError, disclose, take_back};
pub use acts::end::{NewEnd, end};
pub use acts::hand_over::hand_over;
pub use acts::mentor::{MentorError, replace_mentor};
pub use acts::observe::{NewObservation, ObserveError, observe};
pub use acts::outcome::{NewOutcome, OutcomeError, record_outcome};
pub use acts::propose::{NewProposal, propose};
pub use acts::start::{GrantError, VoiceRefused, grant, record_voice, start};
pub use acts::switch::{NewSwitch, SwitchError, switch};
pub use acts::withdraw::withdraw;
pub use due::due;
pub use lists::{Listed, of_company, of_mentor, of_young_person, shown_to};
pub use people::municipality_lines;
pub use store::holding_places;

use crate::domain::PlacementId;
use crate::features::checklists::access;

pub const DESK: &str = "/desk/placements";

pub fn path(id: PlacementId) -> String {
    access::placement_path(id)
}
