//! Styles, scripts, fonts and icons under hashed names, embedded in a release build and read from disk in a
//! debug build; and the [`parts`] that the templates' components draw.

pub mod parts;
pub mod summary;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/dist"]
#[allow_missing = true]
struct Dist;

const MANIFEST: &str = ".vite/manifest.json";

/// One file as the web server sends it, with the compressed forms made at build time.
pub struct File {
    pub bytes: Cow<'static, [u8]>,
    pub gzip: Option<Cow<'static, [u8]>>,
    pub brotli: Option<Cow<'static, [u8]>>,
    pub content_type: String,
    /// Whether the name carries a hash of the content, so that it may be kept for ever.
    pub immutable: bool,
}

/// The address of `app.css`, `app.js`, `icons.svg` or `favicon.svg`, hash and all.
///
/// A debug build without Node has no front end; its pages then point at a file that is not there.
pub fn url(name: &str) -> &'static str {
    urls().get(name).map_or("/assets/not-built", String::as_str)
}

/// The file behind `/assets/{path}`.
pub fn file(path: &str) -> Option<File> {
    if path.contains('/') {
        return None;
    }
    let file = Dist::get(&format!("assets/{path}"))?;
    let compressed =
        |ending: &str| Dist::get(&format!("assets/{path}.{ending}")).map(|file| file.data);
    let mime = file.metadata.mimetype();
    let text = mime.starts_with("text/");
    Some(File {
        gzip: compressed("gz"),
        brotli: compressed("br"),
        content_type: if text { format!("{mime}; charset=utf-8") } else { mime.to_owned() },
        immutable: true,
        bytes: file.data,
    })
}

fn urls() -> &'static HashMap<String, String> {
    static URLS: OnceLock<HashMap<String, String>> = OnceLock::new();
    URLS.get_or_init(|| {
        let manifest = Dist::get(MANIFEST)
            .and_then(|file| serde_json::from_slice(&file.data).ok())
            .unwrap_or(serde_json::Value::Null);
        let entries = manifest.as_object().into_iter().flatten();
        entries.filter_map(|(source, entry)| Some((name(source)?, address(entry)?))).collect()
    })
}

/// `styles/app.scss` is asked for as `app.css`: the name a page thinks of.
fn name(source: &str) -> Option<String> {
    let name = source.rsplit('/').next()?;
    Some(name.replace(".scss", ".css").replace(".ts", ".js"))
}

fn address(entry: &serde_json::Value) -> Option<String> {
    Some(format!("/{}", entry.get("file")?.as_str()?))
}

#[cfg(test)]
mod tests {
    use super::{file, url};

    #[test]
    fn every_page_finds_its_assets_with_compressed_forms() {
        for name in ["app.css", "app.js", "icons.svg", "favicon.svg"] {
            let address = url(name);
            let file = file(address.trim_start_matches("/assets/")).expect(name);
            assert!(file.immutable && !file.bytes.is_empty(), "{name}");
            assert!(file.brotli.is_some_and(|small| small.len() < file.bytes.len()), "{name}");
        }
    }

    #[test]
    fn a_first_visit_stays_far_below_its_weight_limit() {
        let weight = |name: &str| {
            let file = file(url(name).trim_start_matches("/assets/")).expect(name);
            file.gzip.map_or(file.bytes.len(), |small| small.len())
        };
        assert!(weight("app.js") < 20_000, "{}", weight("app.js"));
        assert!(weight("app.css") < 30_000, "{}", weight("app.css"));
        assert!(weight("icons.svg") < 10_000, "{}", weight("icons.svg"));
    }

    #[test]
    fn nothing_outside_the_assets_is_served() {
        assert!(file("../.vite/manifest.json").is_none());
        assert!(file("no-such-file.css").is_none());
    }
}
