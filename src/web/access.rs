//! Who may use which route. The access table lists every route with its method and people; the router is built
//! from it, and nothing is reachable that does not stand there.

use actix_web::http::Method;
use actix_web::{Route, web};

use super::visitor::Visitor;
use crate::domain::Role;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anyone,
    SignedIn,
    Roles(&'static [Role]),
    /// Everybody, in a demo only; elsewhere the route is not there.
    Demo,
}

pub struct Access {
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
    pub route: fn() -> Route,
}

impl Who {
    pub fn admits(self, visitor: &Visitor) -> bool {
        match self {
            Self::Anyone | Self::SignedIn | Self::Demo => true,
            Self::Roles(roles) => roles.contains(&visitor.role),
        }
    }
}

/// Writes the access table: `GET "/me" [YoungPerson] young_people::home::show;`.
#[macro_export]
macro_rules! access_table {
    ($($method:ident $path:literal $who:tt $($handler:ident)::+ ;)+) => {
        &[$($crate::web::access::Access {
            method: actix_web::http::Method::$method,
            path: $path,
            who: $crate::access_table!(@who $who),
            route: || actix_web::Route::new().to($($handler)::+),
        }),+]
    };
    (@who Anyone) => { $crate::web::access::Who::Anyone };
    (@who SignedIn) => { $crate::web::access::Who::SignedIn };
    (@who Demo) => { $crate::web::access::Who::Demo };
    (@who [$($role:ident),+]) => { $crate::web::access::Who::Roles(&[$($crate::domain::Role::$role),+]) };
}

/// One resource per path, so that a wrong method is told apart from a wrong path; HEAD answers where GET does.
pub fn routes(table: &'static [Access], demo: bool) -> impl FnOnce(&mut web::ServiceConfig) {
    move |config| {
        let mut paths: Vec<&str> = Vec::new();
        for access in table.iter().filter(|access| demo || access.who != Who::Demo) {
            if !paths.contains(&access.path) {
                paths.push(access.path);
            }
        }
        for path in paths {
            let mut resource = web::resource(path);
            for access in table.iter().filter(|access| access.path == path) {
                resource = resource.route((access.route)().method(access.method.clone()));
                if access.method == Method::GET {
                    resource = resource.route((access.route)().method(Method::HEAD));
                }
            }
            config.service(resource);
        }
    }
}
