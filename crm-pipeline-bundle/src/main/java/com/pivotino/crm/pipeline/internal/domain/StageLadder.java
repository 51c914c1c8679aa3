package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of the pipeline's order (SEMANTICS P2, P3, P9, P13), on all stages there are, archived ones included. */
public final class StageLadder {
    /** The order of stages everywhere (P3). */
    public static final Comparator<Stage> ORDER = Comparator.comparingInt(Stage::sequence).thenComparingLong(Stage::id);

    private final List<Stage> stages;

    public StageLadder(List<Stage> stages) {
        this.stages = stages.stream().sorted(ORDER).toList();
    }

    public List<Stage> all() {
        return stages;
    }

    public Optional<Stage> find(long id) {
        return stages.stream().filter(stage -> stage.id() == id).findFirst();
    }

    /** What a team sees: common stages and its own, archived ones left out (P3). */
    public List<Stage> visibleTo(Long teamId) {
        return stages.stream().filter(stage -> isVisible(stage, teamId)).toList();
    }

    /** Whether a card of the team may stand there. */
    public static boolean isVisible(Stage stage, Long teamId) {
        return stage.active() && (stage.teamId() == null || stage.teamId().equals(teamId));
    }

    /**
     * The stage that a card of this team is to enter.
     *
     * @throws CrmException {@code validation_failed} on {@code stageId} if there is none, or none for this team
     */
    public Stage enterable(Long id, Long teamId) {
        if (id == null) {
            throw CrmException.invalid("stageId", "required", "Name the stage.");
        }
        Stage stage = find(id).orElseThrow(() -> CrmException.invalid("stageId", "unknown", "There is no such stage."));
        if (!stage.active()) {
            throw CrmException.invalid("stageId", "archived", "The stage " + stage.name() + " is archived.");
        }
        if (!isVisible(stage, teamId)) {
            throw CrmException.invalid("stageId", "other_team", "The stage " + stage.name() + " belongs to another team.");
        }
        if (!stage.available()) {
            throw CrmException.invalid("stageId", "stage_unavailable",
                    "The extension that brings the stage " + stage.name() + " is away; cards cannot enter it now.");
        }
        return stage;
    }

    /** Where a card of this team may go now: what the team sees, without the stages of a provider that is away. */
    private List<Stage> enterableBy(Long teamId) {
        return visibleTo(teamId).stream().filter(Stage::available).toList();
    }

    /** Where new cards stand. */
    public Stage newStage(Long teamId) {
        return first(enterableBy(teamId).stream(), StageKind.NEW);
    }

    /** Where a card goes whose first activity is done: first_activity, else the next open stage (P9). */
    public Optional<Stage> afterFirstActivity(Stage from, Long teamId) {
        List<Stage> visible = enterableBy(teamId);
        return visible.stream().filter(is(StageKind.FIRST_ACTIVITY)).findFirst()
                .or(() -> visible.stream().filter(StageLadder::isOpen).filter(s -> isForwards(from, s)).findFirst());
    }

    /** The first won stage above the current one, else the nearest below (P13). */
    public Stage wonFrom(Stage from, Long teamId) {
        List<Stage> won = enterableBy(teamId).stream().filter(is(StageKind.WON)).toList();
        return won.stream().filter(stage -> isForwards(from, stage)).findFirst()
                .or(() -> won.stream().reduce((lower, higher) -> higher))
                .orElseThrow(() -> missing(StageKind.WON));
    }

    /** Likewise for lost stages. */
    public Stage lostFrom(Stage from, Long teamId) {
        List<Stage> lost = enterableBy(teamId).stream().filter(is(StageKind.LOST)).toList();
        return lost.stream().filter(stage -> isForwards(from, stage)).findFirst()
                .or(() -> lost.stream().reduce((lower, higher) -> higher))
                .orElseThrow(() -> missing(StageKind.LOST));
    }

    /**
     * The visible stage of the kind with the nearest sequence, the lower one on a tie (P3); if the team has none of that
     * kind, the nearest open one.
     */
    public Stage nearest(String kind, int sequence, Long teamId) {
        Comparator<Stage> byDistance = Comparator.<Stage>comparingLong(s -> Math.abs((long) s.sequence() - sequence))
                .thenComparing(ORDER);
        List<Stage> visible = enterableBy(teamId);
        return visible.stream().filter(stage -> stage.kind().equals(kind)).min(byDistance)
                .or(() -> visible.stream().filter(StageLadder::isOpen).min(byDistance))
                .orElseThrow(() -> missing(StageKind.NEW));
    }

    /** Where a restored card goes: its last open stage, or the one that stands for it (P16). */
    public Stage restoreTo(LastOpenStage last, Long teamId) {
        if (last == null) {
            return newStage(teamId);
        }
        return find(last.id()).filter(stage -> isVisible(stage, teamId) && stage.available() && isOpen(stage))
                .orElseGet(() -> nearest(last.kind(), last.sequence(), teamId));
    }

    public static boolean isForwards(Stage from, Stage to) {
        return ORDER.compare(from, to) < 0;
    }

    public static boolean isOpen(Stage stage) {
        return outcome(stage).equals("open");
    }

    /** The outcome of a card that stands there (P1). */
    public static String outcome(Stage stage) {
        return StageKind.valueOf(stage.kind().toUpperCase(java.util.Locale.ROOT)).outcome();
    }

    /**
     * Refuses a pipeline without exactly one new, at most one first_activity, at least one won and one lost stage, for
     * the common board and for that of every team with stages of its own (P2).
     *
     * @throws CrmException {@code validation_failed} on {@code kind}
     */
    public void requireSound() {
        Set<Long> boards = new HashSet<>();
        boards.add(null);
        stages.stream().filter(Stage::active).map(Stage::teamId).filter(Objects::nonNull).forEach(boards::add);
        for (Long team : boards) {
            List<Stage> visible = visibleTo(team);
            require(count(visible, StageKind.NEW) == 1, "one_new", "There must be exactly one stage of kind new.");
            require(count(visible, StageKind.FIRST_ACTIVITY) <= 1, "one_first_activity",
                    "There may be only one stage of kind first_activity.");
            require(count(visible, StageKind.WON) >= 1, "won_needed", "There must be a stage of kind won.");
            require(count(visible, StageKind.LOST) >= 1, "lost_needed", "There must be a stage of kind lost.");
        }
    }

    private static void require(boolean holds, String code, String message) {
        if (!holds) {
            throw CrmException.invalid("kind", code, message);
        }
    }

    private static long count(List<Stage> stages, StageKind kind) {
        return stages.stream().filter(is(kind)).count();
    }

    private static Stage first(Stream<Stage> stages, StageKind kind) {
        return stages.filter(is(kind)).findFirst().orElseThrow(() -> missing(kind));
    }

    private static Predicate<Stage> is(StageKind kind) {
        return stage -> stage.kind().equals(kind.key());
    }

    private static CrmException missing(StageKind kind) {
        return CrmException.invalid("stageId", "no_stage", "The pipeline has no stage of kind " + kind.key() + ".");
    }
}
