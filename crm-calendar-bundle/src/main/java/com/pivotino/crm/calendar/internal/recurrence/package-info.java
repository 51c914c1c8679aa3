/**
 * Recurrence without a database or a clock: rules, their occurrences, and what an edit makes of a series (SEMANTICS T1 to E7).
 *
 * <p>Start at {@link com.pivotino.crm.calendar.internal.recurrence.Series}; edits and deletions are in
 * {@link com.pivotino.crm.calendar.internal.recurrence.SeriesEditor}. Everything here is immutable and safe to share.
 */
package com.pivotino.crm.calendar.internal.recurrence;
