package com.pivotino.crm.chatter.internal.store;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.LineChange;
import com.pivotino.crm.chatter.internal.file.StoredFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** One page of a feed, newest first: one query for the entries, one for their changes and one for their files. */
public final class FeedListing {

    private static final Set<String> KINDS = Set.of("message", "note", "activity", "change");

    private final EntityManager em;
    private final Map<String, Object> parameters = new HashMap<>();
    private String where = " WHERE l.recordType = :type AND l.recordId = :record AND l.hidden = FALSE";

    public FeedListing(EntityManager em, RecordRef record) {
        this.em = em;
        parameters.put("type", record.type());
        parameters.put("record", record.id());
    }

    /** Filter {@code kinds}, comma separated or repeated. */
    public Page<FeedEntry> page(ListQuery query) {
        query.allowing(Set.of("kinds"));
        Set<String> kinds = query.all("kinds").stream().flatMap(text -> Arrays.stream(text.split(",")))
                .filter(kind -> !kind.isBlank()).collect(Collectors.toSet());
        if (!KINDS.containsAll(kinds)) {
            throw CrmException.invalid("kinds", "invalid", "Any of message, note, activity, change.");
        }
        if (!kinds.isEmpty()) {
            parameters.put("kinds", kinds);
            where += " AND l.kind IN :kinds";
        }
        Long total = query.count() ? bind(em.createQuery("SELECT COUNT(l.id) FROM FeedLine l" + where, Long.class))
                .getSingleResult() : null;
        if (query.cursor() != null) {
            after(query.cursor());
        }
        List<FeedLine> lines = new ArrayList<>(bind(em.createQuery("SELECT l FROM FeedLine l" + where
                + " ORDER BY l.at DESC, l.id DESC", FeedLine.class))
                .setMaxResults(query.limit() + 1).getResultList());
        String next = null;
        if (lines.size() > query.limit()) {
            lines.remove(query.limit());
            FeedLine last = lines.get(lines.size() - 1);
            next = Cursor.of(last.at(), last.id());
        }
        return new Page<>(entries(lines), next, total);
    }

    private List<FeedEntry> entries(List<FeedLine> lines) {
        Map<Long, List<FieldChange>> changes = new HashMap<>();
        if (!lines.isEmpty()) {
            em.createQuery("SELECT c FROM LineChange c WHERE c.entryId IN :ids ORDER BY c.entryId, c.place", LineChange.class)
                    .setParameter("ids", lines.stream().map(FeedLine::id).toList()).getResultList()
                    .forEach(c -> changes.computeIfAbsent(c.entryId(), id -> new ArrayList<>()).add(c.toRecord()));
        }
        Map<Long, List<FeedEntry.Attachment>> files = files(lines);
        return lines.stream().map(line -> line.toRecord(changes.getOrDefault(line.id(), List.of()),
                files.getOrDefault(line.id(), List.of()))).toList();
    }

    private Map<Long, List<FeedEntry.Attachment>> files(List<FeedLine> lines) {
        return lines.isEmpty() ? Map.of()
                : em.createQuery("SELECT f FROM StoredFile f WHERE f.entryId IN :ids ORDER BY f.id", StoredFile.class)
                        .setParameter("ids", lines.stream().map(FeedLine::id).toList()).getResultStream()
                        .collect(Collectors.groupingBy(StoredFile::entryId,
                                Collectors.mapping(StoredFile::toEntry, Collectors.toList())));
    }

    private void after(String cursor) {
        List<String> last = Cursor.parse(cursor, 2);
        try {
            parameters.put("at", Instant.parse(String.valueOf(last.get(0))));
            parameters.put("id", Long.valueOf(last.get(1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", "The cursor is not valid.",
                    List.of(new FieldProblem("cursor", "invalid", "Use the cursor of an earlier answer of this feed.")),
                    Map.of(), e);
        }
        where += " AND l.at <= :at AND (l.at < :at OR l.id < :id)";
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
