package com.pivotino.crm.api.calendar;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Answers to invitations by a signed link, without signing in (SEMANTICS I2). */
@ProviderType
public interface InvitationService {

    /**
     * The invitation behind the link; {@code not_found} for a wrong link or one whose invitation is gone.
     *
     * @param reader the language of the rule's sentence
     */
    Invitation show(String token, Locale reader);

    /** As {@link #show(String, Locale)}, in English. */
    default Invitation show(String token) {
        return show(token, Locale.ENGLISH);
    }

    /**
     * Answers.
     *
     * @param answer       {@code accepted, tentative, declined}
     * @param recurrenceId for one occurrence, or null for all
     * @param reader       the language of the rule's sentence
     */
    Invitation answer(String token, String answer, String recurrenceId, Locale reader);

    /** As {@link #answer(String, String, String, Locale)}, in English. */
    default Invitation answer(String token, String answer, String recurrenceId) {
        return answer(token, answer, recurrenceId, Locale.ENGLISH);
    }
}
