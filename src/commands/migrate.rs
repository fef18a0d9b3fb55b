//! `omvendt migrate`.

pub async fn run() -> anyhow::Result<()> {
    let state = super::state(super::settings(false)?).await?;
    println!("the schema is up to date");
    state.db.close().await?;
    Ok(())
}
