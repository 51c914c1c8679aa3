package com.pivotino.crm.api.module;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Invariants of a module's records, checked by the operator's command {@code crm:verify}. An OSGi service.
 *
 * <p>Several match: all are asked, by ranking. It reads only, by the scan that it is given, which shows one moment of the
 * database while work goes on. An exception counts as a problem of its own and ends this check, not the others.
 */
@ConsumerType
public interface IntegrityCheck {

    /** Service property, required, String: whose records these are, such as {@code pipeline}. */
    String MODULE = "crm.module";

    /** Looks at everything that must hold. */
    void check(IntegrityScan scan);
}
