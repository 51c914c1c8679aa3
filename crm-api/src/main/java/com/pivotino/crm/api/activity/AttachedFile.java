package com.pivotino.crm.api.activity;

/**
 * A file that an activity holds.
 *
 * @param id   of the attachment: {@code GET /attachments/{id}}
 * @param name with its ending
 * @param type media type as its content shows it
 * @param size bytes
 */
public record AttachedFile(long id, String name, String type, long size) {
}
