//! What a call is about, in words.

use crate::domain::CallKind;
use crate::entities::call;
use crate::words::Words;

pub fn what(call: &call::Model, t: Words) -> String {
    t.kind("call-kind", call.kind.as_str())
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
