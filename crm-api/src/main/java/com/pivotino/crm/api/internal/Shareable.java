package com.pivotino.crm.api.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a reading resource method whose answer follows from its address, the {@link com.pivotino.crm.api.Actor}, the database and the
 * time, and from nothing else of the request: no header, cookie or address of the caller. Equal calls are then answered once, as
 * long as {@link RequestTransactions#moment} is the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shareable {
}
