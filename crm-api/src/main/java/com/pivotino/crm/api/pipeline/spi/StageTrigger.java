package com.pivotino.crm.api.pipeline.spi;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Moves cards when something happens. An OSGi service, asked through the plugin invoker after the commit, when the act can no
 * longer be undone, about each event of an opportunity whose type it names, with the card as it stands then.
 *
 * <p><b>Several match</b>: they are asked in ranking order, and the first proposal counts.
 *
 * <p><b>Result</b>: the card is moved by the product, with cause {@code automation}, in an act of its own. Stage guards are
 * asked as for any move. A proposal for the stage where the card stands does nothing. If the card has changed since, the
 * trigger is asked again. A proposal that is refused (by a guard, by an unavailable or unknown stage) is logged and
 * dropped. Acts of the product itself, such as a trigger's move with all that follows from it, ask no trigger, so two triggers
 * cannot chase a card in circles.
 *
 * <p><b>Failure</b> (an exception, no answer in time, null): treated as empty and logged; the event is not tried again.
 *
 * <p>Implementations are thread-safe, do not call command services and do not keep what they are given.
 */
@ExtensionPoint(required = StageTrigger.TYPES)
@ConsumerType
public interface StageTrigger {

    /** Service property, String+, required: event types or patterns such as {@code activity.*}. */
    String TYPES = "crm.event.types";

    /** The stage that the card should enter because of the event, or empty for none. */
    Optional<StageProposal> propose(DomainEvent event, Opportunity opportunity);
}
