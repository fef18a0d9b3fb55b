//! The slice's e-mails: that there is an answer, and where to read it. Never which.

use crate::messages_with_a_link;

messages_with_a_link! {
    /// To a young person who has been given a place.
    ResultReady "match-result" "mail/match_result.txt" runs_mail_result_subject;
    /// To a young person without a place, once somebody has rung and told them.
    ResultTold "match-told" "mail/match_told.txt" runs_mail_told_subject;
    /// To the consultant who planned an event, when its match can be run.
    MatchReady "match-ready" "mail/match_ready.txt" runs_mail_ready_subject;
    /// To a company that was there, with or without a match.
    CompanyResult "match-company" "mail/match_company.txt" runs_mail_company_subject;
}
