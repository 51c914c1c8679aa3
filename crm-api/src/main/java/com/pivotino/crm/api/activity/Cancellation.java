package com.pivotino.crm.api.activity;

/**
 * Why an activity is not going to be done.
 *
 * @param reason or null
 */
public record Cancellation(String reason) {
}
