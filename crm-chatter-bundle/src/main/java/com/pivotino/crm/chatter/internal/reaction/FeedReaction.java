package com.pivotino.crm.chatter.internal.reaction;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.Line;
import com.pivotino.crm.chatter.internal.domain.LineChange;
import com.pivotino.crm.chatter.internal.domain.Lines;
import com.pivotino.crm.chatter.internal.file.FileLinks;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes the feed: one entry for each event that it has words for, in the acting transaction, with the author and the
 * cause id of the act (SEMANTICS C5, A7). An event that comes again finds its entry and adds none; one missed while the
 * bundle was away is written when it comes back, at the place in time where it belongs.
 *
 * <p>Ranked before everybody, so that the entry of an event is written before those of its consequences.
 */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=chatter.feed", Reaction.START + "=earliest", "service.ranking:Integer=1000",
    Reaction.TYPES + "=pipeline.*", Reaction.TYPES + "=activity.*",
    Reaction.TYPES + "=calendar.MeetingScheduled", Reaction.TYPES + "=calendar.MeetingMoved",
    Reaction.TYPES + "=calendar.MeetingCancelled",
    Reaction.TYPES + "=runtime.ActUndone"})
public final class FeedReaction implements Reaction {

    private static final String COMPLETED = "activity.ActivityCompleted";

    private final JpaTemplate jpa;
    private final RecordIndex records;

    @Activate
    public FeedReaction(@Reference(target = "(crm.module=chatter)") SchemaReady schema,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference RecordIndex records) {
        this.jpa = jpa;
        this.records = records;
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        if ("runtime.ActUndone".equals(event.type())) {
            jpa.tx(TransactionType.Required, em -> new UndoneLines(new ChatterStore(em), tx).react(event));
            return;
        }
        Optional<Line> line = Lines.of(event);
        if (line.isPresent()) {
            jpa.tx(TransactionType.Required, em -> {
                ChatterStore store = new ChatterStore(em);
                if (isOurs(event) && (!tx.catchingUp() || !store.hasLineOf(event.id()))) {
                    FeedLine entry = write(event, line.get(), store);
                    if (COMPLETED.equals(event.type())) {
                        link(event, entry, new FileLinks(em), tx);
                    }
                }
            });
        }
    }

    /** A meeting may belong to no record that has a feed. */
    private boolean isOurs(DomainEvent event) {
        return !event.type().startsWith("calendar.") || records.find(event.record()).isPresent();
    }

    /**
     * The doer's files are shown by the entry (SEMANTICS A7). What may not be linked is refused, and the act with it; when
     * the act is over and we were away, it is left out.
     */
    private static void link(DomainEvent event, FeedLine entry, FileLinks links, Transaction tx) {
        ActivityCompleted done = event.body(ActivityCompleted.class);
        if (!done.attachmentIds().isEmpty()) {
            Long doer = event.actor() != null && event.actor().isUser() ? event.actor().id() : null;
            List<Long> ids = tx.catchingUp() ? links.linkable(doer, event.record(), done.attachmentIds())
                    : done.attachmentIds();
            links.link(doer, event.record(), ids, entry.id(), done.activity().id());
        }
    }

    private static FeedLine write(DomainEvent event, Line line, ChatterStore store) {
        FeedLine entry = store.add(new FeedLine(event, line));
        int place = 0;
        for (FieldChange change : line.changes()) {
            store.add(new LineChange(entry.id(), place++, change));
        }
        return entry;
    }
}
