package com.pivotino.crm.activity.internal.store;

import com.pivotino.crm.activity.internal.domain.ActivityPlanning;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.Edit;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.Readers;
import com.pivotino.crm.activity.internal.domain.Status;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.support.EntityStore;
import com.pivotino.crm.support.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Activities and the records they belong to, in the database; joins the running transaction. */
public final class ActivityStore extends EntityStore {

    private static final String OF_RECORD = "SELECT a FROM PlannedActivity a WHERE a.recordType = :type"
            + " AND a.recordId = :record AND a.status = :status";
    private static final String BY_DUE = " ORDER BY a.dueDate, a.id";

    private final RecordIndex records;

    public ActivityStore(EntityManager em, RecordIndex records) {
        super(em);
        this.records = records;
    }

    public Optional<PlannedActivity> activity(long id) {
        return Optional.ofNullable(em.find(PlannedActivity.class, id));
    }

    /** Those of the ids that there are; one query, after which each is at hand. */
    public List<PlannedActivity> activities(List<Long> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("SELECT a FROM PlannedActivity a WHERE a.id IN :ids",
                PlannedActivity.class).setParameter("ids", ids).getResultList();
    }

    public Optional<ActivityTypeEntity> kind(long id) {
        return Optional.ofNullable(em.find(ActivityTypeEntity.class, id));
    }

    public List<ActivityTypeEntity> kinds() {
        return em.createQuery("SELECT k FROM ActivityTypeEntity k ORDER BY k.name, k.id", ActivityTypeEntity.class).getResultList();
    }

    /** All plans, by name. */
    public List<ActivityPlanning> plans() {
        return em.createQuery("SELECT p FROM ActivityPlanning p ORDER BY p.name, p.id", ActivityPlanning.class).getResultList();
    }

    public boolean isUsed(ActivityTypeEntity kind) {
        return has("SELECT a.id FROM PlannedActivity a WHERE a.typeId = :kind", kind)
                || has("SELECT p.id FROM ActivityPlanning p JOIN p.lines l WHERE l.typeId = :kind", kind);
    }

    /** Says of all activities of a record who may read it; those that say so already keep their version. */
    public void readBy(RecordRef record, Readers readers) {
        em.flush();
        em.createQuery("UPDATE PlannedActivity a SET a.readers.ownerId = :owner, a.readers.teamId = :team"
                + " WHERE a.recordType = :type AND a.recordId = :record AND (COALESCE(a.readers.ownerId, 0) <> :knownOwner"
                + " OR COALESCE(a.readers.teamId, 0) <> :knownTeam)").setParameter("owner", readers.ownerId())
                .setParameter("knownOwner", readers.ownerId() == null ? 0L : readers.ownerId())
                .setParameter("knownTeam", readers.teamId() == null ? 0L : readers.teamId())
                .setParameter("team", readers.teamId()).setParameter("type", record.type())
                .setParameter("record", record.id()).executeUpdate();
    }

    private boolean has(String jpql, ActivityTypeEntity kind) {
        return !em.createQuery(jpql, Long.class).setParameter("kind", kind.id()).setMaxResults(1).getResultList().isEmpty();
    }

    public Optional<TrackedRecord> record(RecordRef record) {
        TrackedRecord tracked = em.find(TrackedRecord.class, new RecordKey(record));
        if (tracked != null && !tracked.isIndexed()) {
            records.find(record).ifPresent(tracked::as);
        }
        return Optional.ofNullable(tracked).filter(TrackedRecord::isIndexed);
    }

    /** Who may read which record. */
    public RecordIndex records() {
        return records;
    }

    /** Says of each what the index does; one query. */
    public void complete(Collection<TrackedRecord> some) {
        Map<RecordRef, IndexedRecord> entries = records.find(some.stream().map(TrackedRecord::ref).toList());
        some.forEach(record -> record.as(entries.get(record.ref())));
    }

    /** The open activities of a record, earliest due date first, then lowest id (SEMANTICS A2). */
    public List<PlannedActivity> open(RecordRef record) {
        return ofRecord(OF_RECORD + BY_DUE, record, Status.OPEN).getResultList();
    }

