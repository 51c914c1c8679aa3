package com.pivotino.crm.api.imports.spi;

import java.util.List;

/**
 * A field that a column can be mapped to.
 *
 * @param name    in the contract
 * @param many    whether several columns can go there
 * @param headers headers that mean it, in lower case with nothing but letters and digits; the first is the usual one
 */
public record ImportField(String name, boolean many, List<String> headers) {

    public ImportField {
        headers = List.copyOf(headers);
    }

    /** A field of one column. */
    public static ImportField one(String name, String... headers) {
        return new ImportField(name, false, List.of(headers));
    }

    /** A field of any number of columns. */
    public static ImportField many(String name, String... headers) {
        return new ImportField(name, true, List.of(headers));
    }
}
