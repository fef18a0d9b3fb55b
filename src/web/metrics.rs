//! Counts for Prometheus, served as text on a listener of their own.

use std::net::TcpListener;
use std::sync::LazyLock;
use std::time::Duration;

use actix_web::{App, HttpResponse, HttpServer, dev::Server, web};
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder};

struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    due_failures: IntCounterVec,
}

static METRICS: LazyLock<Metrics> = LazyLock::new(|| {
    let registry = Registry::new();
    let requests = IntCounterVec::new(
        Opts::new(
            "omvendt_requests_total",
            "Requests answered, by method, path pattern and status.",
        ),
        &["method", "path", "status"],
    )
    .expect("the metric is well named");
    let buckets = vec![0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];
    let seconds = HistogramVec::new(
        HistogramOpts::new(
            "omvendt_request_seconds",
            "Seconds from request to answer, by path pattern.",
        )
        .buckets(buckets),
        &["path"],
    )
    .expect("the metric is well named");
    let due_failures = IntCounterVec::new(
        Opts::new("omvendt_due_failures_total", "Failures of what falls due, by step."),
        &["step"],
    )
    .expect("the metric is well named");
    registry.register(Box::new(due_failures.clone())).expect("registered once");
    registry.register(Box::new(requests.clone())).expect("registered once");
    registry.register(Box::new(seconds.clone())).expect("registered once");
    Metrics { registry, requests, seconds, due_failures }
});

pub fn observe(method: &str, path: &str, status: u16, took: Duration) {
    METRICS.requests.with_label_values(&[method, path, &status.to_string()]).inc();
    METRICS.seconds.with_label_values(&[path]).observe(took.as_secs_f64());
}

pub fn due_failed(step: &str) {
    METRICS.due_failures.with_label_values(&[step]).inc();
}

/// `GET /metrics` on its own listener, which the proxy in front does not show to the world.
pub fn server(listener: TcpListener) -> std::io::Result<Server> {
    let server = HttpServer::new(|| App::new().route("/metrics", web::get().to(show)))
        .workers(1)
        .disable_signals()
        .listen(listener)?
        .run();
    Ok(server)
}

async fn show() -> HttpResponse {
    match TextEncoder::new().encode_to_string(&METRICS.registry.gather()) {
        Ok(text) => {
            HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text)
        }
        Err(error) => {
            tracing::error!(%error, "metrics could not be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}
