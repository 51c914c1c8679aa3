package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.RecordRef;

/**
 * A line of text that shall become an activity.
 *
 * @param text   such as {@code call Ann fri 2pm}
 * @param record what it shall belong to: people named must be able to read it; or null
 */
public record ActivityParsing(String text, RecordRef record) {
}
