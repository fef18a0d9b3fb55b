//! The file's bytes as text, whatever program wrote them.

use std::borrow::Cow;

/// UTF-8 with or without its mark; else the Windows page that Danish spreadsheets still write. Every line ends
/// in the same way, so that lines are counted as the spreadsheet counts them.
pub fn text(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The sign between columns: the one the first line has most of.
pub fn delimiter(text: &str) -> u8 {
    let heading = text.lines().next().unwrap_or_default();
    let most = [b'\t', b',', b';']
        .into_iter()
        .max_by_key(|sign| heading.bytes().filter(|byte| byte == sign).count());
    most.unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_survive_every_way_a_spreadsheet_writes_them() {
        assert_eq!(text("Åse".as_bytes()), "Åse");
        assert_eq!(text(b"\xef\xbb\xbf\xc3\x85se"), "Åse");
        assert_eq!(text(b"\xc5se \x96 \xe6\xf8\xe5"), "Åse – æøå");
    }

    #[test]
    fn lines_end_alike_whatever_program_wrote_them() {
        assert_eq!(text(b"\xef\xbb\xbfnavn\r\nMia\r\n"), "navn\nMia\n");
        assert_eq!(text(b"navn\rMia\r"), "navn\nMia\n");
    }

    #[test]
    fn the_heading_tells_what_stands_between_columns() {
        assert_eq!(delimiter("navn;e-mail;mål, kort\n"), b';');
        assert_eq!(delimiter("name,email,goal"), b',');
        assert_eq!(delimiter("navn\te-mail"), b'\t');
        assert_eq!(delimiter(""), b';');
    }
}
