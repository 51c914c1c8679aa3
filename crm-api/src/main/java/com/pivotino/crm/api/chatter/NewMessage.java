package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.PersonRef;
import java.util.List;

/**
 * A message or note that a user writes on a record (SEMANTICS C1 to C3).
 *
 * @param kind            {@code message} (everybody who sees the record, outsiders too) or {@code note} (colleagues only);
 *                        may be null in a reply, which takes over what it answers
 * @param body            Markdown or HTML, at most 50,000 characters; may be empty if there are files
 * @param format          {@code markdown} (default) or {@code html}
 * @param recipients      who is added and left out, or null
 * @param attachmentIds   files to attach, or null
 * @param replyTo         the entry that it answers, or null; a reply to an internal entry is a note whatever its kind says
 * @param confirmExternal addresses of external people that the author knows this note goes to (SEMANTICS X2), or null
 * @param previewToken    from the preview; refused with {@code recipients_changed} 409 if the followers have changed since
 * @param grantAccess     colleagues who may read the record from now on because they are mentioned (SEMANTICS V5), or null
 */
public record NewMessage(String kind, String body, String format, Recipients recipients, List<Long> attachmentIds,
        Long replyTo, List<String> confirmExternal, String previewToken, List<PersonRef> grantAccess) {

    public static final String MESSAGE = "message";
    public static final String NOTE = "note";

    public NewMessage {
        recipients = recipients == null ? new Recipients(null, null, null, null) : recipients;
        attachmentIds = attachmentIds == null ? List.of() : List.copyOf(attachmentIds);
        confirmExternal = confirmExternal == null ? List.of() : List.copyOf(confirmExternal);
        grantAccess = grantAccess == null ? List.of() : List.copyOf(grantAccess);
    }

    /** A text in Markdown without anything else. */
    public static NewMessage of(String kind, String body) {
        return new NewMessage(kind, body, null, null, null, null, null, null, null);
    }

    /**
     * Changes to the usual recipients.
     *
     * @param include people who get it beside the followers and the customer
     * @param exclude people who do not get this one, even if they follow
     * @param emails  addresses that were typed in; sending makes contacts of those that are none
     * @param excludeEmails suggested addresses without a contact that do not get this one
     */
    public record Recipients(List<PersonRef> include, List<PersonRef> exclude, List<String> emails,
            List<String> excludeEmails) {

        public Recipients {
            include = include == null ? List.of() : List.copyOf(include);
            exclude = exclude == null ? List.of() : List.copyOf(exclude);
            emails = emails == null ? List.of() : List.copyOf(emails);
            excludeEmails = excludeEmails == null ? List.of() : List.copyOf(excludeEmails);
        }
    }
}
