package com.pivotino.crm.api.notification.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Leaves people out of those who are about to be told of something; it can add nobody. An OSGi service, called through the plugin
 * invoker outside of any transaction of ours: when the recipients of a message are previewed, again just before the message is
 * posted or edited, when people outside write, and before people are told of a change. It is asked about everybody at once.
 *
 * <p><b>Several match:</b> all are asked, in ranking order, each about everybody; one is enough to leave somebody out, and the
 * first reason is shown.
 *
 * <p><b>Results:</b> those of the recipients given that are left out, each with the reason, one sentence for people. It stands in the
 * preview ({@code skipped}) and in the entry's deliveries ({@code skipped}). Anybody else is ignored. Empty for nobody.
 *
 * <p><b>An exception, no answer in time, null:</b> this policy leaves nobody out; the others still count, and the message is
 * posted.
 *
 * <p>Implementations are thread-safe, return within the timeout ({@code crm.plugin.timeoutMs}, 2 s unless it is set), do not call
 * command services and do not keep what they are given. The same question has the same answer: what the preview shows is what a
 * post does.
 */
@ConsumerType
@ExtensionPoint
public interface RecipientPolicy {

    /**
     * Service property, String+, optional: keys of subtypes such as {@code discussions} (messages), {@code notes} or
     * {@code stage_changed}; without it all.
     */
    String SUBTYPES = "crm.subtypes";

    /** The recipients to leave out, each with the reason. */
    Map<ProposedRecipient, String> leaveOut(RecipientProposal proposal);
}
