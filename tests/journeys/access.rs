//! Every route of the access table, as every role and as nobody.

use omvendt::app::table::ACCESS;
use omvendt::domain::{AccountId, Role};
use omvendt::entities::new_id;
use omvendt::web::access::{Access, Who};

use crate::support::{Browser, TestApp};

/// Those that sign the visitor out, and so come last.
const LEAVING: [&str; 2] = ["/sign-out", "/account/sign-out"];

#[tokio::test(flavor = "multi_thread")]
async fn nobody_signed_in_is_led_to_sign_in_and_back() {
    let app = TestApp::spawn().await;
    for access in ACCESS {
        let path = filled(access.path);
        let answer = ask(&app.browser(), access, &path).await;
        match access.who {
            Who::Demo => assert_eq!(answer.0, 404, "{} {path}", access.method),
            Who::Anyone => {
                assert!(!is_to_sign_in(&answer), "{} {path}: {answer:?}", access.method);
                assert!(answer.0 < 500, "{} {path}: {answer:?}", access.method);
            }
            Who::SignedIn | Who::Roles(_) => {
                assert!(is_to_sign_in(&answer), "{} {path}: {answer:?}", access.method);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_finds_what_the_table_names_it_for_and_nothing_else() {
    let app = TestApp::spawn().await;
    for role in Role::ALL {
        let browser = signed_in(&app, *role).await;
        let (leaving, staying): (Vec<_>, Vec<_>) =
            ACCESS.iter().partition(|access| LEAVING.contains(&access.path));
        for access in staying {
            walk(&browser, *role, access).await;
        }
        for access in leaving {
            walk(&signed_in(&app, *role).await, *role, access).await;
        }
    }
}

async fn walk(browser: &Browser, role: Role, access: &Access) {
    let path = filled(access.path);
    let answer = ask(browser, access, &path).await;
    let what = format!("{role}: {} {path}: {answer:?}", access.method);
    let admitted = match access.who {
        Who::Demo => false,
        Who::Anyone | Who::SignedIn => true,
        Who::Roles(roles) => roles.contains(&role),
    };
    if !admitted {
        return assert_eq!(answer.0, 404, "{what}");
    }
    assert!(!is_to_sign_in(&answer) && answer.0 < 500, "{what}");
    if path == access.path && access.method == "GET" {
        assert_ne!(answer.0, 404, "{what}");
    }
}

fn is_to_sign_in(answer: &(u16, String)) -> bool {
    answer.0 == 303 && answer.1.starts_with("/sign-in?back=")
}

async fn ask(browser: &Browser, access: &Access, path: &str) -> (u16, String) {
    let seen = match access.method.as_str() {
        "GET" => browser.get(path).await,
        "POST" => browser.post(path, []).await,
        other => panic!("the walk does not know {other}"),
    };
    (seen.status, seen.location)
}

/// The path with an id that nothing has in each gap.
fn filled(path: &str) -> String {
    let mut filled = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        filled.push_str(&uuid::Uuid::new_v4().to_string());
        rest = after.split_once('}').expect("a gap ends").1;
    }
    filled + rest
}

/// Somebody new of this role, signed in as that role does.
async fn signed_in(app: &TestApp, role: Role) -> Browser {
    let name = format!("{role} {}", new_id::<AccountId>().0.simple());
    match role {
        Role::Consultant | Role::Manager | Role::Administrator => app.staff(role, &name).await,
        Role::YoungPerson => {
            let name = format!("Mia{}", new_id::<AccountId>().0.simple());
            let mia = app.young_person(&name).await;
            app.sign_in(&mia.email).await
        }
        Role::Company => app.sign_in(&app.acts_for_a_company(&name).await).await,
        Role::Mentor => app.sign_in(&app.municipal_mentor(&name).await).await,
    }
}
