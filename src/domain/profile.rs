//! The life of a company's profile. Young people only ever see the published version; all writing
//! happens in a draft beside it.

use super::kinds::{ProfileStatus, ProfileVersion};
use super::text_enum::text_enum;

text_enum! {
    /// What a young person cannot do without when they choose.
    NeededField {
        WhatWeDo = "what_we_do",
        Tasks = "tasks",
        WhatItIsLike = "what_it_is_like",
        WorkingHours = "working_hours",
        Address = "address",
    }
}

/// `published` tells that there is a published version, whatever the draft is waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    pub status: ProfileStatus,
    pub published: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    #[error("something young people need is missing")]
    Missing(Vec<NeededField>),
    #[error("the profile has not been sent for approval")]
    NotSent,
    #[error("the profile has not been published")]
    NotPublished,
    #[error("the profile is paused")]
    Paused,
}

/// The fields that are still empty, in the form's order.
pub fn missing<'a>(text_of: impl Fn(NeededField) -> &'a str) -> Vec<NeededField> {
    NeededField::ALL.iter().copied().filter(|field| text_of(*field).trim().is_empty()).collect()
}

impl Profile {
    /// What young people see: the published version, or nothing.
    pub fn shown(&self) -> Option<ProfileVersion> {
        (self.published && self.status != ProfileStatus::Paused)
            .then_some(ProfileVersion::Published)
    }

    /// A change is always to the draft, and one that was sent is a draft again: nobody approves words
    /// they have not read. A paused profile stays paused.
    pub fn edit(&mut self) {
        if self.status != ProfileStatus::Paused {
            self.status = ProfileStatus::Draft;
        }
    }

    /// A paused profile is taken up again first, or sending it would show the old version by the way.
    pub fn send(&mut self, missing: Vec<NeededField>) -> Result<(), ProfileError> {
        if self.status == ProfileStatus::Paused {
            return Err(ProfileError::Paused);
        }
        if !missing.is_empty() {
            return Err(ProfileError::Missing(missing));
        }
        self.status = ProfileStatus::Sent;
        Ok(())
    }

    /// The consultant approves what was sent; the draft becomes the published version.
    pub fn publish(&mut self, missing: Vec<NeededField>) -> Result<(), ProfileError> {
        if self.status != ProfileStatus::Sent {
            return Err(ProfileError::NotSent);
        }
        if !missing.is_empty() {
            return Err(ProfileError::Missing(missing));
        }
        *self = Self { status: ProfileStatus::Published, published: true };
        Ok(())
    }

    pub fn send_back(&mut self) -> Result<(), ProfileError> {
        if self.status != ProfileStatus::Sent {
            return Err(ProfileError::NotSent);
        }
        self.status = ProfileStatus::Draft;
        Ok(())
    }

    /// Takes the company out of young people's sight; its texts stay.
    pub fn pause(&mut self) -> Result<(), ProfileError> {
        if !self.published {
            return Err(ProfileError::NotPublished);
        }
        self.status = ProfileStatus::Paused;
        Ok(())
    }

    pub fn resume(&mut self) -> Result<(), ProfileError> {
        if !self.published {
            return Err(ProfileError::NotPublished);
        }
        if self.status == ProfileStatus::Paused {
            self.status = ProfileStatus::Published;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Profile {
        Profile { status: ProfileStatus::Draft, published: false }
    }

    #[test]
    fn from_draft_to_published_and_paused() {
        let mut profile = draft();
        assert_eq!(profile.publish(vec![]), Err(ProfileError::NotSent));
        assert_eq!(profile.pause(), Err(ProfileError::NotPublished));
        assert_eq!(profile.shown(), None);
        profile.send(vec![]).unwrap();
        profile.publish(vec![]).unwrap();
        assert_eq!(profile.shown(), Some(ProfileVersion::Published));
        profile.pause().unwrap();
        assert_eq!(profile.shown(), None);
        profile.edit();
        assert_eq!(profile.status, ProfileStatus::Paused);
        assert_eq!(profile.send(vec![]), Err(ProfileError::Paused));
        profile.resume().unwrap();
        assert_eq!(profile.status, ProfileStatus::Published);
    }

    #[test]
    fn what_young_people_need_is_named() {
        let empty = missing(|field| if field == NeededField::Tasks { "  " } else { "text" });
        assert_eq!(empty, [NeededField::Tasks]);
        assert_eq!(draft().send(empty.clone()), Err(ProfileError::Missing(empty)));
    }

    #[test]
    fn editing_leaves_the_published_version_in_sight() {
        let mut profile = Profile { status: ProfileStatus::Published, published: true };
        profile.edit();
        assert_eq!(profile.status, ProfileStatus::Draft);
        assert_eq!(profile.shown(), Some(ProfileVersion::Published));
        profile.send(vec![]).unwrap();
        profile.edit();
        assert_eq!(profile.publish(vec![]), Err(ProfileError::NotSent));
        profile.send(vec![]).unwrap();
        profile.send_back().unwrap();
        assert_eq!(profile.status, ProfileStatus::Draft);
    }
}
