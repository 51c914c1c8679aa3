package com.pivotino.crm.activity;

import com.pivotino.crm.api.rest.MergePatch;
import java.util.LinkedHashMap;
import java.util.Map;

/** Merge patches in short. */
final class Patches {

    private Patches() {
    }

    /** @param namesAndValues alternating */
    static MergePatch of(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new MergePatch(members);
    }
}
