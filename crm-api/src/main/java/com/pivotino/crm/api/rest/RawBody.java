package com.pivotino.crm.api.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that takes its body as a stream ({@code InputStream} parameter, {@code @Consumes} of its own such
 * as {@code text/csv}): how much may come. Without it a body is JSON of at most 1 MiB. Reading beyond the limit is
 * {@code too_large} 413; a resource may set a lower limit of its own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RawBody {

    /** The most bytes that are read. */
    long maxBytes();
}
