package com.pivotino.crm.api.module;

import org.osgi.annotation.versioning.ConsumerType;

/** Something that readiness depends on; an OSGi service. An exception or no answer in 2 s counts as not ready. */
@ConsumerType
public interface HealthCheck {

    /** Service property, required, String: name shown to the operator. */
    String NAME = "crm.health.name";

    /** Null if all is well, else one sentence for the operator. */
    String problem();
}
