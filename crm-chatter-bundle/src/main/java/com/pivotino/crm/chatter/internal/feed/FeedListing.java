package com.pivotino.crm.chatter.internal.feed;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.support.PageCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** One page of a feed, newest first. */
public final class FeedListing {

    private static final Set<String> KINDS = Set.of("message", "note", "activity", "change");

    private static final int MOST_WORDS = 8;

    private final EntityManager em;
    private final FeedEntries assembler;
    private final RecordRef record;
    private final Map<String, Object> parameters = new HashMap<>();
    private String where = " WHERE l.recordType = :type AND l.recordId = :record AND l.hidden = FALSE";

    public FeedListing(EntityManager em, RecordRef record, FeedEntries assembler) {
        this.em = em;
        this.assembler = assembler;
        this.record = record;
        parameters.put("type", record.type());
        parameters.put("record", record.id());
    }

    /** Filters {@code kinds}, comma separated or repeated, {@code q} (words) and {@code around} (an entry). */
    public Page<FeedEntry> page(ListQuery query) {
        query.allowing(Set.of("kinds", "q", "around"));
        Set<String> kinds = query.all("kinds").stream().flatMap(text -> Arrays.stream(text.split(",")))
                .filter(kind -> !kind.isBlank()).collect(Collectors.toSet());
        if (!KINDS.containsAll(kinds)) {
            throw CrmException.invalid("kinds", "invalid", "Any of message, note, activity, change.");
        }
        if (!kinds.isEmpty()) {
            parameters.put("kinds", kinds);
            where += " AND l.kind IN :kinds";
        }
        search(query.filter("q"));
        Long total = query.count() ? bind(em.createQuery("SELECT COUNT(l.id) FROM FeedLine l" + where, Long.class))
                .getSingleResult() : null;
        if (query.cursor() != null) {
            after(query.cursor());
        } else if (query.filter("around") != null) {
            around(query.filter("around"), query.limit() / 2);
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
        return new Page<>(assembler.entries(lines), next, total);
    }

    /** Every word stands somewhere in the entry: in its text, or in what it says of fields. */
    private void search(String text) {
        int place = 0;
        for (String word : text == null ? new String[0] : FeedLine.searchable(text).strip().split("\\s+")) {
            if (!word.isEmpty() && place < MOST_WORDS) {
                // Both databases escape with a backslash by default; a clause that says so would keep EclipseLink from binding.
                where += " AND COALESCE(l.plain, l.body) LIKE :word" + place;
                parameters.put("word" + place++, "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            }
        }
    }

    /** Begins half a page above an entry, so that it stands in the middle of the page (a deep link). */
    private void around(String id, int above) {
        FeedLine entry = id.matches("\\d{1,18}") ? em.find(FeedLine.class, Long.valueOf(id)) : null;
        if (entry == null || !entry.record().equals(record)) {
            throw CrmException.notFound("The entry");
        }
        List<FeedLine> newer = bind(em.createQuery("SELECT l FROM FeedLine l" + where
                + " AND l.at >= :from AND (l.at > :from OR l.id > :fromId) ORDER BY l.at, l.id", FeedLine.class))
                .setParameter("from", entry.at()).setParameter("fromId", entry.id()).setMaxResults(above).getResultList();
        FeedLine first = newer.isEmpty() ? entry : newer.get(newer.size() - 1);
        where += " AND l.at <= :top AND (l.at < :top OR l.id <= :topId)";
        parameters.put("top", first.at());
        parameters.put("topId", first.id());
    }

    private void after(String cursor) {
        PageCursor.Moment last = PageCursor.moment(cursor);
        parameters.put("at", last.at());
        parameters.put("id", last.id());
        where += " AND l.at <= :at AND (l.at < :at OR l.id < :id)";
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
