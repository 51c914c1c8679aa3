package com.pivotino.crm.activity.internal.store;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.Status;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.api.rest.DateRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.Query;

/**
 * Lists and counts activities by one set of conditions, so that a figure is always the number of rows behind it
 * (SEMANTICS A5, A13). What an open activity's state is, is a comparison of now with indexed instants.
 */
public final class ActivityListing {

    private static final int FEW = 200;
    private static final Set<String> FILTERS = Set.of("assignee", "state", "record", "type", "team", "customer", "dueFrom",
            "dueTo");
    private static final Map<String, String> SORTS = Map.of("dueDate", "a.lateFrom", "createdAt", "a.createdAt");
    private static final Map<String, String> STATES = Map.of(
            "overdue", "(a.status = :open AND a.lateFrom <= :now)",
            "today", "(a.status = :open AND a.lateFrom > :now AND a.todayFrom <= :now)",
            "planned", "(a.status = :open AND a.lateFrom > :now AND a.todayFrom > :now)",
            "done", "(a.status = :done)",
            "cancelled", "(a.status = :cancelled)");
    private static final String FROM = " FROM PlannedActivity a";

    private final EntityManager em;
    private final RecordIndex records;
    private final Actor actor;
    private final Instant now;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public ActivityListing(EntityManager em, RecordIndex records, Actor actor, Instant now) {
        this.em = em;
        this.records = records;
        this.actor = actor;
        this.now = now;
    }

    /** An activity with the title of its record, which may be null. */
    public record Row(PlannedActivity activity, String title) {
    }

    /** How many open activities of one type there are. */
    public record Count(long typeId, long overdue, long today, long planned) {
    }

    /** The rows that the filters select and the caller can read. */
    public Page<Row> page(ListQuery query) {
        query.allowing(FILTERS);
        filter(query);
        readable(query.filter("assignee"));
        String sort = query.sort() == null ? "dueDate" : query.sort();
        boolean descending = sort.startsWith("-");
        String column = SORTS.get(descending ? sort.substring(1) : sort);
        if (column == null) {
            throw CrmException.invalid("sort", "invalid", "Sort by dueDate or createdAt, with - for the latest first.");
        }
        Long total = query.count() ? total() : null;
        if (query.cursor() != null) {
            after(query.cursor(), sort, column, descending ? "<" : ">");
        }
        String order = descending ? " DESC" : "";
        Query rows = em.createQuery("SELECT a" + FROM + where() + " ORDER BY " + sorted(query, column) + order + ", a.id"
                + order);
        bind(rows).setMaxResults(query.limit() + 1);
        List<PlannedActivity> found = new ArrayList<>();
        rows.getResultList().forEach(row -> found.add((PlannedActivity) row));
        String next = null;
        if (found.size() > query.limit()) {
            found.remove(query.limit());
            PlannedActivity last = found.get(found.size() - 1);
            next = Cursor.of(sort, "a.lateFrom".equals(column) ? last.lateFrom() : last.createdAt(), last.id());
        }
        return new Page<>(titled(found), next, total);
    }

    /**
     * Of one type somebody may have none at all, and whoever walks along the order to find them walks to its end. This says
     * that the order is none of an index, so that they are selected first.
     */
    private static String sorted(ListQuery query, String column) {
        boolean few = !query.all("type").isEmpty() && query.filter("assignee") != null;
        return few ? "COALESCE(" + column + ", a.todayFrom)" : column;
    }

    /** With the titles of their records, looked up by their keys: joined, all records might be read to sort a few rows. */
    private List<Row> titled(List<PlannedActivity> activities) {
        Map<RecordRef, IndexedRecord> known = records.find(activities.stream().map(PlannedActivity::record).toList());
        return activities.stream().map(activity -> new Row(activity, Optional.ofNullable(known.get(activity.record()))
                .map(IndexedRecord::title).orElse(null))).toList();
    }

    /** The open ones, counted by type and state. */
    public List<Count> counts(boolean allReadable) {
        if (allReadable) {
            readable(null);
        } else {
            conditions.add(mine());
        }
        if (conditions.isEmpty()) {
            // All of each type: said so, each is one piece of an index that holds what is counted.
            List<Long> types = em.createQuery("SELECT k.id FROM ActivityTypeEntity k", Long.class).getResultList();
            parameters.put("types", types);
            conditions.add("a.typeId IN :types");
        }
        conditions.add("a.status = :open");
        parameters.put("open", Status.OPEN);
        parameters.put("now", now);
        List<Count> counts = new ArrayList<>();
        Query query = em.createQuery("SELECT a.typeId, SUM(CASE WHEN a.lateFrom <= :now THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN a.lateFrom > :now AND a.todayFrom <= :now THEN 1 ELSE 0 END), COUNT(a.typeId)"
                + FROM + where() + " GROUP BY a.typeId ORDER BY a.typeId");
        for (Object row : bind(query).getResultList()) {
            Object[] cells = (Object[]) row;
            long overdue = ((Number) cells[1]).longValue();
            long today = ((Number) cells[2]).longValue();
            counts.add(new Count((Long) cells[0], overdue, today, ((Number) cells[3]).longValue() - overdue - today));
        }
        return counts;
    }

    private long total() {
        return ((Number) bind(em.createQuery("SELECT COUNT(a.id)" + FROM + where())).getSingleResult()).longValue();
    }

