package com.pivotino.crm.api.activity;

import java.util.List;

/**
 * The figures of the activities menu; each equals the number of rows behind it (SEMANTICS A5, A13).
 *
 * @param byType the same figures per type, only types that have any
 */
public record ActivitySummary(long overdue, long today, long planned, List<TypeCount> byType) {

    public ActivitySummary {
        byType = List.copyOf(byType);
    }

    /** The figures of one type. */
    public record TypeCount(TypeRef type, long overdue, long today, long planned) {
    }
}
