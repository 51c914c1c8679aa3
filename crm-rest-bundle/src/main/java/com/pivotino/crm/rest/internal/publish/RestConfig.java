package com.pivotino.crm.rest.internal.publish;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.pivotino.crm.rest.cfg}. */
@ObjectClassDefinition(name = "Pivotino CRM REST")
@interface RestConfig {

    String PID = "com.pivotino.crm.rest";

    @AttributeDefinition(required = false, name = "Trusted proxies",
            description = "Addresses or networks, comma separated, of the proxies whose Forwarded or X-Forwarded-For headers tell"
                    + " who calls and whether over TLS, such as 127.0.0.1 or 10.0.0.0/8.")
    String trustedProxies() default "";
}
