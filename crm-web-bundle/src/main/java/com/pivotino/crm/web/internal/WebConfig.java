package com.pivotino.crm.web.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.pivotino.crm.web.cfg}. */
@ObjectClassDefinition(name = "Pivotino CRM Web")
public @interface WebConfig {

    String PID = "com.pivotino.crm.web";

    @AttributeDefinition(description = "Serve each module and style sheet as the file that it is, for debugging in the browser")
    boolean sources() default false;
}
