package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/**
 * The last definition of a stage that a provider gave, for all teams or for one. Lives on when the provider is gone and when
 * a manager has deleted the stage, so that neither an edit nor a deletion is taken back by the provider's next word.
 */
@Entity
@Table(name = "pl_stage_definition")
@IdClass(StageDefinitionKey.class)
public class StageDefinitionEntity {
    @Id
    @Column(name = "stage_key")
    private String key;
    /** 0 for all teams. */
    @Id
    @Column(name = "team_id")
    private long teamId;
    @Column(name = "stage_id")
    private Long stageId;
    private String name;
    private String kind;
    @Column(name = "seq")
    private int sequence;
    private int probability;
    private boolean folded;
    private String color;

    protected StageDefinitionEntity() {
    }

    /** @param place for which team it is defined */
    public StageDefinitionEntity(StageDefinitionKey place, long stageId, StageDefinition definition) {
        this.key = place.key();
        this.teamId = place.teamId();
        this.stageId = stageId;
        remember(definition);
    }

    public StageDefinitionKey place() {
        return new StageDefinitionKey(key, teamId);
    }

    /** The stage, or null if a manager has deleted it. */
    public Long stageId() {
        return stageId;
    }

    /** The stage with what the provider has changed since its last word, where no manager has edited it. */
    public Stage follow(Stage stage, StageDefinition next) {
        return new Stage(stage.id(), stage.version(), merged(stage.name(), name, next.name()),
                merged(stage.kind(), kind, next.kind()), merged(stage.sequence(), sequence, next.sequence()),
                merged(stage.probability(), probability, next.probability()), stage.teamId(),
                merged(stage.folded(), folded, next.folded()), merged(stage.color(), color, next.color()), stage.active(),
                stage.key(), true);
    }

    private static <T> T merged(T now, T before, T next) {
        return Objects.equals(now, before) ? next : now;
    }

    /** Keeps the provider's word. */
    public final void remember(StageDefinition definition) {
        name = definition.name();
        kind = definition.kind();
        sequence = definition.sequence();
        probability = definition.probability();
        folded = definition.folded();
        color = definition.color();
    }
}
