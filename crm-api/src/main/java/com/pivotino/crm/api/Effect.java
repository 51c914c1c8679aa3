package com.pivotino.crm.api;

/**
 * Something else that an act did, for the answer (REST "Effects").
 *
 * @param type    such as {@code activity.completed}
 * @param record  the record it happened to
 * @param summary one sentence for a person
 */
public record Effect(String type, RecordRef record, String summary) {
}