    private void filter(ListQuery query) {
        if ("me".equals(query.filter("assignee"))) {
            conditions.add(mine());
        } else if (query.filter("assignee") != null) {
            equal("a.assigneeId", "assignee", assignee(query.filter("assignee")));
        }
        if (query.filter("team") != null) {
            equal("a.teamId", "team", id("team", query.filter("team")));
        }
        any(query.all("state"), this::state);
        any(query.all("record"), text -> {
            RecordRef record = RecordRef.parse(text);
            String n = String.valueOf(parameters.size());
            parameters.put("recordType" + n, record.type());
            parameters.put("recordId" + n, record.id());
            return "(a.recordType = :recordType" + n + " AND a.recordId = :recordId" + n + ")";
        });
        if (query.filter("customer") != null) {
            parameters.put("customer", id("customer", query.filter("customer")));
            conditions.add("EXISTS (SELECT r.recordId FROM TrackedRecord r WHERE r.customerId = :customer"
                    + " AND r.recordType = a.recordType AND r.recordId = a.recordId)");
        }
        any(query.all("type"), text -> {
            String n = "type" + parameters.size();
            parameters.put(n, id("type", text));
            return "a.typeId = :" + n;
        });
        date(query, "dueFrom", ">=");
        date(query, "dueTo", "<=");
    }

    /** The caller's own: assigned to them, or waiting for one of their teams (REST "Menu"). */
    private String mine() {
        parameters.put("me", actor.userId());
        return actor.visibleTeamIds().isEmpty() ? "a.assigneeId = :me" : "(a.assigneeId = :me OR " + claimable() + ")";
    }

    private String claimable() {
        parameters.put("teams", actor.visibleTeamIds());
        parameters.put("open", Status.OPEN);
        return "a.assigneeId IS NULL AND a.status = :open AND a.teamId IN :teams";
    }

    /** The record rule as a condition: one's own, or of a readable record (RecordAccess). */
    private void readable(String assignee) {
        Long me = actor.userId();
        if (actor.isAdmin() || me != null && assignee != null && me.equals(assignee(assignee))) {
            return;
        }
        parameters.put("me", me);
        String teams = "";
        if (!actor.visibleTeamIds().isEmpty()) {
            parameters.put("teams", actor.visibleTeamIds());
            teams = " OR a.readers.teamId IN :teams OR " + claimable();
        }
        conditions.add("(a.assigneeId = :me OR a.readers.ownerId = :me" + teams + followed() + ")");
    }

    /**
     * Records that are read only because they are followed. A few are named, so that an index finds them as it finds all else
     * that is readable; of many each row asks.
     */
    private String followed() {
        List<RecordRef> rows = records.granted(actor, FEW + 1);
        Map<String, List<Long>> only = new TreeMap<>();
        rows.forEach(record -> only.computeIfAbsent(record.type(), type -> new ArrayList<>()).add(record.id()));
        if (rows.size() > FEW) {
            // The first half alone says nothing of the type; it is read once for all rows, so that the second seldom is.
            return " OR a.recordId IN (SELECT g.recordId FROM RecordFollower g WHERE g.userId = :me)"
                    + " AND EXISTS (SELECT f.userId FROM RecordFollower f WHERE f.recordType = a.recordType"
                    + " AND f.recordId = a.recordId AND f.userId = :me)";
        }
        StringBuilder named = new StringBuilder();
        only.forEach((type, ids) -> {
            int n = parameters.size();
            parameters.put("followedType" + n, type);
            parameters.put("followed" + n, ids);
            named.append(" OR a.recordType = :followedType").append(n).append(" AND a.recordId IN :followed").append(n);
        });
        return named.toString();
    }

    private String state(String state) {
        String condition = STATES.get(state);
        if (condition == null) {
            throw CrmException.invalid("state", "invalid", "One of overdue, today, planned, done, cancelled.");
        }
        if (condition.contains(":now")) {
            parameters.put("now", now);
            parameters.put("open", Status.OPEN);
        } else {
            parameters.put(state, Status.valueOf(state.toUpperCase(Locale.ROOT)));
        }
        return condition;
    }

    private Long assignee(String text) {
        return "me".equals(text) ? actor.userId() : id("assignee", text);
    }

    private void any(List<String> values, Function<String, String> condition) {
        if (!values.isEmpty()) {
            conditions.add("(" + String.join(" OR ", values.stream().distinct().map(condition).toList()) + ")");
        }
    }

    private void date(ListQuery query, String name, String comparison) {
        String text = query.filter(name);
        if (text == null) {
            return;
        }
        try {
            parameters.put(name, DateRange.parse(name, text));
        } catch (DateTimeException e) {
            throw invalid(name, "Use a date such as 2026-06-10.", e);
        }
        conditions.add("a.dueDate " + comparison + " :" + name);
    }

    private void after(String cursor, String sort, String column, String comparison) {
        List<String> last = Cursor.parse(cursor, 3);
        if (!sort.equals(last.get(0))) {
            throw CrmException.invalid("cursor", "invalid", "The cursor belongs to another order of the list.");
        }
        try {
            parameters.put("lastValue", Instant.parse(last.get(1)));
            parameters.put("lastId", Long.valueOf(last.get(2)));
        } catch (DateTimeException | NumberFormatException e) {
            throw Cursor.refused(e);
        }
        conditions.add(column + " " + comparison + "= :lastValue AND (" + column + " " + comparison
                + " :lastValue OR a.id " + comparison + " :lastId)");
    }

    private void equal(String column, String name, Object value) {
        parameters.put(name, value);
        conditions.add(column + " = :" + name);
    }

    private String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private Query bind(Query query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static CrmException invalid(String field, String message, RuntimeException cause) {
        return new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                List.of(new FieldProblem(field, "invalid", message)), Map.of(), cause);
    }

    private static Long id(String field, String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw CrmException.invalid(field, "invalid", "This must be an id.");
        }
        return Long.valueOf(text);
    }
}
