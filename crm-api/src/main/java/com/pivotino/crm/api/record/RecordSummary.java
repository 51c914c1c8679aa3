package com.pivotino.crm.api.record;

import com.pivotino.crm.api.RecordRef;

/**
 * A record as other bundles see it.
 *
 * @param record the record
 * @param title  its name as of now
 * @param access who may read and change it
 */
public record RecordSummary(RecordRef record, String title, RecordAccess access) {
}
