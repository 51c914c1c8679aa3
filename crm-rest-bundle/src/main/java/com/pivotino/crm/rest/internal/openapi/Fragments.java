package com.pivotino.crm.rest.internal.openapi;

import java.util.Map;

/** Where the fragments of the contract come from. */
public interface Fragments {

    /** What changes whenever a fragment comes, goes or is replaced. */
    String version();

    /** YAML by module; that of this bundle first. */
    Map<String, String> all();
}
