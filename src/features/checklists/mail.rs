//! The slice's e-mails.

use crate::messages_with_a_link;

messages_with_a_link! {
    /// To young person or company: something they had said yes to reads otherwise now. What, stands on the page.
    ItemsChangedMail "items-changed" "mail/items_changed.txt" checklist_mail_subject;
}
