package com.pivotino.crm.chatter.internal.shared;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.SharedView;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.feed.FeedEntries;
import com.pivotino.crm.support.PageCursor;
import com.pivotino.crm.support.PageRows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;

/** Messages as people outside see them: no notes, no changes, nothing that was taken away (SEMANTICS W7). */
final class SharedMessages {

    static final int MOST_AN_HOUR = 20;
    static final int HOUR = 3600;

    private static final String VISIBLE = " FROM FeedLine l WHERE l.recordType = :type AND l.recordId = :record"
            + " AND l.kind = 'message' AND l.deletedAt IS NULL AND l.hidden = FALSE";

    private final EntityManager em;
    private final Following reader;
    private final FeedEntries assembler;

    SharedMessages(EntityManager em, Directory directory, Following reader) {
        this.em = em;
        this.reader = reader;
        this.assembler = new FeedEntries(em, directory, Actor.system(ZoneOffset.UTC), 0);
    }

    Page<SharedView.Message> page(ListQuery query) {
        query.allowing(Set.of());
        long before = PageCursor.number(query.cursor(), Long.MAX_VALUE);
        List<FeedLine> found = em.createQuery("SELECT l" + VISIBLE + " AND l.id < :before ORDER BY l.id DESC", FeedLine.class)
                .setParameter("type", reader.record().type()).setParameter("record", reader.record().id())
                .setParameter("before", before).setMaxResults(query.limit() + 1).getResultList();
        PageRows<FeedLine> page = PageRows.of(found, query.limit());
        return new Page<>(assembler.entries(page.rows()).stream().map(this::message).toList(), page.next(last -> Cursor.of(last.id())));
    }

    SharedView.Message message(FeedLine line) {
        return message(assembler.entry(line));
    }

    /** People by name only: no ids of theirs, no addresses. */
    private SharedView.Message message(FeedEntry entry) {
        boolean mine = entry.author() != null && entry.author().kind().equals("contact")
                && entry.author().id() == reader.person().id();
        String body = entry.body().replaceAll(" data-mention=\"[a-z]+:\\d+\"", "");
        String author = entry.author() == null || entry.author().kind().equals("address") ? null : entry.author().name();
        return new SharedView.Message(entry.id(), author, mine, entry.at(), body, entry.replyTo(), entry.attachments(),
                entry.editedAt());
    }

    static FeedLine visible(EntityManager em, Following reader, long id) {
        FeedLine line = em.find(FeedLine.class, id);
        if (line == null || line.isInternal() || line.isDeleted() || line.isHidden() || !line.record().equals(reader.record())) {
            throw CrmException.invalid("replyTo", "invalid", "There is no such message.");
        }
        return line;
    }

    /** Refuses every file that does not hang on a message that the reader sees. */
    static void requireFile(EntityManager em, Following reader, long id) {
        RecordRef record = reader.record();
        if (em.createQuery("SELECT f.id FROM StoredFile f WHERE f.id = :id AND f.entryId IN (SELECT l.id" + VISIBLE + ")", Long.class)
                .setParameter("id", id).setParameter("type", record.type()).setParameter("record", record.id())
                .getResultList().isEmpty()) {
            throw CrmException.notFound("The file");
        }
    }

    /** Refuses every file but those of one entry that is still there. */
    static void requireFileOf(EntityManager em, long entryId, long id) {
        if (em.createQuery("SELECT f.id FROM StoredFile f WHERE f.id = :id AND f.entryId IN (SELECT l.id FROM FeedLine l"
                + " WHERE l.id = :entry AND l.deletedAt IS NULL AND l.hidden = FALSE)", Long.class).setParameter("id", id)
                .setParameter("entry", entryId).getResultList().isEmpty()) {
            throw CrmException.notFound("The file");
        }
    }

    static long writtenSince(EntityManager em, Following reader, Instant since) {
        return em.createQuery("SELECT COUNT(l.id)" + VISIBLE + " AND l.at > :since AND l.authorKind = 'contact'"
                + " AND l.authorId = :person", Long.class).setParameter("type", reader.record().type())
                .setParameter("record", reader.record().id()).setParameter("since", since)
                .setParameter("person", reader.person().id()).getSingleResult();
    }
}
