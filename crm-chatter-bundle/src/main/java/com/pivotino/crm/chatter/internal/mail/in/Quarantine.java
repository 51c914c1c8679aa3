package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.MessageService;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.support.PageCursor;
import com.pivotino.crm.support.PageRows;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mail that waits for an administrator to say where it belongs; administrators only. */
@Component(service = Quarantine.class)
public final class Quarantine {

    private final ChatterCore core;
    private final MailIntake intake;
    private final ExternalPosting posting;
    private final MessageService messages;

    @Activate
    public Quarantine(@Reference ChatterCore core, @Reference MailIntake intake, @Reference ExternalPosting posting,
            @Reference MessageService messages) {
        this.core = core;
        this.intake = intake;
        this.posting = posting;
        this.messages = messages;
    }

    /** Newest first. */
    public Page<QuarantinedMail> list(Actor actor, ListQuery query) {
        actor.requireAdmin();
        query.allowing(Set.of());
        PageCursor.Moment after = PageCursor.moment(query.cursor());
        return core.read(em -> {
            MailInStore store = new MailInStore(em);
            List<MailInEntity> found = store.quarantine(after.at(), after.id(), query.limit() + 1);
            return PageRows.of(found, query.limit()).page(MailInEntity::toRecord, last -> Cursor.of(last.receivedAt(), last.id()),
                    query.count() ? store.quarantined() : null);
        });
    }

    /**
     * Posts a mail on a record, as its sender's.
     *
     * @return the entry; one that was assigned already is {@code not_found}
     */
    public FeedEntry assign(Actor actor, long id, RecordRef record) {
        actor.requireAdmin();
        if (record == null) {
            throw CrmException.invalid("record", "required", "Name the record.");
        }
        String sha256 = core.read(em -> waiting(new MailInStore(em), id).rawSha256());
        MailIntake.Placed placed = intake.placed(posting.files().raw(sha256), record);
        long entry = core.act(actor, Set.of(record), (em, tx) -> {
            MailInEntity mail = waiting(new MailInStore(em), id);
            if (!core.isReadable(actor, record)) {
                throw CrmException.invalid("record", "invalid", "There is no such record.");
            }
            Long posted = intake.post(placed, em, tx);
            mail.assign(record, posted);
            return posted;
        });
        return messages.message(actor, entry).entry();
    }

    private static MailInEntity waiting(MailInStore store, long id) {
        return store.find(id).filter(MailInEntity::isQuarantined).orElseThrow(() -> CrmException.notFound("The mail"));
    }
}
