package com.pivotino.crm.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose services partners may bring. {@link Plugins} reads the rules of the interface from here, and the
 * operator's list of plugins ({@code crm:plugin list}, {@code GET /plugins}) shows the services of all marked interfaces.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExtensionPoint {

    /** Service properties without which a service is ignored, with one warning, and listed as invalid. */
    String[] required() default {};

    /**
     * The service property of which each value is served by one service only: the highest ranking. The others are listed as
     * shadowed. Empty: all services are used.
     */
    String exclusive() default "";

    /**
     * Whether the services are told to do something after the commit, such as to deliver, and may call command services for it.
     * A question may not: who asks waits for the answer.
     */
    boolean mayAct() default false;
}
