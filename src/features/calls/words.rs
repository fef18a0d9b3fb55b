//! What a call is about, in words.

use chrono::NaiveDate;

use crate::domain::CallKind;
use crate::entities::call;
use crate::words::Words;

/// With the day of the meeting it is about, if there is one: two calls to one company may be about two meetings.
pub fn what(call: &call::Model, met_on: Option<NaiveDate>, t: Words) -> String {
    let kind = t.kind("call-kind", call.kind.as_str());
    match met_on {
        Some(day) => t.calls_about_meeting(kind, t.day(day)),
        None => kind,
    }
}

/// What the caller should say or know. A message that could not be sent is told in the words kept for it here,
/// as `calls-tell-<message>`.
pub fn to_say(call: &call::Model, t: Words) -> String {
    if call.kind != CallKind::Tell {
        return call.words.clone();
    }
    let key = format!("calls-tell-{}", call.words);
    if Words::knows(&key) { t.say(&key) } else { t.calls_tell() }
}
