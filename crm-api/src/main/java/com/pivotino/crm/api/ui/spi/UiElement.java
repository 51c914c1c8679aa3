package com.pivotino.crm.api.ui.spi;

/**
 * A custom element of a partner and the place where it stands.
 *
 * @param slot   {@code card-badge} (subject: the card), {@code form-section} (subject: the opportunity), {@code board-action}
 *               (subject: {@code {query}}, the filters as in the address), {@code menu-entry} (a page of its own, reached from
 *               the menu) or {@code settings-page}; the element gets the subject as its property {@code subject}
 * @param tag    name of the custom element, with the partner's prefix, such as {@code acme-review-badge}
 * @param module path of the ES module that defines it, on this host, below {@code /extensions/}, such as
 *               {@code /extensions/acme/badge.js}; it may import {@code lit}
 * @param title  what people read in the menu or over the section, at most 60 characters; not shown for a badge
 */
public record UiElement(String slot, String tag, String module, String title) {
}
