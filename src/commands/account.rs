//! `omvendt account add`.

use anyhow::{Context, bail, ensure};

use crate::domain::contact::{Email, clean_line};
use crate::domain::sign_in::needs_second_factor;
use crate::domain::{Language, Role};
use crate::features::accounts::invite::{self, NewAccount};

/// Makes an account for somebody on the staff, sends the invitation and prints its link, so that the first
/// administrator gets in before mail works.
pub async fn add(role: &str, name: &str, email: &str, language: &str) -> anyhow::Result<()> {
    let new = checked(role, name, email, language)?;
    let state = super::state(super::settings(false)?).await?;
    let (role, address) = (new.role, email.trim());
    let txn = state.write().await?;
    let Ok(account) = invite::add(&txn, &state, new).await? else {
        bail!("{address} has an account already");
    };
    let link = invite::send(&txn, &state, &account, None).await?;
    let link = link.context("the account has no e-mail")?;
    txn.commit().await?;
    state.db.close().await?;
    println!("{address} is invited as {role}. The link works once, for 14 days:\n{link}");
    Ok(())
}

fn checked(role: &str, name: &str, email: &str, language: &str) -> anyhow::Result<NewAccount> {
    let role: Role = role
        .parse()
        .ok()
        .filter(|role| needs_second_factor(*role))
        .context("--role must be administrator, manager or consultant")?;
    let name = clean_line(name, 100).context("--name is not right")?;
    ensure!(!name.is_empty(), "--name is empty");
    let email = Email::parse(email).context("--email is not right")?;
    let language: Language = language.parse().ok().context("--language must be da or en")?;
    let email = Some(email.as_str().to_owned());
    Ok(NewAccount { role, name, email, phone: None, language })
}
