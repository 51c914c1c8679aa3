package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageRef;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** One line of the history of stages and outcomes (SEMANTICS P7, P16); written once, never changed. */
@Entity
@Table(name = "pl_history")
public class HistoryLine {
    private static final String STAGE = "stage";
    private static final String OUTCOME = "outcome";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_seq")
    private Long id;
    @Column(name = "opportunity_id")
    private long opportunityId;
    private String kind;
    @Column(name = "from_stage_id")
    private Long fromStageId;
    @Column(name = "from_name")
    private String fromName;
    @Column(name = "from_kind")
    private String fromKind;
    @Column(name = "to_stage_id")
    private Long toStageId;
    @Column(name = "to_name")
    private String toName;
    @Column(name = "to_kind")
    private String toKind;
    private Instant at;
    @Column(name = "by_id")
    private Long byId;
    @Column(name = "by_name")
    private String byName;
    private String cause;
    @Column(name = "cause_id")
    private String causeId;
    @Column(name = "seconds_in_from")
    private Long secondsInFrom;
    @Column(name = "lost_reason_id")
    private Long lostReasonId;
    @Column(name = "lost_reason_name")
    private String lostReasonName;
    private String note;
    @Column(name = "proposed_reason")
    private String proposedReason;

    protected HistoryLine() {
    }

    private HistoryLine(long opportunityId, String kind, Stamp stamp, Instant at, Long secondsInFrom) {
        this.opportunityId = opportunityId;
        this.kind = kind;
        this.at = at;
        this.byId = stamp.by() == null ? null : stamp.by().id();
        this.byName = stamp.by() == null ? null : stamp.by().name();
        this.cause = stamp.cause();
        this.causeId = stamp.causeId();
        this.secondsInFrom = secondsInFrom;
    }

    /** It entered a stage; from null on the first line. */
    public static HistoryLine stage(long opportunityId, Stage from, Stage to, Long secondsInFrom, Stamp stamp) {
        HistoryLine line = new HistoryLine(opportunityId, STAGE, stamp, stamp.at(), secondsInFrom);
        if (from != null) {
            line.fromStageId = from.id();
            line.fromName = from.name();
            line.fromKind = from.kind();
        }
        line.toStageId = to.id();
        line.toName = to.name();
        line.toKind = to.kind();
        return line;
    }

    /** Its outcome changed; from null if it was made closed. The loss is null unless it was lost. */
    public static HistoryLine outcome(long opportunityId, String from, String to, Long secondsInFrom, Stamp stamp,
            Loss loss) {
        HistoryLine line = new HistoryLine(opportunityId, OUTCOME, stamp, stamp.at(), secondsInFrom);
        line.fromKind = from;
        line.toKind = to;
        if (loss != null) {
            line.lostReasonId = loss.reason().id();
            line.lostReasonName = loss.reason().name();
            line.note = loss.note();
            line.proposedReason = loss.proposedReason();
        }
        return line;
    }

    public HistoryEntry toRecord() {
        boolean ofStage = STAGE.equals(kind);
        Object from = ofStage && fromKind != null ? new StageRef(fromStageId, fromName, fromKind) : fromKind;
        Object to = ofStage ? new StageRef(toStageId, toName, toKind) : toKind;
        return new HistoryEntry(id, kind, from, to, at, ref(byId, byName), cause, causeId, secondsInFrom,
                ref(lostReasonId, lostReasonName), note, proposedReason);
    }

    private static NamedRef ref(Long id, String name) {
        return id == null ? null : new NamedRef(id, name);
    }
}
