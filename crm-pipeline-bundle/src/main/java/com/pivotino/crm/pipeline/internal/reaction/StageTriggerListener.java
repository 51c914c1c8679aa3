package com.pivotino.crm.pipeline.internal.reaction;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageService;
import com.pivotino.crm.api.pipeline.spi.StageProposal;
import com.pivotino.crm.api.pipeline.spi.StageTrigger;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks stage triggers about what has happened to an opportunity, and makes the move that one of them proposes. */
@Component(service = DomainEventListener.class, property = {DomainEventListener.ID + "=pipeline.triggers",
        DomainEventListener.SETTLED + ":Boolean=true"})
public final class StageTriggerListener implements DomainEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(StageTriggerListener.class);
    private static final Actor SYSTEM = Actor.system(ZoneOffset.UTC);
    private static final String CAUSE = "automation";
    private static final int TRIES = 3;

    private final OpportunityService opportunities;
    private final StageService stages;
    private final PluginInvoker invoker;
    private final Plugins<StageTrigger> triggers = Plugins.of(StageTrigger.class);

    @Activate
    public StageTriggerListener(@Reference OpportunityService opportunities, @Reference StageService stages,
            @Reference PluginInvoker invoker) {
        this.opportunities = opportunities;
        this.stages = stages;
        this.invoker = invoker;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTrigger(StageTrigger trigger, Map<String, Object> properties) {
        triggers.come(trigger, properties);
    }

    /** Its ranking or its event types have changed. */
    public void updatedTrigger(StageTrigger trigger, Map<String, Object> properties) {
        triggers.come(trigger, properties);
    }

    public void removeTrigger(StageTrigger trigger) {
        triggers.go(trigger);
    }

    @Override
    public void on(DomainEvent event) {
        if (triggers.isEmpty() || !event.record().type().equals("opportunity") || isByTrigger(event)) {
            return;
        }
        List<Plugin<StageTrigger>> asked = triggers.matching(StageTrigger.TYPES, event.type());
        for (int i = 0; i < TRIES && !asked.isEmpty(); i++) {
            if (settle(event, asked)) {
                return;
            }
        }
    }

    /** The acts of the product itself on a card are those of triggers; what reactions do belongs to the user's act. */
    private static boolean isByTrigger(DomainEvent event) {
        return event.actor() == null && CAUSE.equals(event.cause());
    }

    /** @return false if the card has changed since the triggers saw it */
    private boolean settle(DomainEvent event, List<Plugin<StageTrigger>> asked) {
        Opportunity card;
        try {
            card = opportunities.get(SYSTEM, event.record().id());
        } catch (CrmException gone) {
            LOG.debug("No trigger is asked about {}: {}", event.record(), gone.getMessage());
            return true;
        }
        Optional<StageProposal> proposal = asked.stream()
                .map(trigger -> invoker.ask(trigger, service -> service.propose(event, card)))
                .flatMap(answer -> answer.answer().orElse(Optional.empty()).stream()).findFirst();
        return proposal.isEmpty() || move(event, card, proposal.get());
    }

    private boolean move(DomainEvent event, Opportunity card, StageProposal proposal) {
        try {
            Call call = new Call(SYSTEM, CAUSE, card.version());
            opportunities.move(call, card.id(), new MoveRequest(stage(card, proposal.stage()), null, null,
                    proposal.lostReasonId(), proposal.note(), null, null, null, null));
            return true;
        } catch (CrmException refusal) {
            if (refusal.kind() == CrmException.Kind.VERSION_CONFLICT) {
                return false;
            }
            LOG.warn("The move of {} to {} that a trigger proposed on {} is dropped: {}", event.record(), proposal.stage(),
                    event.type(), refusal.getMessage());
            return true;
        }
    }

    private long stage(Opportunity card, String keyOrId) {
        Long team = card.team() == null ? null : card.team().id();
        return stages.list(SYSTEM, new ListQuery(ListQuery.MAX_LIMIT, null, null, false, Map.of())).items().stream()
                .filter(stage -> keyOrId.equals(stage.key()) || keyOrId.equals(String.valueOf(stage.id())))
                .filter(stage -> stage.teamId() == null || stage.teamId().equals(team))
                .map(Stage::id).findFirst()
                .orElseThrow(() -> CrmException.invalid("stageId", "unknown", "There is no stage " + keyOrId + "."));
    }
}
