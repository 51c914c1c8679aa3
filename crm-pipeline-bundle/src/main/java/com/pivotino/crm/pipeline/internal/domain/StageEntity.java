package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.pipeline.Stage;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** A column of the board (SEMANTICS P2 to P5). Made and edited by managers; archived when it is no longer wanted. */
@Entity
@Table(name = "pl_stage")
public class StageEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_seq")
    private Long id;
    @Version
    private long version;
    private String name;
    private String kind;
    @Column(name = "seq")
    private int sequence;
    private int probability;
    @Column(name = "team_id")
    private Long teamId;
    private boolean folded;
    private String color;
    private boolean active;
    /** What its provider calls it; null for one that a manager made. */
    @Column(name = "stage_key")
    private String key;

    protected StageEntity() {
    }

    public StageEntity(Stage stage) {
        reshape(stage);
    }

    /** Takes everything but id and version from the record, which has been checked. */
    public final void reshape(Stage stage) {
        name = stage.name();
        kind = stage.kind();
        sequence = stage.sequence();
        probability = stage.probability();
        teamId = stage.teamId();
        folded = stage.folded();
        color = stage.color();
        active = stage.active();
        key = stage.key();
    }

    public Stage toRecord() {
        return new Stage(id == null ? 0 : id, version, name, kind, sequence, probability, teamId, folded, color, active,
                key, true);
    }
}
