package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import com.pivotino.crm.chatter.internal.mail.MailToken;
import com.pivotino.crm.chatter.internal.mail.out.MailEntity;
import com.pivotino.crm.chatter.internal.mail.out.MailStore;
import java.util.Optional;
import javax.persistence.EntityManager;

/**
 * What a mail answers (SEMANTICS L3): by the token in an address first, then In-Reply-To, then References from the newest;
 * only ids that we know. The subject never counts.
 *
 * @param record  whose thread it is
 * @param entryId the entry that it answers, or null
 * @param person  whom the answered mail went to, if this mail comes from their address; else null
 * @param byToken whether a token or a mail of ours proves that the sender has it from us
 */
record ThreadMatch(RecordRef record, Long entryId, PersonRef person, boolean byToken) {

    static Optional<ThreadMatch> of(IncomingMail mail, MailAddress ours, EntityManager em) {
        Optional<ThreadMatch> byToken = sent(mail, ours, em).map(sent -> of(sent, mail));
        if (byToken.isPresent()) {
            return byToken;
        }
        MailStore out = new MailStore(em);
        MailInStore in = new MailInStore(em);
        for (String id : mail.answers()) {
            Optional<ThreadMatch> match = out.byMessageId(id).filter(sent -> sent.record() != null).map(sent -> of(sent, mail))
                    .or(() -> in.placed(id).map(placed -> new ThreadMatch(placed.record(), placed.entryId(), null, false)));
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    /** The mail of ours whose token one of the addresses bears. */
    static Optional<MailEntity> sent(IncomingMail mail, MailAddress ours, EntityManager em) {
        MailStore out = new MailStore(em);
        return mail.recipients().stream().map(ours::tagOf).filter(tag -> tag != null && tag.matches("[rb]\\..*"))
                .map(tag -> tag.substring(2)).filter(MailToken::is).map(out::byToken).flatMap(Optional::stream)
                .filter(sent -> sent.record() != null).findFirst();
    }

    private static ThreadMatch of(MailEntity sent, IncomingMail mail) {
        boolean theirs = sent.address().equalsIgnoreCase(mail.sender());
        return new ThreadMatch(sent.record(), sent.entryId(), theirs ? sent.person() : null, theirs);
    }
}
