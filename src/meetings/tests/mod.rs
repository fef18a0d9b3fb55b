//! The planner held to its promises on days of every shape, and to brute force on tiny ones.

mod brute_force;
mod cases;
mod crowd;
mod promises;
mod quality;
mod referee;
mod refusals;
