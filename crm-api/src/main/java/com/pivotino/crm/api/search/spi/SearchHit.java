package com.pivotino.crm.api.search.spi;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.RecordRef;

/**
 * One thing that was found.
 *
 * @param record  what it is
 * @param title   the first line, 1 to 200 characters
 * @param detail  the second line, such as the company, or null
 * @param badge   {@code won} and {@code lost} are drawn as the product draws them, any other text as it is; or null
 * @param note    a few characters at the end of the row, such as a phone number, or null
 * @param amount  at the end of the row, in the reader's way of writing it, or null
 * @param path    where it is shown: a path of the browser UI that begins with one slash, such as {@code /opportunities/7}
 */
public record SearchHit(RecordRef record, String title, String detail, String badge, String note, Money amount, String path) {

    /** A hit with two lines. */
    public static SearchHit of(RecordRef record, String title, String detail, String path) {
        return new SearchHit(record, title, detail, null, null, null, path);
    }
}
