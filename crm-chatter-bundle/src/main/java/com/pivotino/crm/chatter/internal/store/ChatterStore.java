package com.pivotino.crm.chatter.internal.store;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.domain.Mention;
import com.pivotino.crm.chatter.internal.domain.ReplacedText;
import com.pivotino.crm.support.EntityStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;

/** Followers and entries of records, in the database; joins the running transaction. */
public final class ChatterStore extends EntityStore {

    private static final String OF_RECORD = " WHERE f.recordType = :type AND f.recordId = :record";

    public ChatterStore(EntityManager em) {
        super(em);
    }

    public Optional<Following> following(RecordRef record, PersonRef person) {
        return em.createQuery("SELECT f FROM Following f" + OF_RECORD
                + " AND f.personKind = :kind AND f.personId = :person", Following.class)
                .setParameter("type", record.type()).setParameter("record", record.id())
                .setParameter("kind", Following.kind(person)).setParameter("person", person.id())
                .getResultStream().findFirst();
    }

    public Optional<Following> following(long id) {
        return Optional.ofNullable(em.find(Following.class, id));
    }

    public Optional<Following> following(RecordRef record, long id) {
        return Optional.ofNullable(em.find(Following.class, id)).filter(following -> following.isOf(record));
    }

    /** Followers with a higher id than the last one, by id. */
    public List<Following> followings(RecordRef record, long afterId, int limit) {
        return em.createQuery("SELECT f FROM Following f" + OF_RECORD + " AND f.id > :after ORDER BY f.id", Following.class)
                .setParameter("type", record.type()).setParameter("record", record.id())
                .setParameter("after", afterId).setMaxResults(limit).getResultList();
    }

    /** Everybody who follows, by id; to read only: a thousand of them are not watched for changes. */
    public List<Following> followings(RecordRef record) {
        return em.createQuery("SELECT f FROM Following f" + OF_RECORD + " ORDER BY f.id", Following.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("type", record.type()).setParameter("record", record.id()).getResultList();
    }

    /** Followers outside, whose time to read by a link begins anew with each message (SEMANTICS W7). */
    public List<Following> followingsOutside(RecordRef record) {
        return em.createQuery("SELECT f FROM Following f" + OF_RECORD + " AND f.internal = FALSE ORDER BY f.id", Following.class)
                .setParameter("type", record.type()).setParameter("record", record.id()).getResultList();
    }

    /** What a person follows, by id. */
    public List<Following> followings(PersonRef person) {
        return em.createQuery("SELECT f FROM Following f WHERE f.personKind = :kind AND f.personId = :person ORDER BY f.id",
                Following.class).setParameter("kind", Following.kind(person)).setParameter("person", person.id()).getResultList();
    }

    public Optional<FeedLine> line(long id) {
        return Optional.ofNullable(em.find(FeedLine.class, id));
    }

    /** Who was told that they are cited in an entry. */
    public List<Mention> mentions(long entryId) {
        return em.createQuery("SELECT m FROM Mention m WHERE m.entryId = :entry", Mention.class)
                .setParameter("entry", entryId).getResultList();
    }

    /** What an entry said before, newest first. */
    public List<ReplacedText> replacedTexts(long entryId) {
        return em.createQuery("SELECT t FROM ReplacedText t WHERE t.entryId = :entry ORDER BY t.id DESC", ReplacedText.class)
                .setParameter("entry", entryId).setMaxResults(100).getResultList();
    }

    public long countFollowings(RecordRef record) {
        return em.createQuery("SELECT COUNT(f.id) FROM Following f" + OF_RECORD, Long.class)
                .setParameter("type", record.type()).setParameter("record", record.id()).getSingleResult();
    }

    /** Nobody follows what is gone. */
    public void forgetFollowings(RecordRef record) {
        em.createQuery("DELETE FROM Following f" + OF_RECORD)
                .setParameter("type", record.type()).setParameter("record", record.id()).executeUpdate();
    }

    /** What the feed says of one act, in the order in which it was written. */
    public List<FeedLine> linesOf(RecordRef record, String causeId, Instant at) {
        return em.createQuery("SELECT l FROM FeedLine l WHERE l.recordType = :type AND l.recordId = :record AND l.at = :at"
                + " AND l.causeId = :cause AND l.kind IN ('change', 'activity') ORDER BY l.id", FeedLine.class)
                .setParameter("type", record.type()).setParameter("record", record.id()).setParameter("at", at)
                .setParameter("cause", causeId).getResultList();
    }

    /** Whether an entry was made of this event already. */
    public boolean hasLineOf(String eventId) {
        return !em.createQuery("SELECT l.id FROM FeedLine l WHERE l.eventId = :event", Long.class)
                .setParameter("event", eventId).getResultList().isEmpty();
    }
}
