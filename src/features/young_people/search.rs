//! Finding names as people type them: without regard to case, accents and the two spellings of `å`.

use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use crate::entities::{account, young_person};

/// What each sign counts as. Databases fold only the English letters by themselves.
const SAME: [(&str, &str); 19] = [
    ("Æ", "æ"),
    ("Ø", "ø"),
    ("Å", "å"),
    ("É", "e"),
    ("é", "e"),
    ("È", "e"),
    ("è", "e"),
    ("Ü", "u"),
    ("ü", "u"),
    ("Ö", "ø"),
    ("ö", "ø"),
    ("Ä", "æ"),
    ("ä", "æ"),
    ("Á", "a"),
    ("á", "a"),
    ("Ó", "o"),
    ("ó", "o"),
    ("aa", "å"),
    ("-", " "),
];

fn folded(text: &str) -> String {
    SAME.iter().fold(text.trim().to_lowercase(), |text, (from, to)| text.replace(from, to))
}

/// The column folded as far as it matters for what is sought: a sign that counts as none of its letters cannot
/// make it found, and thousands of names are folded at each search.
fn folded_column(column: account::Column, sought: &str) -> SimpleExpr {
    let lower: SimpleExpr = Func::lower(Expr::col(column.as_column_ref())).into();
    let matters = SAME.iter().filter(|(_, to)| sought.contains(to));
    matters.fold(lower, |text, (from, to)| replaced(text, from, to))
}

fn replaced(text: SimpleExpr, from: &str, to: &str) -> SimpleExpr {
    Func::cust("replace").arg(text).arg(from).arg(to).into()
}

fn contains(text: &str) -> LikeExpr {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}

/// Name, e-mail, phone or case reference holds what was typed.
pub fn matches(typed: &str) -> Condition {
    let email: SimpleExpr = Expr::col(account::Column::EmailFolded.as_column_ref());
    let case: SimpleExpr =
        Func::lower(Expr::col(young_person::Column::CaseReference.as_column_ref())).into();
    let lower = typed.trim().to_lowercase();
    let sought = folded(typed);
    let mut any = Condition::any()
        .add(folded_column(account::Column::Name, &sought).like(contains(&sought)))
        .add(email.like(contains(&lower)))
        .add(case.like(contains(&lower)));
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 4 {
        let phone = replaced(Expr::col(account::Column::Phone.as_column_ref()), " ", "");
        any = any.add(phone.like(contains(&digits)));
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_is_found_however_it_is_typed() {
        assert_eq!(folded("AASE"), folded("Åse"));
        assert_eq!(folded(" Zoé "), "zoe");
        assert_eq!(folded("Søren"), folded("SØREN"));
        assert_eq!(folded("Anne-Marie"), folded("anne marie"));
    }
}
