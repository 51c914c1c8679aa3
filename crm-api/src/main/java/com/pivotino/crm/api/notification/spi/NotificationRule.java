package com.pivotino.crm.api.notification.spi;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Names further users who are told of an event. An OSGi service, called through the plugin invoker after the commit, once the
 * event cannot be undone any more, outside of any transaction of ours.
 *
 * <p><b>Several match:</b> all are asked; everybody whom one of them names is told once, except who acted, who has left, and who
 * cannot read the record. How each of them is told is their own choice.
 *
 * <p><b>Results:</b> users as {@code user:7}; anything else is left out. Empty for nobody.
 *
 * <p><b>An exception, no answer in time, null:</b> this rule names nobody; the others still count. It is not asked again.
 *
 * <p>Implementations are thread-safe, return within the timeout ({@code crm.plugin.timeoutMs}, 2 s unless it is set), do not call
 * command services and do not keep what they are given. An event may come twice.
 */
@ConsumerType
@ExtensionPoint(required = NotificationRule.TYPES)
public interface NotificationRule {

    /** Service property, String+, required: event types such as {@code pipeline.StageChanged}, or patterns such as {@code pipeline.*}. */
    String TYPES = "crm.event.types";

    /** Further recipients of this event. */
    Set<String> recipients(DomainEvent event, Audience audience);
}
