package com.pivotino.crm.api;

/**
 * One tracked field that changed, in display values as of then (SEMANTICS C5).
 *
 * @param field the member's name in the contract
 * @param from  the old display value, null if there was none
 * @param to    the new display value, null if there is none
 */
public record FieldChange(String field, String from, String to) {
}
