//! The slice's e-mails. None says more than that something has happened to a page, and where to see it.

use crate::messages_with_a_link;

messages_with_a_link! {
    /// To the company's consultant: a page waits to be read and approved.
    ProfileSent "profile-sent" "mail/profile_sent.txt" profile_mail_sent_subject;
    /// To everybody in the company: young people can see the page now.
    ProfilePublished "profile-published" "mail/profile_published.txt" profile_mail_published_subject;
    /// To everybody in the company: something should be changed before the page can be shown. What, stands on the
    /// page itself.
    ProfileSentBack "profile-sent-back" "mail/profile_sent_back.txt" profile_mail_sent_back_subject;
}
