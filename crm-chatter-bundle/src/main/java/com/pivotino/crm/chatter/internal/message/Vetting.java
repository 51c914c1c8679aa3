package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import javax.persistence.EntityManager;

/**
 * Asks partners' policies whom a message leaves out, before the act that posts it: with a snapshot of the recipients, whose state is
 * compared once more inside the act. Without any policy this reads nothing.
 */
public final class Vetting {

    private final ChatterCore core;
    private final RecipientPolicies policies;

    public Vetting(ChatterCore core, RecipientPolicies policies) {
        this.core = core;
        this.policies = policies;
    }

    private record Snapshot(boolean note, List<Party> parties, String state) {
    }

    /** For a draft. @param isNote whether it is one, asked after the record's permissions */
    Reach of(RecordRef ref, MessageDraft draft, PersonRef author, Reach reach, BiPredicate<EntityManager, TrackedRecord> isNote) {
        return vetted(ref, author, reach, em -> {
            TrackedRecord record = core.records(em).find(ref).orElse(null);
            boolean note = isNote.test(em, record);
            RecipientResolver resolver = resolver(em, record, reach.withCopied(em, ref));
            return new Snapshot(note, parties(resolver.resolve(draft, note, author).answer()), resolver.state());
        });
    }

    /** For what somebody outside writes to the followers. */
    public Reach ofFollowers(RecordRef ref, Author author, Reach reach) {
        return vetted(ref, author.person(), reach, em -> core.records(em).find(ref)
                .map(record -> new Snapshot(false, parties(resolver(em, record, reach).followersOnly(author)), null)).orElse(null));
    }

    private Reach vetted(RecordRef ref, PersonRef author, Reach reach, Function<EntityManager, Snapshot> look) {
        if (policies.isEmpty()) {
            return reach;
        }
        Snapshot snapshot = core.read(look);
        return snapshot == null ? reach : reach.without(policies.removed(ref, (snapshot.note ? Subtype.NOTES : Subtype.DISCUSSIONS).key(),
                author, snapshot.parties), snapshot.state);
    }

    private RecipientResolver resolver(EntityManager em, TrackedRecord record, Reach reach) {
        return new RecipientResolver(core.directory(), record, new ChatterStore(em).followings(record.ref()), reach);
    }

    private static List<Party> parties(Recipients.Answer answer) {
        return answer.told().stream().map(Recipients.Told::party).distinct().toList();
    }
}
