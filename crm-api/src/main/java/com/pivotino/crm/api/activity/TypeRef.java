package com.pivotino.crm.api.activity;

/**
 * A reference to an activity type.
 *
 * @param key      stable, such as {@code call}
 * @param icon     icon name for the screen
 * @param category {@code todo, email, call, meeting, letter, upload}
 */
public record TypeRef(long id, String key, String name, String icon, String category) {
}
