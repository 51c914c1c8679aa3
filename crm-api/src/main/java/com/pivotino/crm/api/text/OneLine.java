package com.pivotino.crm.api.text;

import java.util.regex.Pattern;

/** Names of records: something visible on one line, whoever or whatever names the record. */
public final class OneLine {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cntrl}\\p{Cf}]*");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]");

    private OneLine() {
    }

    /** Whether nothing of it can be seen: white space of any kind, no-break and zero-width ones included. */
    public static boolean isInvisible(String name) {
        return INVISIBLE.matcher(name).matches();
    }

    /** Whether it has line breaks or other control characters inside. */
    public static boolean breaksLine(String name) {
        return LINE_BREAK.matcher(name.strip()).find();
    }
}
