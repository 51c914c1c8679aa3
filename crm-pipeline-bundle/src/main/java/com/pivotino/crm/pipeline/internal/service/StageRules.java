package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of a stage, whoever makes it: a manager or a provider. */
final class StageRules {
    /** Locked by every act that changes stages: one change at a time. */
    static final RecordRef LADDER = new RecordRef("pipeline", 1);

    private static final Set<String> KINDS = Arrays.stream(StageKind.values()).map(StageKind::key).collect(Collectors.toSet());
    private static final int NAME = 100;
    private static final int TOP = 1_000_000;
    private static final int PERCENT = 100;

    private StageRules() {
    }

    /**
     * The stage with its name in order.
     *
     * @throws CrmException {@code validation_failed} on the member that does not fit
     */
    static Stage checked(Stage stage) {
        String name = Texts.required("name", stage.name(), NAME);
        if (stage.kind() == null || !KINDS.contains(stage.kind())) {
            throw CrmException.invalid("kind", "unknown", "One of " + String.join(", ", KINDS.stream().sorted().toList()) + ".");
        }
        Texts.range("sequence", stage.sequence(), TOP);
        Texts.range("probability", stage.probability(), PERCENT);
        if (stage.color() != null && !stage.color().matches("#[0-9a-fA-F]{6}")) {
            throw CrmException.invalid("color", "invalid", "Use a colour such as #0284c7.");
        }
        return new Stage(stage.id(), stage.version(), name, stage.kind(), stage.sequence(), stage.probability(),
                stage.teamId(), stage.folded(), stage.color(), stage.active(), stage.key(), stage.available());
    }
}
