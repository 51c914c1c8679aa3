package com.pivotino.crm.api.chatter;

/**
 * Somebody who can be mentioned.
 *
 * @param kind     {@code user, contact} or {@code team}
 * @param email    null if there is none
 * @param group    {@code follower, external_follower, colleague, customer_company} or {@code team}
 * @param external a mention in a note needs to be confirmed
 * @param access   whether they may read the record already
 */
public record MentionSuggestion(String kind, long id, String name, String email, String group, boolean external,
        boolean access) {
}
