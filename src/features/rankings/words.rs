//! The words of the slice's refusals.

use crate::domain::ranking::RankingError;
use crate::words::Words;

pub fn refusal(error: RankingError, t: Words) -> String {
    match error {
        RankingError::NotOpen => t.ranking_refused_not_open(),
        RankingError::Closed => t.ranking_refused_closed(),
        RankingError::UnknownCompany(_) => t.ranking_refused_unknown(),
        RankingError::SameCompanyTwice(_) => t.ranking_refused_twice(),
        RankingError::NotAPosition(_) => t.ranking_refused_number(),
        RankingError::PositionTooLarge(_) => t.ranking_refused_too_large(),
        RankingError::PositionAndNoThanks(_) => t.ranking_refused_both(),
    }
}
