//! How often one address may try what a stranger can try. Wide enough for a hundred people behind one wifi who
//! sign in within five minutes; guessing at one account is stopped much earlier, by the account's own limits.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::web;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::error::AppError;
use crate::state::AppState;

/// Posts to these paths and below them count.
const LIMITED: &[&str] = &["/sign-in", "/invitation", "/companies/interest"];

/// Four presses for each of a hundred people, and as many again five minutes later.
const POSTS: NonZeroU32 = NonZeroU32::new(400).expect("400 is not nought");
const WITHIN: Duration = Duration::from_secs(5 * 60);

/// With more addresses than this remembered, those that have been quiet are forgotten.
const REMEMBERED: usize = 10_000;

pub struct Limits(DefaultKeyedRateLimiter<IpAddr>);

impl Default for Limits {
    fn default() -> Self {
        let each = WITHIN / POSTS.get();
        let quota = Quota::with_period(each).expect("the pause is not nought").allow_burst(POSTS);
        Self(RateLimiter::keyed(quota))
    }
}

impl Limits {
    fn admits(&self, address: IpAddr) -> bool {
        if self.0.len() > REMEMBERED {
            self.0.retain_recent();
        }
        self.0.check_key(&household(address)).is_ok()
    }
}

pub async fn tries(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let is_limited = request.method() == Method::POST
        && LIMITED.iter().any(|path| is_below(request.path(), path));
    if is_limited && !is_admitted(&request) {
        return Ok(request.error_response(AppError::TooMany));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_admitted(request: &ServiceRequest) -> bool {
    let limits = request.app_data::<web::Data<Limits>>();
    match (limits, client(request)) {
        (Some(limits), Some(address)) => limits.admits(address),
        _ => true,
    }
}

/// Who asks: the neighbour on the line, or, when that is a proxy we trust, whom the proxies say it is.
fn client(request: &ServiceRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let trusted = &request.app_data::<web::Data<AppState>>()?.settings.trusted_proxies;
    let forwarded: Vec<&str> = request
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    Some(behind(peer, &forwarded, trusted))
}

/// Read from the right, because each proxy adds its neighbour there and anybody can write what stands before.
fn behind(peer: IpAddr, forwarded: &[&str], trusted: &[IpAddr]) -> IpAddr {
    let mut client = peer.to_canonical();
    for address in forwarded.iter().rev() {
        if !trusted.contains(&client) {
            break;
        }
        let Ok(next) = address.trim().parse::<IpAddr>() else { break };
        client = next.to_canonical();
    }
    client
}

/// One household or school has a whole /64 of IPv6 to choose addresses from.
fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn only_a_trusted_proxy_is_believed_about_who_is_behind_it() {
        let proxies = [ip("10.0.0.1"), ip("10.0.0.2")];
        let behind = |peer, forwarded: &[&str]| behind(ip(peer), forwarded, &proxies);
        assert_eq!(behind("203.0.113.9", &["198.51.100.1"]), ip("203.0.113.9"));
        assert_eq!(behind("10.0.0.1", &["198.51.100.1"]), ip("198.51.100.1"));
        assert_eq!(
            behind("10.0.0.1", &["6.6.6.6", "198.51.100.1", "10.0.0.2"]),
            ip("198.51.100.1")
        );
        assert_eq!(behind("::ffff:10.0.0.1", &["198.51.100.1"]), ip("198.51.100.1"));
        assert_eq!(behind("10.0.0.1", &["nonsense"]), ip("10.0.0.1"));
        assert_eq!(behind("10.0.0.1", &[]), ip("10.0.0.1"));
    }

    #[test]
    fn a_hundred_people_get_in_and_a_machine_does_not() {
        let limits = Limits::default();
        for _ in 0..400 {
            assert!(limits.admits(ip("203.0.113.9")));
        }
        assert!((0..400).any(|_| !limits.admits(ip("203.0.113.9"))));
        assert!(limits.admits(ip("203.0.113.10")));
    }

    #[test]
    fn a_whole_household_of_ipv6_counts_as_one() {
        assert_eq!(household(ip("2001:db8:1:2:a:b:c:d")), ip("2001:db8:1:2::"));
    }
}
