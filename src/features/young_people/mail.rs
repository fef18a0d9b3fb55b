//! The slice's e-mails.

use crate::messages_with_a_link;

messages_with_a_link! {
    /// To a consultant who has got a young person from a colleague. Who it is stands behind sign-in.
    YoungPersonHandedOver "young-person-handed-over" "mail/young_person_handed_over.txt"
        young_people_mail_handed_over_subject;
}
