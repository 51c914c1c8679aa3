package com.pivotino.crm.calendar.internal.store;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.calendar.internal.domain.FollowerKey;
import com.pivotino.crm.calendar.internal.domain.RecordFollower;
import com.pivotino.crm.calendar.internal.domain.RecordKey;
import com.pivotino.crm.calendar.internal.domain.TrackedRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** What is kept of the records that events belong to; joins the running transaction. */
public final class RecordStore {

    private final EntityManager em;

    public RecordStore(EntityManager em) {
        this.em = em;
    }

    public <T> T add(T entity) {
        em.persist(entity);
        return entity;
    }

    public void remove(Object entity) {
        em.remove(entity);
    }

    public Optional<TrackedRecord> record(RecordRef record) {
        return Optional.ofNullable(em.find(TrackedRecord.class, new RecordKey(record)));
    }

    /** Those of the records that are known; one query. */
    public Map<RecordRef, TrackedRecord> records(Collection<RecordRef> records) {
        List<Long> ids = records.stream().map(RecordRef::id).distinct().toList();
        return ids.isEmpty() ? Map.of() : em.createQuery("SELECT r FROM TrackedRecord r WHERE r.recordId IN :ids",
                TrackedRecord.class).setParameter("ids", ids).getResultList().stream()
                .filter(record -> records.contains(record.ref()))
                .collect(Collectors.toMap(TrackedRecord::ref, Function.identity()));
    }

    public Optional<RecordFollower> follower(RecordRef record, long userId) {
        return Optional.ofNullable(em.find(RecordFollower.class, new FollowerKey(record, userId)));
    }

    /** Which of these the user follows; one query. */
    public Set<RecordRef> followed(long userId, Collection<RecordRef> records) {
        List<Long> ids = records.stream().map(RecordRef::id).distinct().toList();
        Set<RecordRef> followed = new HashSet<>();
        if (!ids.isEmpty()) {
            em.createQuery("SELECT f FROM RecordFollower f WHERE f.userId = :user AND f.recordId IN :ids", RecordFollower.class)
                    .setParameter("user", userId).setParameter("ids", ids).getResultList()
                    .forEach(follower -> followed.add(follower.record()));
        }
        followed.retainAll(records);
        return followed;
    }

    /** Forgets who follows a record that is gone. */
    public void forgetFollowers(RecordRef record) {
        em.createQuery("DELETE FROM RecordFollower f WHERE f.recordType = :type AND f.recordId = :record")
                .setParameter("type", record.type()).setParameter("record", record.id()).executeUpdate();
    }
}
