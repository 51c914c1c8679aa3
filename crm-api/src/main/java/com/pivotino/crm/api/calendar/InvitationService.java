package com.pivotino.crm.api.calendar;

import org.osgi.annotation.versioning.ProviderType;

/** Answers to invitations by a signed link, without signing in (SEMANTICS I2). */
@ProviderType
public interface InvitationService {

    /** What the link is about; {@code not_found} for a link that is wrong or whose invitation is gone. */
    Invitation show(String token);

    /**
     * Answers.
     *
     * @param answer       {@code accepted, tentative, declined}
     * @param recurrenceId for one occurrence, or null for all
     */
    Invitation answer(String token, String answer, String recurrenceId);
}
