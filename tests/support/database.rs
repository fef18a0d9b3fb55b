use std::path::Path;

use omvendt::state::Db;
use sea_orm::{ConnectionTrait, Database as Connect};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// A database of its own for one story, copied from one that was migrated once.
pub struct Database {
    pub url: String,
}

static SQLITE: OnceCell<Vec<u8>> = OnceCell::const_new();
static POSTGRES: OnceCell<String> = OnceCell::const_new();

impl Database {
    pub async fn fresh(folder: &Path) -> Self {
        match std::env::var("OMVENDT_TEST_ON").as_deref() {
            Ok("postgres") => Self::postgres().await,
            Ok("sqlite") | Err(_) => Self::sqlite(folder).await,
            Ok(other) => panic!("OMVENDT_TEST_ON is {other}; it must be sqlite or postgres"),
        }
    }

    async fn sqlite(folder: &Path) -> Self {
        let migrated = SQLITE
            .get_or_init(async || {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let file = folder.path().join("migrated.db");
                let db =
                    Db::connect(&format!("sqlite:{}", file.display())).await.expect("SQLite opens");
                omvendt::commands::prepare(&db).await.expect("the migrations apply");
                db.close().await.expect("SQLite closes");
                std::fs::read(file).expect("the database is a file")
            })
            .await;
        let file = folder.join("omvendt.db");
        std::fs::write(&file, migrated).expect("a copy of the database");
        Self { url: format!("sqlite:{}", file.display()) }
    }

    async fn postgres() -> Self {
        let server = server();
        let template = POSTGRES
            .get_or_init(async || {
                let name = format!("template_{}", Uuid::new_v4().simple());
                run(&format!("CREATE DATABASE {name}")).await;
                let db =
                    Db::connect(&format!("{server}/{name}")).await.expect("PostgreSQL answers");
                omvendt::commands::prepare(&db).await.expect("the migrations apply");
                db.close().await.expect("the connection closes");
                name
            })
            .await;
        let name = format!("story_{}", Uuid::new_v4().simple());
        run(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        Self { url: format!("{server}/{name}") }
    }
}

fn server() -> String {
    std::env::var("OMVENDT_TEST_POSTGRES")
        .expect("OMVENDT_TEST_POSTGRES names a PostgreSQL server, as `make test` sets it")
}

async fn run(sql: &str) {
    let admin =
        Connect::connect(format!("{}/postgres", server())).await.expect("PostgreSQL answers");
    admin.execute_unprepared(sql).await.expect(sql);
    admin.close().await.expect("the connection closes");
}
