package com.pivotino.crm.api.record;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells other bundles about the records of one type. An OSGi service; the highest ranking answers. Empty or failing: the
 * reference is shown without a title.
 */
@ExtensionPoint(required = RecordProvider.TYPE, exclusive = RecordProvider.TYPE)
@ConsumerType
public interface RecordProvider {

    /** Service property, required, String: the record type, such as {@code opportunity}. */
    String TYPE = "crm.record.type";

    /** The record as of now, or empty if there is none. */
    Optional<RecordSummary> find(RecordRef record);
}
