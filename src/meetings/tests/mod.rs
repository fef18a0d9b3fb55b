//! The planner held to its promises on days of every shape, and to brute force on tiny ones.
