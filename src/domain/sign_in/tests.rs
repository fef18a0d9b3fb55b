use chrono::TimeZone;

use super::*;

fn minute(minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, 2, 12, minute, 0).unwrap()
}

fn token() -> Token {
    Token { expires_at: link_expires_at(minute(0)), used_at: None, tries: 0 }
}

#[test]
fn a_link_opens_once_within_a_quarter_of_an_hour() {
    let mut token = token();
    assert_eq!(token.clone().use_link(minute(15)), Err(TokenError::Expired));
    assert_eq!(token.use_link(minute(14)), Ok(()));
    let later = minute(14) + TimeDelta::seconds(SAME_PRESS_SECONDS);
    assert_eq!(token.use_link(later), Err(TokenError::Used));
    assert_eq!(token.use_code(true, later), Err(TokenError::Used));
}

#[test]
fn a_second_press_within_ten_seconds_is_the_first_one() {
    let mut token = token();
    let second = |second: i64| minute(14) + TimeDelta::seconds(second);
    assert_eq!(token.use_code(true, second(55)), Ok(()));
    for at in [56, 60, 64] {
        assert_eq!(token.use_code(true, second(at)), Ok(()));
        assert_eq!(token.use_link(second(at)), Ok(()));
    }
    assert_eq!(token.used_at, Some(second(55)), "no press makes it last longer");
    assert_eq!(token.use_code(true, second(65)), Err(TokenError::Used));
    assert_eq!(token.use_link(second(65)), Err(TokenError::Used));
}

#[test]
fn who_guesses_within_those_seconds_has_the_same_five_tries() {
    let mut token = token();
    assert_eq!(token.use_code(false, minute(1)), Err(TokenError::WrongCode { tries_left: 4 }));
    assert_eq!(token.use_link(minute(1)), Ok(()));
    for tries_left in [3, 2, 1] {
        assert_eq!(token.use_code(false, minute(1)), Err(TokenError::WrongCode { tries_left }));
    }
    assert_eq!(token.use_code(true, minute(1)), Ok(()));
    assert_eq!(token.tries, 4, "a right code takes no try back");
    assert_eq!(token.use_code(false, minute(1)), Err(TokenError::TooManyTries));
    assert_eq!(token.use_code(true, minute(1)), Err(TokenError::TooManyTries));
}

#[test]
fn what_was_taken_back_has_no_second_press() {
    let ended = Token { expires_at: minute(3), used_at: Some(minute(3)), tries: 0 };
    assert_eq!(ended.clone().use_link(minute(3)), Err(TokenError::Used));
    assert_eq!(ended.clone().use_code(true, minute(3)), Err(TokenError::Used));
}

#[test]
fn a_code_has_five_tries_and_its_link_lives_on() {
    let mut token = token();
    for tries_left in [4, 3, 2, 1] {
        assert_eq!(token.use_code(false, minute(1)), Err(TokenError::WrongCode { tries_left }));
    }
    let mut lucky = token;
    assert_eq!(lucky.use_code(true, minute(2)), Ok(()));
    assert_eq!(token.use_code(false, minute(1)), Err(TokenError::TooManyTries));
    assert_eq!(token.use_code(true, minute(2)), Err(TokenError::TooManyTries));
    assert_eq!(token.use_code(true, minute(20)), Err(TokenError::Expired));
    assert_eq!(token.use_link(minute(3)), Ok(()));
}

#[test]
fn a_card_opens_to_the_end_of_the_day_after() {
    let event_day = "2026-12-02".parse().unwrap();
    assert_eq!(card_expires_on(event_day), "2026-12-04".parse().unwrap());
    assert!(card_is_valid(minute(5), false, minute(4)));
    assert!(!card_is_valid(minute(5), false, minute(5)));
    assert!(!card_is_valid(minute(5), true, minute(4)));
}

#[test]
fn an_account_rests_after_five_failures_and_longer_each_time() {
    let mut attempts = Attempts::default();
    for _ in 0..4 {
        attempts.fail(minute(0));
    }
    assert!(!attempts.is_locked(minute(0)));
    attempts.fail(minute(0));
    assert!(attempts.is_locked(minute(0)) && !attempts.is_locked(minute(1)));
    attempts.fail(minute(0));
    assert_eq!(attempts.failed, 5);
    attempts.fail(minute(1));
    assert_eq!(attempts.locked_until, Some(minute(3)));
    for _ in 0..40 {
        let now = attempts.locked_until.unwrap();
        attempts.fail(now);
        assert!(attempts.locked_until.unwrap() - now <= TimeDelta::minutes(60));
    }
    attempts.succeed();
    assert_eq!(attempts, Attempts::default());
}

#[test]
fn long_passwords_of_any_kind_are_taken() {
    for password in
        ["fire små ænder løb", "kagerogkaffehverfredag", "            x", "jegspiserrugbrødhverdag"]
    {
        assert_eq!(check_password(password, false, &["Mia Holm"]), Ok(()), "{password}");
    }
    assert_eq!(check_password("bageri4u", true, &[]), Ok(()));
    assert_eq!(check_password(&"åÆø".repeat(42), false, &[]), Ok(()));
}

#[test]
fn short_long_common_and_own_are_refused() {
    let table = [
        ("bageri4u", PasswordError::TooShort { least: 12 }),
        ("æøåæøåæøåæø", PasswordError::TooShort { least: 12 }),
        ("aaaaaaaaaaaa", PasswordError::TooCommon),
        ("123456789012", PasswordError::TooCommon),
        ("Kodeord123456", PasswordError::TooCommon),
        ("passwordpassword", PasswordError::TooCommon),
        ("zyxwvutsrqponm", PasswordError::TooCommon),
        ("boulangerie1!", PasswordError::IsOwnName),
        ("Bageriet Sol 2026", PasswordError::IsOwnName),
    ];
    for (password, error) in table {
        let own = ["boulangerie@example.org", "Bageriet Sol"];
        assert_eq!(check_password(password, false, &own), Err(error), "{password}");
    }
    assert_eq!(check_password(&"ab".repeat(65), false, &[]), Err(PasswordError::TooLong));
    assert_eq!(check_password("x7", true, &[]), Err(PasswordError::TooShort { least: 8 }));
}