    /** All activities of a record, whatever became of them. */
    public List<PlannedActivity> ofRecord(RecordRef record) {
        return em.createQuery("SELECT a FROM PlannedActivity a WHERE a.recordType = :type AND a.recordId = :record"
                + " ORDER BY a.id", PlannedActivity.class).setParameter("type", record.type())
                .setParameter("record", record.id()).getResultList();
    }

    /** What the closing with this cause id cancelled on the record. */
    public List<PlannedActivity> cancelledBy(RecordRef record, String closingCause) {
        return ofRecord(OF_RECORD + " AND a.closingCause = :cause" + BY_DUE, record, Status.CANCELLED)
                .setParameter("cause", closingCause).getResultList();
    }

    /** The first activity of the record, if the closing with this cause id completed it. */
    public List<PlannedActivity> firstDoneBy(RecordRef record, String closingCause) {
        return ofRecord(OF_RECORD + " AND a.automation.endCauseId = :cause AND a.firstGeneration IS NOT NULL" + BY_DUE, record,
                Status.DONE).setParameter("cause", closingCause).getResultList();
    }

    /** The open activities of a user on all records; those of nobody for null. */
    public List<PlannedActivity> openOf(Long assignee) {
        TypedQuery<PlannedActivity> query = em.createQuery("SELECT a FROM PlannedActivity a WHERE a.status = :status AND "
                + (assignee == null ? "a.assigneeId IS NULL" : "a.assigneeId = :assignee") + BY_DUE, PlannedActivity.class)
                .setParameter("status", Status.OPEN);
        return (assignee == null ? query : query.setParameter("assignee", assignee)).getResultList();
    }

    /** Some open activities of a user, by id from the one after this. */
    public List<PlannedActivity> openOf(long assignee, long afterId, int most) {
        return em.createQuery("SELECT a FROM PlannedActivity a WHERE a.status = :status AND a.assigneeId = :assignee"
                + " AND a.id > :after ORDER BY a.id", PlannedActivity.class)
                .setParameter("status", Status.OPEN).setParameter("assignee", assignee).setParameter("after", afterId)
                .setMaxResults(most).getResultList();
    }

    /** The open activities that a team's members may claim. */
    public List<PlannedActivity> claimable(long teamId) {
        return em.createQuery("SELECT a FROM PlannedActivity a WHERE a.status = :status AND a.teamId = :team"
                + " AND a.assigneeId IS NULL" + BY_DUE, PlannedActivity.class)
                .setParameter("status", Status.OPEN).setParameter("team", teamId).getResultList();
    }

    /** Everybody who has open activities; null for those that nobody has. */
    public List<Long> assignees() {
        return em.createQuery("SELECT DISTINCT a.assigneeId FROM PlannedActivity a WHERE a.status = :status", Long.class)
                .setParameter("status", Status.OPEN).getResultList();
    }

    /** What was edited after a version, oldest first. */
    public List<Edit> editsAfter(long activityId, long version) {
        return em.createQuery("SELECT e FROM Edit e WHERE e.activityId = :activity AND e.version > :version"
                + " ORDER BY e.version, e.id", Edit.class)
                .setParameter("activity", activityId).setParameter("version", version).getResultList();
    }

    /** Removes all of a record that is gone. */
    public void forget(RecordRef record) {
        Optional.ofNullable(em.find(TrackedRecord.class, new RecordKey(record))).ifPresent(em::remove);
        for (String statement : List.of(
                "DELETE FROM Edit e WHERE e.activityId IN (SELECT a.id FROM PlannedActivity a"
                        + " WHERE a.recordType = :type AND a.recordId = :record)",
                "DELETE FROM PlannedActivity a WHERE a.recordType = :type AND a.recordId = :record")) {
            em.createQuery(statement).setParameter("type", record.type()).setParameter("record", record.id())
                    .executeUpdate();
        }
    }

    private TypedQuery<PlannedActivity> ofRecord(String jpql, RecordRef record, Status status) {
        return em.createQuery(jpql, PlannedActivity.class).setParameter("type", record.type())
                .setParameter("record", record.id()).setParameter("status", status);
    }
}
