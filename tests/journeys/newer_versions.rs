//! What a newer version finds in a database from before.

use omvendt::entities::setting;
use omvendt::features::programme;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_database_from_before_gets_the_settings_that_are_new_and_keeps_its_own() {
    let app = TestApp::spawn().await;
    let txn = app.state.write().await.unwrap();
    programme::set(&txn, "contact_phone", "11 22 33 44").await.unwrap();
    setting::Entity::delete_many()
        .filter(setting::Column::Name.eq("talk_working_days"))
        .exec(&txn)
        .await
        .unwrap();
    programme::load_defaults(&txn).await.unwrap();
    assert_eq!(programme::number(&txn, "talk_working_days").await.unwrap(), 1);
    assert_eq!(programme::setting(&txn, "contact_phone").await.unwrap(), "11 22 33 44");
    txn.commit().await.unwrap();
}
