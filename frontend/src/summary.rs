//! The summary of what is wrong with a form: each line names its field as the page does, in the page's order.

const OPENS: &str = "<ul data-problems>";

/// Completes each summary of a finished page. A line is `<li><a href="#field">what is wrong</a></li>`, or without
/// a link when it is about the whole form; those stay first.
pub fn name_the_fields(page: &str) -> String {
    let mut done = String::with_capacity(page.len() + 256);
    let mut rest = page;
    while let Some((before, opened)) = rest.split_once(OPENS) {
        let Some((list, after)) = opened.split_once("</ul>") else { break };
        let mut lines: Vec<Line> = list.split("<li>").skip(1).map(|li| line(li, page)).collect();
        lines.sort_by_key(|line| line.at);
        done.push_str(before);
        done.push_str(OPENS);
        lines.iter().for_each(|line| done.push_str(&line.html));
        done.push_str("</ul>");
        rest = after;
    }
    done.push_str(rest);
    done
}

struct Line {
    /// Where the field stands in the page.
    at: usize,
    html: String,
}

fn line(item: &str, page: &str) -> Line {
    let Some((field, text)) =
        item.strip_prefix("<a href=\"#").and_then(|link| link.split_once("\">"))
    else {
        return Line { at: 0, html: format!("<li>{item}") };
    };
    let at = page.find(&format!("id=\"{field}\"")).unwrap_or(page.len());
    let named = match label(field, &page[at..], page) {
        Some(label) if text.contains(label) => String::new(),
        Some(label) if label.ends_with(['?', '.', ':']) => format!("{label} "),
        Some(label) => format!("{label}: "),
        None => String::new(),
    };
    Line { at, html: format!("<li><a href=\"#{field}\">{named}{text}") }
}

/// What stands beside the field: its label, or the legend of a group.
fn label<'a>(field: &str, from_field: &'a str, page: &'a str) -> Option<&'a str> {
    let tag = from_field.split_once('>')?.1;
    let legend = tag.strip_prefix("\n<legend class=\"form-label\">");
    let label = || Some(page.split_once(&format!("for=\"{field}\">"))?.1);
    let text = legend.or_else(label)?.split('<').next()?.trim();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::name_the_fields;

    const FORM: &str = concat!(
        "<label class=\"form-label\" for=\"name\">Navn <span>(må godt være tom)</span></label><input id=\"name\">",
        "<fieldset id=\"kind\" tabindex=\"-1\">\n<legend class=\"form-label\">Hvilken slags?</legend></fieldset>",
        "<label class=\"form-label\" for=\"tasks\">Opgaver</label><textarea id=\"tasks\"></textarea>",
    );

    fn summary(lines: &str) -> String {
        let page = name_the_fields(&format!("<ul data-problems>{lines}</ul>{FORM}"));
        page.strip_suffix(FORM).unwrap().to_owned()
    }

    #[test]
    fn each_line_names_its_field_and_stands_as_the_fields_do() {
        let lines = summary(concat!(
            "<li><a href=\"#tasks\">Skriv noget her.</a></li>",
            "<li><a href=\"#kind\">Vælg en.</a></li>",
            "<li>En kollega var her først.</li>",
            "<li><a href=\"#name\">Skriv noget her.</a></li>",
        ));
        assert_eq!(
            lines,
            concat!(
                "<ul data-problems><li>En kollega var her først.</li>",
                "<li><a href=\"#name\">Navn: Skriv noget her.</a></li>",
                "<li><a href=\"#kind\">Hvilken slags? Vælg en.</a></li>",
                "<li><a href=\"#tasks\">Opgaver: Skriv noget her.</a></li></ul>",
            )
        );
    }

    #[test]
    fn a_line_that_says_the_label_itself_or_has_no_field_is_left_alone() {
        let lines = "<li><a href=\"#tasks\">Skriv før I sender: Opgaver</a></li>\
                     <li><a href=\"#gone\">Prøv igen.</a></li>";
        assert_eq!(summary(lines), format!("<ul data-problems>{lines}</ul>"));
    }

    #[test]
    fn a_page_without_a_summary_stays_as_it_is() {
        assert_eq!(name_the_fields(FORM), FORM);
    }
}
