package com.pivotino.crm.api.activity.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says when an activity is due that nobody gave a date (SEMANTICS A4, B2). An OSGi service, asked through the plugin
 * invoker before the transaction. What automation plans inside somebody else's act (the first activity of a record, what a
 * card's move triggers) gets the standard date at first; it is asked right after the commit, and its answer then moves the
 * due date unless a person has chosen one meanwhile. The same question may come twice.
 *
 * <p>Several match: asked in ranking order, the first answer that is not empty wins; the standard rule stands at -100, so
 * a partner's with the default ranking comes before it. An empty answer leaves the question to the next. An exception, no
 * answer in time, null, or a date before the base: as if empty, so the standard rule answers. Implementations are
 * thread-safe, do not call command services and do not keep the question.
 */
@ExtensionPoint
@ConsumerType
public interface DueDatePolicy {

    /** Service property, String+, default all: keys of the activity types that it is asked about. */
    String TYPE = "crm.activity.type";
    /** Service property, Long+ or String+, default all: ids of the teams of the records that it is asked about. */
    String TEAM = "crm.team";

    /** The due date, or empty to leave it to the next. */
    Optional<DueDate> dueDate(DueDateQuestion question);
}
