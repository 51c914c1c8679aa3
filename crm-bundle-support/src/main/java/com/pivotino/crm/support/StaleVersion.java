package com.pivotino.crm.support;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A change by somebody who knows another version than the present one (REST "If-Match"). An act is refused. An edit is merged
 * member by member: it is refused only if a member that it changes has been changed since.
 */
public final class StaleVersion {

    private StaleVersion() {
    }

    /**
     * Whether the caller knows another version.
     *
     * @param known the version that the caller sent, or null if they sent none
     */
    public static boolean is(Long known, long version) {
        return known != null && known != version;
    }

    /**
     * Refuses an act of a caller who knows another version.
     *
     * @param current what the refusal shows
     */
    public static void refuse(Long known, long version, Supplier<?> current) {
        if (is(known, version)) {
            throw refusal(current.get(), null, null, Map.of());
        }
    }

    /** The first of the changes for each member, in their order. */
    public static <C> Map<String, C> firstByMember(Iterable<C> changes, Function<C, String> member) {
        Map<String, C> first = new LinkedHashMap<>();
        changes.forEach(change -> first.putIfAbsent(member.apply(change), change));
        return first;
    }

    /**
     * The members that cannot be merged, in the order of {@code wanted}: each with {@code field}, {@code base}, {@code theirs} and
     * {@code mine}.
     *
     * @param wanted members that the edit really changes
     * @param since  of the members that were changed since: what they held at the version that the caller knows
     */
    public static List<Map<String, Object>> conflicts(Collection<String> wanted, Map<String, ?> since, Function<String, ?> theirs,
            Function<String, ?> mine) {
        List<Map<String, Object>> conflicts = new ArrayList<>();
        for (String member : wanted) {
            if (since.containsKey(member)) {
                Map<String, Object> conflict = new LinkedHashMap<>();
                conflict.put("field", member);
                conflict.put("base", since.get(member));
                conflict.put("theirs", theirs.apply(member));
                conflict.put("mine", mine.apply(member));
                conflicts.add(conflict);
            }
        }
        return conflicts;
    }

    /**
     * The refusal: {@code version_conflict}.
     *
     * @param current   the present state
     * @param changedBy who made it, or null if nobody knows
     * @param changedAt when, or null
     * @param more      what else the caller is told, such as {@code conflicts}
     */
    public static CrmException refusal(Object current, NamedRef changedBy, Instant changedAt, Map<String, ?> more) {
        Map<String, Object> extras = new LinkedHashMap<>(more);
        extras.put("current", current);
        if (changedBy != null) {
            extras.put("changedBy", changedBy);
        }
        if (changedAt != null) {
            extras.put("changedAt", changedAt);
        }
        return CrmException.versionConflict(extras);
    }
}
