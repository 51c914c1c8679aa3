package com.pivotino.crm.directory.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.pivotino.crm.directory.cfg}. */
@ObjectClassDefinition(name = "Pivotino CRM directory")
@interface DirectoryConfig {

    String PID = "com.pivotino.crm.directory";

    @AttributeDefinition(required = false, type = AttributeType.PASSWORD, name = "First administrator's password",
            description = "Used once, when there is no user yet; without it a random one is written to the file below.")
    String adminPassword() default "";

    @AttributeDefinition(required = false, name = "First password's file",
            description = "Where a random first password is written, readable by its owner only;"
                    + " without it first-admin-password in the folder of the running product.")
    String firstPasswordFile() default "";
}
