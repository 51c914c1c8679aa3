package com.pivotino.crm.runtime.internal.wiring;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.pivotino.crm.runtime.cfg}. */
@ObjectClassDefinition(name = "Pivotino CRM Runtime")
public @interface RuntimeConfig {

    String PID = "com.pivotino.crm.runtime";

    @AttributeDefinition(description = "Ids of partners' reactions that may run inside our transactions, comma separated")
    String[] trustedReactions() default {};

    @AttributeDefinition(description = "Modules without which the product is not ready, comma separated")
    String[] requiredModules() default {};
}
