package com.pivotino.crm.api.chatter;

import java.util.List;

/**
 * The recipients of a message with reasons; posting the same message tells exactly these people (SEMANTICS X6).
 *
 * @param suggested    people to tick and untick; none for a note
 * @param notified     one row a person and channel
 * @param skipped      people who were left out on purpose
 * @param external     addresses of external people whom a note would reach; to be confirmed
 * @param attachments  how each file goes into mails (SEMANTICS L7)
 * @param previewToken what posting brings along
 */
public record RecipientPreview(List<Suggested> suggested, List<Notified> notified, List<Skipped> skipped,
        List<String> external, List<File> attachments, String previewToken) {

    public RecipientPreview {
        suggested = List.copyOf(suggested);
        notified = List.copyOf(notified);
        skipped = List.copyOf(skipped);
        external = List.copyOf(external);
        attachments = List.copyOf(attachments);
    }

    /**
     * A box to tick.
     *
     * @param person  null for an address without a contact
     * @param email   null if the person has none
     * @param ticked  whether this message goes there as things stand
     * @param follows whether the person follows the record
     * @param reason  {@code customer, salesperson, cc}; {@code bounced} or {@code no_address} if that is why it is not ticked
     */
    public record Suggested(NamedPerson person, String email, boolean ticked, boolean follows, String reason) {
    }

    /**
     * Somebody who gets it.
     *
     * @param person null for an address that posting makes a contact of
     * @param why    {@code mentioned, customer, salesperson, follower} or {@code added}
     */
    public record Notified(NamedPerson person, String email, String channel, String why) {
    }

    /**
     * Somebody who does not get it.
     *
     * @param reason {@code unticked, author, inactive, unsubscribed, no_address, bounced}
     */
    public record Skipped(NamedPerson person, String email, String reason) {
    }

    /**
     * A file in mails.
     *
     * @param delivery {@code attached} or {@code link}
     */
    public record File(long id, String delivery) {
    }
}
