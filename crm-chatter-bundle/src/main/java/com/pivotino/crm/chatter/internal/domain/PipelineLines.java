package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.pipeline.StageKind;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityRestored;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import com.pivotino.crm.chatter.internal.content.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The feed's words for what happened to an opportunity (SEMANTICS C5); the most specific event names the subtype. */
final class PipelineLines {

    private static final String OPEN = "open";

    private PipelineLines() {
    }

    static Optional<Line> of(DomainEvent event) {
        return switch (event.type()) {
            case "pipeline.OpportunityCreated" -> Optional.of(created(event.body(OpportunityCreated.class)));
            case "pipeline.OpportunityChanged" -> changed(event.body(OpportunityChanged.class));
            case "pipeline.StageChanged" -> Optional.of(moved(event.body(StageChanged.class)));
            case "pipeline.OpportunityWon" -> Optional.of(won(event.body(OpportunityWon.class)));
            case "pipeline.OpportunityLost" -> Optional.of(lost(event.body(OpportunityLost.class)));
            case "pipeline.OpportunityRestored" -> restored(event.body(OpportunityRestored.class));
            default -> Optional.empty();
        };
    }

    private static Line created(OpportunityCreated created) {
        List<FieldChange> changes = new ArrayList<>();
        changes.add(new FieldChange("stage", null, created.state().stage().name()));
        if (!OPEN.equals(created.state().outcome())) {
            changes.add(new FieldChange("outcome", null, created.state().outcome()));
        }
        return Line.change(Subtype.FIELD_CHANGES,
                Html.paragraphs(created.silent() ? "Opportunity imported." : "Opportunity created."), changes);
    }

    private static Optional<Line> changed(OpportunityChanged changed) {
        return changed.changes().isEmpty() ? Optional.empty()
                : Optional.of(Line.change(Subtype.FIELD_CHANGES, "", changed.changes()));
    }

    private static Line moved(StageChanged moved) {
        return Line.change(Subtype.STAGE_CHANGED, "", List.of(stage(moved.from(), moved.state())));
    }

    private static Line won(OpportunityWon won) {
        return Line.change(Subtype.WON, "", closing(won.from(), won.state()));
    }

    private static Line lost(OpportunityLost lost) {
        List<FieldChange> changes = closing(lost.from(), lost.state());
        if (lost.reason() != null) {
            changes.add(new FieldChange("lostReason", null, lost.reason().name()));
        }
        if (lost.proposedReason() != null) {
            changes.add(new FieldChange("proposedReason", null, lost.proposedReason()));
        }
        return Line.change(Subtype.LOST, Html.paragraphs(lost.note()), changes);
    }

    /** A lost one that is won is restored on the way, without having been open: the line is that of winning. */
    private static Optional<Line> restored(OpportunityRestored restored) {
        return !OPEN.equals(restored.state().outcome()) ? Optional.empty()
                : Optional.of(Line.change(Subtype.RESTORED, "", closing(restored.from(), restored.state())));
    }

    private static List<FieldChange> closing(StageRef from, OpportunityState state) {
        List<FieldChange> changes = new ArrayList<>();
        if (from != null) {
            changes.add(stage(from, state));
            String outcome = outcome(from);
            if (!outcome.equals(state.outcome())) {
                changes.add(new FieldChange("outcome", outcome, state.outcome()));
            }
        }
        return changes;
    }

    private static FieldChange stage(StageRef from, OpportunityState state) {
        return new FieldChange("stage", from == null ? null : from.name(), state.stage().name());
    }

    private static String outcome(StageRef stage) {
        return StageKind.WON.key().equals(stage.kind()) || StageKind.LOST.key().equals(stage.kind())
                ? stage.kind() : OPEN;
    }
}
