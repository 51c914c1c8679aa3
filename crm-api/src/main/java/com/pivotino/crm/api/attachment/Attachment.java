package com.pivotino.crm.api.attachment;

/**
 * A file as clients see it (REST "Attachments").
 *
 * @param name   cleaned, at most 200 characters, never with a path
 * @param type   media type as its content shows it
 * @param size   bytes
 * @param sha256 of the content, 64 lower case hexadecimal digits
 */
public record Attachment(long id, String name, String type, long size, String sha256) {
}
