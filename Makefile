# `make help` lists what there is to make.

help:          ## this list
	@awk -F ": *## " '/^[a-z-]+: *## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo:          ## build, and serve a believable month to click through (data/demo keeps it)
	cargo run --locked -- demo

demo-fresh:    ## the same, and the month begins anew
	cargo run --locked -- demo --fresh

test:          ## every test; installs PostgreSQL and Chromium on Debian when it may
	tests/run

check:         ## the quick half: formatting and lints
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings

fmt:           ## format Rust and the front end
	cargo fmt --all
	npm --prefix frontend run format

licences:      ## are all dependencies' licences on our list? (needs cargo-deny)
	cargo deny --offline check bans licenses sources

bench:         ## release build, 10,000 young people, figures on SQLite and PostgreSQL
	tests/load/bench

bench-day:     ## release build, 2,000 phones that follow an event day, on SQLite and on two servers over PostgreSQL
	tests/load/bench-day

bench-matching: ## our engine beside OR-tools and LEMON on instances of 120 to 100,000 young people (half an hour)
	tests/bench_matching/run

bench-meetings: ## the planner of the event day on made-up days: times, and how close to the best
	cd tests/bench_meetings && cargo run --release --quiet

.PHONY: help demo demo-fresh test check fmt licences bench bench-day bench-matching bench-meetings
