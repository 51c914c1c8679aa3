package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.chatter.RecipientPreview;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import java.util.List;
import java.util.Locale;

/** Says in the contract's words who would get a message. */
final class Previews {

    private Previews() {
    }

    static RecipientPreview of(Recipients.Answer answer, List<RecipientPreview.File> files, String token) {
        return new RecipientPreview(
                answer.suggested().stream().map(s -> new RecipientPreview.Suggested(named(s.party()), s.party().email(), s.ticked(),
                        s.follows(), s.reason())).toList(),
                answer.told().stream().map(t -> new RecipientPreview.Notified(named(t.party()), t.party().email(), t.channel(),
                        t.why().key())).toList(),
                answer.skipped().stream().map(s -> new RecipientPreview.Skipped(named(s.party()), s.party().email(), s.reason()))
                        .toList(),
                List.copyOf(answer.unconfirmed()), files, token);
    }

    private static NamedPerson named(Party party) {
        return party.person() == null ? null : new NamedPerson(party.person().kind().name().toLowerCase(Locale.ROOT),
                party.person().id(), party.name());
    }
}
