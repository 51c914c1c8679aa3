package com.pivotino.crm.api.rest;

/**
 * Service properties of a JAX-RS resource that the REST publisher puts under {@code /api}. Register the resource object
 * under {@code Object.class} or its own class with {@link #MARKER} set to true; it comes and goes alone.
 *
 * <p>A resource has a class-level {@code @Path} of its own, returns records, {@code Answer}, {@code Page} or
 * {@code Response}, throws {@code CrmException}, and may take as {@code @Context} parameters: {@code Actor},
 * {@code ListQuery}, {@link IfMatch}, {@link MergePatch} (as the body), {@link Caller}. A method that everybody may call
 * without signing in carries {@link Anonymous}; one that takes a stream carries {@link RawBody}. The bundle ships its
 * OpenAPI fragment as {@code openapi/<module>.yaml}.
 */
public final class RestResource {

    /** Service property, Boolean true. */
    public static final String MARKER = "crm.rest.resource";

    private RestResource() {
    }
}
