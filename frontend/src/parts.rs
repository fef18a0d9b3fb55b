//! What the components in `templates/components/` draw. A page struct fills these in; a template only repeats them.

/// One thing a person can choose in a select, among radio buttons or among checkboxes.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new(), chosen }
    }

    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// What stands in the way of a form, field by field, in the order it was found.
#[derive(Debug, Clone, Default)]
pub struct Problems(Vec<Problem>);

#[derive(Debug, Clone)]
pub struct Problem {
    pub field: String,
    pub text: String,
}

impl Problems {
    pub fn add(&mut self, field: impl Into<String>, text: impl Into<String>) {
        self.0.push(Problem { field: field.into(), text: text.into() });
    }

    /// The first sentence for `field`; empty when there is none.
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|problem| problem.field == field).map_or("", |problem| &problem.text)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

/// One step of a line such as the month's.
#[derive(Debug, Clone)]
pub struct Step {
    pub label: String,
    /// When or how much; may be empty.
    pub detail: String,
    /// Where the step leads; empty when nowhere.
    pub href: String,
    pub state: StepState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    Ahead,
}

impl Step {
    pub fn class(&self) -> &'static str {
        match self.state {
            StepState::Done => "done",
            StepState::Current => "current",
            StepState::Ahead => "ahead",
        }
    }

    pub fn is_done(&self) -> bool {
        self.state == StepState::Done
    }

    pub fn is_current(&self) -> bool {
        self.state == StepState::Current
    }
}

/// Somebody's name, what they are for and how to reach them.
#[derive(Debug, Clone, Default)]
pub struct Person {
    pub name: String,
    pub role: String,
    /// Eight digits or more, however they were typed; empty when unknown.
    pub phone: String,
    pub email: String,
}

impl Person {
    pub fn initial(&self) -> String {
        self.name.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default()
    }

    /// The number as a phone dials it.
    pub fn phone_to_dial(&self) -> String {
        self.phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
    }

    /// The number as Danes write it: `12 34 56 78`.
    pub fn phone_in_pairs(&self) -> String {
        let digits: Vec<char> = self.phone_to_dial().chars().collect();
        if digits.len() != 8 || digits[0] == '+' {
            return self.phone.trim().to_owned();
        }
        digits.chunks(2).map(|pair| pair.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }
}

/// One row of a bar chart; the widest bar fills the line.
#[derive(Debug, Clone)]
pub struct Bar {
    pub label: String,
    pub value: u64,
    pub percent: u8,
}

impl Bar {
    /// Bars on one scale, from labels and counts.
    pub fn scaled(rows: impl IntoIterator<Item = (String, u64)>) -> Vec<Self> {
        let rows: Vec<(String, u64)> = rows.into_iter().collect();
        let widest = rows.iter().map(|(_, value)| *value).max().unwrap_or(0).max(1);
        let percent = |value: u64| u8::try_from(value * 100 / widest).unwrap_or(100);
        rows.into_iter()
            .map(|(label, value)| Self { percent: percent(value), label, value })
            .collect()
    }
}

/// The links of a list that is longer than one page.
#[derive(Debug, Clone)]
pub struct Pages {
    pub current: u32,
    pub last: u32,
    /// The list's address up to the page's number: `/desk/companies?q=bageri&page=`.
    pub address: String,
}

impl Pages {
    pub fn previous(&self) -> Option<u32> {
        (self.current > 1).then(|| self.current - 1)
    }

    pub fn next(&self) -> Option<u32> {
        (self.current < self.last).then(|| self.current + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_danish_number_is_read_in_pairs_and_dialled_without_spaces() {
        let person = |phone: &str| Person { phone: phone.into(), ..Person::default() };
        assert_eq!(person("12345678").phone_in_pairs(), "12 34 56 78");
        assert_eq!(person("+46 8 123 45").phone_in_pairs(), "+46 8 123 45");
        assert_eq!(person("1234 5678").phone_to_dial(), "12345678");
    }

    #[test]
    fn an_initial_is_one_whole_letter_even_of_no_name() {
        assert_eq!(Person { name: "østen".into(), ..Person::default() }.initial(), "Ø");
        assert_eq!(Person::default().initial(), "");
    }

    #[test]
    fn the_widest_bar_fills_the_line_and_no_numbers_divide_by_nothing() {
        let bars = Bar::scaled([("one".into(), 10), ("two".into(), 5)]);
        assert_eq!((bars[0].percent, bars[1].percent), (100, 50));
        assert_eq!(Bar::scaled([("none".into(), 0)])[0].percent, 0);
    }

    #[test]
    fn the_first_problem_of_a_field_is_the_one_shown() {
        let mut problems = Problems::default();
        problems.add("email", "first");
        problems.add("email", "second");
        assert_eq!((problems.of("email"), problems.of("name")), ("first", ""));
    }

    #[test]
    fn the_ends_of_a_list_have_no_page_beyond() {
        let pages = |current| Pages { current, last: 2, address: String::new() };
        assert_eq!((pages(1).previous(), pages(1).next()), (None, Some(2)));
        assert_eq!((pages(2).previous(), pages(2).next()), (Some(1), None));
    }
}
