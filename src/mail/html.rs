//! The HTML part of a message, made from its subject and text: a heading, paragraphs, and each address on a line of
//! its own a link.

use askama::Template;

use crate::words::Words;

#[derive(Template)]
#[template(path = "mail/frame.html")]
struct Frame<'a> {
    t: Words,
    subject: &'a str,
    paragraphs: Vec<Paragraph<'a>>,
}

enum Paragraph<'a> {
    Lines(Vec<&'a str>),
    Link(&'a str),
}

pub fn from_text(subject: &str, text: &str, t: Words) -> String {
    let paragraphs = text
        .split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty())
        .map(paragraph)
        .collect();
    Frame { t, subject, paragraphs }.render().expect("the frame only writes to a string")
}

fn paragraph(block: &str) -> Paragraph<'_> {
    let is_link = !block.contains(char::is_whitespace)
        && (block.starts_with("https://") || block.starts_with("http://"));
    if is_link { Paragraph::Link(block) } else { Paragraph::Lines(block.lines().collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    #[test]
    fn text_is_escaped_and_an_address_on_its_own_becomes_a_link() {
        let html = from_text(
            "Ny dag",
            "Hej <Mia>\nog godmorgen\n\nhttps://example.org/me\n",
            Words(Language::Danish),
        );
        assert!(html.contains("Hej &#60;Mia&#62;<br>og godmorgen"), "{html}");
        assert!(html.contains("href=\"https://example.org/me\""), "{html}");
    }
}
