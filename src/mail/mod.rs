//! E-mail: messages, the queue they wait in, and the worker that sends them.
//!
//! A message tells as little as possible: no reason, no diagnosis, no young person and company together to a
//! third party, no programme name in the subject. It links to a page behind sign-in.

pub mod html;
mod message;
mod queue;
pub mod retention;
pub mod transport;
mod why_not;
pub mod worker;

pub use message::{Calendar, Marked, Message, Recipient};
pub use queue::{Again, enqueue, try_again, withdraw, written};
pub use why_not::WhyNot;
