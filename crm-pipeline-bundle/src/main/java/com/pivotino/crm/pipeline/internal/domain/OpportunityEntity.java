package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.pipeline.BoardCard;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageKind;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.record.RecordAccess;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * A chance to sell (SEMANTICS P1). It is made in a stage, moves between open stages, is won or lost by entering a stage
 * of that kind, and may be opened again. Outcome and stage never disagree: all that changes one changes the other.
 *
 * <p>Columns that are not members of the aggregate, and so never raise its version: the place in the column and the
 * open activities' figures, which the stores write.
 */
@Entity
@Table(name = "pl_opportunity")
public class OpportunityEntity {
    private static final String OPEN = "open";
    private static final String WON = "won";
    private static final String LOST = "lost";
    private static final String TAG_SEPARATOR = "\n";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_seq")
    @SequenceGenerator(name = "pl_seq", sequenceName = "pl_seq", allocationSize = 50)
    private Long id;
    @Version
    private long version;
    String name;
    @Column(name = "stage_id")
    long stageId;
    String outcome;
    int probability;
    @Column(name = "manual_probability")
    Integer manualProbability;
    private BigDecimal amount;
    private String currency;
    @Column(name = "customer_id")
    Long customerId;
    @Column(name = "customer_name")
    String customerName;
    String email;
    String phone;
    @Column(name = "salesperson_id")
    Long salespersonId;
    @Column(name = "team_id")
    Long teamId;
    int priority;
    @Column(name = "expected_closing")
    LocalDate expectedClosing;
    String description;
    private String tags;
    @Column(name = "closed_at")
    Instant closedAt;
    @Column(name = "closed_by")
    Long closedBy;
    @Column(name = "lost_reason_id")
    Long lostReasonId;
    @Column(name = "proposed_reason")
    String proposedReason;
    @Column(name = "closing_note")
    String closingNote;
    @Column(name = "closing_cause_id")
    String closingCauseId;
    @Column(name = "open_stage_id")
    Long openStageId;
    @Column(name = "open_kind")
    String openKind;
    @Column(name = "open_seq")
    Integer openSequence;
    @Column(name = "stage_since")
    Instant stageSince;
    @Column(name = "outcome_since")
    Instant outcomeSince;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "created_by")
    private Long createdBy;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "changed_by")
    private Long changedBy;
    @Column(name = "external_id")
    String externalId;
    @Column(name = "email_key")
    String emailKey;
    @Column(name = "phone_key")
    String phoneKey;
    @Column(name = "rank_key")
    String rankKey;
    @Column(name = "next_activity_id", updatable = false)
    private Long nextActivityId;
    @Column(name = "next_due", updatable = false)
    private LocalDate nextDue;
    @Column(name = "today_from", updatable = false)
    private Instant todayFrom;
    @Column(name = "late_from", updatable = false)
    private Instant lateFrom;

    protected OpportunityEntity() {
    }

    /**
     * Makes one in a stage.
     *
     * @param createdAt  when it was made; the past for imported ones
     * @param stageSince since when it stands in the stage
     * @param rankKey    its place in the column
     */
    public OpportunityEntity(String name, Stage stage, Long createdBy, Instant createdAt, Instant stageSince,
            String rankKey) {
        this.name = name;
        this.stageId = stage.id();
        this.outcome = StageKind.valueOf(stage.kind().toUpperCase(Locale.ROOT)).outcome();
        this.probability = forced(stage.probability());
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.stageSince = stageSince;
        this.outcomeSince = stageSince;
        this.rankKey = rankKey;
        this.changedAt = createdAt;
        this.changedBy = createdBy;
    }

    /** Keeps the key that it had in another system. */
    public void cameFrom(String key) {
        externalId = key;
    }

    /** Moves between two stages of the same outcome (P7); an override of the probability stays (P12). */
    public void moveTo(Stage to, Instant now) {
        stageId = to.id();
        stageSince = now;
        probability = forced(manualProbability != null ? manualProbability : to.probability());
    }

    /** Closes it as won (P13); a loss before it leaves no trace but in the history. */
    public void win(Stage from, Stage to, Instant now, Long by, String causeId) {
        close(WON, from, to, now, by, causeId);
        lostReasonId = null;
        proposedReason = null;
        closingNote = null;
    }

    /** Closes it as lost (P14), with a closing date of its own even if it was closed before. */
    public void lose(Stage from, Stage to, Instant now, Long by, String causeId, Loss loss) {
        close(LOST, from, to, now, by, causeId);
        lostReasonId = loss.reason().id();
        proposedReason = loss.proposedReason();
        closingNote = loss.note();
    }

    private void close(String how, Stage from, Stage to, Instant now, Long by, String causeId) {
        if (isOpen() && from != null) {
            openStageId = from.id();
            openKind = from.kind();
            openSequence = from.sequence();
        }
        outcome = how;
        outcomeSince = now;
        stageId = to.id();
        stageSince = now;
        closedAt = now;
        closedBy = by;
        closingCauseId = causeId;
        probability = forced(0);
    }

    /** Opens it again (P16); the override of the probability comes back (P12). */
    public void restore(Stage to, Instant now) {
        outcome = OPEN;
        outcomeSince = now;
        closedAt = null;
        closedBy = null;
        lostReasonId = null;
        proposedReason = null;
        closingNote = null;
        closingCauseId = null;
        moveTo(to, now);
    }

    /** The proposal has become a reason (P15). */
    public void adoptReason(long reasonId) {
        lostReasonId = reasonId;
        proposedReason = null;
    }

    /** Sets or, with null, takes back the override of the probability (P12). */
    void overrideProbability(Integer percent, int stageProbability) {
        manualProbability = percent;
        probability = forced(percent != null ? percent : stageProbability);
    }

    private int forced(int percent) {
        return switch (outcome) {
            case WON -> 100;
            case LOST -> 0;
            default -> percent;
        };
    }

    void expect(Money revenue) {
        amount = revenue == null ? null : revenue.amount();
        currency = revenue == null ? null : revenue.currency();
    }

    void tag(List<String> words) {
        tags = words.isEmpty() ? null : String.join(TAG_SEPARATOR, words);
    }

    /** Notes who changed it last; the version grows with it. */
    public void touchedBy(Long user, Instant now) {
        changedBy = user;
        changedAt = now;
    }

    public Long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String name() {
        return name;
    }

    public long stageId() {
        return stageId;
    }

    public String outcome() {
        return outcome;
    }

    public boolean isOpen() {
        return OPEN.equals(outcome);
    }

    public boolean isWon() {
        return WON.equals(outcome);
    }

    public boolean isLost() {
        return LOST.equals(outcome);
    }

    /** Percent, as the outcome allows. */
    public int probability() {
        return probability;
    }

    public Long teamId() {
        return teamId;
    }

    public Long salespersonId() {
        return salespersonId;
    }

    public Long customerId() {
        return customerId;
    }

    public Long createdBy() {
        return createdBy;
    }

    public Long changedBy() {
        return changedBy;
    }

    public Long closedBy() {
        return closedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant stageSince() {
        return stageSince;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public Long lostReasonId() {
        return lostReasonId;
    }

    public String proposedReason() {
        return proposedReason;
    }

    public String closingCauseId() {
        return closingCauseId;
    }

    public String rankKey() {
        return rankKey;
    }

    /** From when its activities are overdue, as of when it was read; null without any. */
    public Instant lateFrom() {
        return lateFrom;
    }

    public LocalDate expectedClosing() {
        return expectedClosing;
    }

    public int priority() {
        return priority;
    }

    public List<String> tags() {
        return tags == null ? List.of() : List.of(tags.split(TAG_SEPARATOR));
    }

    public Money expectedRevenue() {
        return amount == null ? null : new Money(amount, currency);
    }

    /** The open stage that it stood in last, as it was then; null if it never was open. */
    public LastOpenStage lastOpenStage() {
        return openStageId == null ? null : new LastOpenStage(openStageId, openKind, openSequence);
    }

    public long secondsInStage(Instant now) {
        return Math.max(0, Duration.between(stageSince, now).toSeconds());
    }

    public long secondsInOutcome(Instant now) {
        return Math.max(0, Duration.between(outcomeSince, now).toSeconds());
    }

    /** What it adds to the board's figures. */
    public TotalsKey standing() {
        return new TotalsKey(id == null ? 0 : id, stageId, teamId, salespersonId, currency, amount, probability);
    }

    public RecordAccess access(Set<Long> followers) {
        return new RecordAccess(salespersonId, teamId, createdBy, followers);
    }

    /** As the contract shows it to a caller, who may be null. */
    public Opportunity toRecord(Names names, Instant now, Actor caller) {
        Stage stage = names.stage(stageId);
        CardActivity activity = names.activity(id);
        return new Opportunity(id, version, name, stageId, stage.kind(), stage.ref(), outcome, probability,
                isOpen() && manualProbability != null, expectedRevenue(), customer(), email, phone,
                names.user(salespersonId), names.team(teamId), priority, expectedClosing, closedAt,
                names.user(closedBy), names.reason(lostReasonId), proposedReason, closingNote, description, tags(),
                activity.next(), activity.state(now), ribbon(), createdAt, names.user(createdBy), stageSince, externalId,
                caller == null ? null : access(Set.of()).permissions(caller));
    }

    /** As the board draws it. */
    public BoardCard toCard(Names names, Instant now, Actor caller) {
        CardActivity activity = names.activity(id);
        return new BoardCard(id, version, name, customer(), expectedRevenue(), priority, tags(),
                names.user(salespersonId), names.team(teamId), activity.next(), activity.state(now), ribbon(),
                names.reason(lostReasonId), stageSince, closedAt, access(Set.of()).permissions(caller));
    }

    /** Goes to another place, together with what else changes of it; alone that is no new version (P6). */
    public void standAt(String rank) {
        rankKey = rank;
    }

    /** Whether its row has been written, which gives it its first version. */
    public boolean isWritten() {
        return version > 0;
    }

    /** Goes into the database with its first activity; later ones are brought in line without a new version. */
    public void begin(CardActivity activity) {
        nextActivityId = activity.next() == null ? null : activity.next().id();
        nextDue = activity.next() == null ? null : activity.next().dueDate();
        todayFrom = activity.todayFrom();
        lateFrom = activity.lateFrom();
    }

    /** As events carry it; a new one will have the version 1. */
    public OpportunityState toState(Names names) {
        return new OpportunityState(id, Math.max(1, version), name, names.stage(stageId).ref(), outcome, names.user(salespersonId),
                names.team(teamId), customer(), email, phone, expectedRevenue(), priority, names.user(createdBy));
    }

    private NamedRef customer() {
        return customerId == null ? null : new NamedRef(customerId, customerName);
    }

    private String ribbon() {
        return isOpen() ? null : outcome.toUpperCase(Locale.ROOT);
    }
}
