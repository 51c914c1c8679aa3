package com.pivotino.crm.runtime.internal.wiring;

import java.util.Arrays;
import java.util.List;

/** Lists in configuration files: several values, or one with commas. */
public final class Lists {

    private Lists() {
    }

    public static List<String> of(String[] values) {
        return values == null ? List.of() : Arrays.stream(values).flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip).filter(value -> !value.isEmpty()).toList();
    }
}
