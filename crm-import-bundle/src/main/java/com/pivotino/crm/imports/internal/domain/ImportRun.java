package com.pivotino.crm.imports.internal.domain;

import java.time.Instant;
import java.util.Collection;

import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.support.InstantColumn;

/**
 * One pass over an uploaded file. It checks every row first; if that is what was asked, or if rows failed and not even
 * good ones are wanted then, it ends there with nothing written. Else it writes block by block, each in an act of its
 * own, so that others can work meanwhile; should one fail after all, the written ones are taken out again. The progress
 * stands in the row and moves with each act, so a crash at any point is simply gone on from.
 */
@Entity
@Table(name = "pl_import_run")
public class ImportRun {

    private static final int MAX_TRIES = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_import_run_seq")
    @SequenceGenerator(name = "pl_import_run_seq", sequenceName = "pl_import_seq", allocationSize = 50)
    private long id;
    @Version
    private long version;
    @Column(name = "import_id")
    private long importId;
    @Column(name = "dry_run")
    private boolean dryRun;
    private boolean partial;
    @Enumerated(EnumType.STRING)
    private RunState state;
    @Column(name = "requested_by")
    private Long requestedBy;
    @Column(name = "requested_at")
    @Convert(converter = InstantColumn.class)
    private Instant requestedAt;
    @Column(name = "ended_at")
    @Convert(converter = InstantColumn.class)
    private Instant endedAt;
    private int blocks;
    @Column(name = "next_block")
    private int nextBlock;
    @Column(name = "row_count")
    private int rows;
    private int handled;
    private int created;
    private int updated;
    private int skipped;
    private int failed;
    private int held;
    @Column(name = "first_activities")
    private int firstActivities;
    private int tries;
    private String problem;
    private boolean undoing;
    private int removed;
    private int restored;
    private int kept;

    protected ImportRun() {
    }

    /** Asked for by somebody; waits for its turn. */
    public ImportRun(ImportFile file, int blocks, boolean dryRun, boolean partial, Actor by, Instant now) {
        this.importId = file.id();
        this.rows = file.rows();
        this.blocks = blocks;
        this.dryRun = dryRun;
        this.partial = partial;
        this.state = RunState.QUEUED;
        this.requestedBy = by.userId();
        this.requestedAt = now;
    }

    /**
     * Somebody goes to work on it. What has been tried in vain a few times ends the run.
     *
     * @param back whether what has been written can be taken out again
     * @return whether there is something to do
     */
    public boolean takeUp(boolean back, Instant now) {
        if (state == RunState.QUEUED) {
            state = RunState.CHECKING;
        }
        if (!state.ended() && ++tries > MAX_TRIES) {
            boolean takingBack = state == RunState.TAKING_BACK && !undoing;
            breakOff(takingBack ? problem : "The run was interrupted and could not go on.", back && !takingBack, now);
        }
        return !state.ended();
    }

    /** Everything that it wrote is to be taken back, as far as nobody has worked on it; the last block first. */
    public void undo() {
        if (state != RunState.DONE || dryRun) {
            throw CrmException.conflict("nothing_to_undo", "This run wrote nothing, or has been taken back already.");
        }
        undoing = true;
        state = RunState.TAKING_BACK;
        nextBlock = blocks;
        endedAt = null;
        problem = null;
        kept = 0;
        tries = 0;
    }

    /** The last block that is still there has been taken back, with this outcome for its rows. */
    public void undidBlock(Collection<RowStatus> outcomes) {
        tookBackBlock();
        removed += count(outcomes, RowStatus.REMOVED);
        restored += count(outcomes, RowStatus.RESTORED);
        kept += count(outcomes, RowStatus.KEPT);
    }

    /** The next block has been handled, with this outcome for each of its rows. */
    public void handledBlock(Collection<RowStatus> outcomes, int activities) {
        nextBlock++;
        tries = 0;
        handled += outcomes.size();
        firstActivities += activities;
        created += count(outcomes, RowStatus.CREATED);
        updated += count(outcomes, RowStatus.UPDATED);
        skipped += count(outcomes, RowStatus.SKIPPED);
        failed += count(outcomes, RowStatus.FAILED);
    }

    /** The last block of the phase is done: on to writing, or to the end. */
    public void endPhase(Instant now) {
        if (undoing) {
            undoing = false;
            end(RunState.UNDONE, now);
            return;
        }
        if (state == RunState.CHECKING && refuses()) {
            held = created + updated + skipped;
            created = 0;
            updated = 0;
            skipped = 0;
            firstActivities = 0;
            problem = failed + " of " + rows + " rows cannot be imported as they are"
                    + (dryRun ? "; a run would write nothing." : "; nothing was written.");
        }
        if (state == RunState.CHECKING && !dryRun && !refuses()) {
            state = RunState.WRITING;
            nextBlock = 0;
            created = 0;
            updated = 0;
            skipped = 0;
            failed = 0;
            firstActivities = 0;
        } else {
            end(state == RunState.TAKING_BACK || state == RunState.CHECKING && refuses() && !dryRun
                    ? RunState.FAILED : RunState.DONE, now);
        }
    }

    /**
     * It cannot go on: what has been written is taken out again, unless good rows are wanted even without the others.
     *
     * @param back whether it can be taken out again at all
     */
    public void breakOff(String why, boolean back, Instant now) {
        problem = why.length() > 500 ? why.substring(0, 500) : why;
        tries = 0;
        if (undoing) {
            // what is still there can be taken back by another try
            undoing = false;
            end(RunState.DONE, now);
        } else if (state == RunState.WRITING && !partial && back && nextBlock > 0) {
            state = RunState.TAKING_BACK;
            created = 0;
            updated = 0;
            skipped = 0;
            failed = 0;
            firstActivities = 0;
        } else {
            end(RunState.FAILED, now);
        }
    }

    /** The last block that is still written has been taken out again. */
    public void tookBackBlock() {
        nextBlock--;
        tries = 0;
    }

    /** Whether rows have failed and the good ones are not wanted without them. */
    public boolean refuses() {
        return failed > 0 && !partial && !undoing;
    }

    /** Whether every block of the phase is done. */
    public boolean phaseDone() {
        return state == RunState.TAKING_BACK ? nextBlock == 0 : nextBlock == blocks;
    }

    private void end(RunState last, Instant now) {
        state = last;
        endedAt = now;
    }

    private static int count(Collection<RowStatus> outcomes, RowStatus wanted) {
        return (int) outcomes.stream().filter(wanted::equals).count();
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public long importId() {
        return importId;
    }

    public boolean dryRun() {
        return dryRun;
    }

    public boolean partial() {
        return partial;
    }

    public RunState state() {
        return state;
    }

    public Long requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** The block that comes next; while taking back, the one after the next. */
    public int nextBlock() {
        return nextBlock;
    }

    /** Rows that have been checked and rows that have been written. */
    public int handled() {
        return handled;
    }

    /** What {@link #handled} will be at the end. */
    public int toHandle() {
        return dryRun || state == RunState.FAILED ? rows : 2 * rows;
    }

    public int created() {
        return created;
    }

    public int updated() {
        return updated;
    }

    public int skipped() {
        return skipped;
    }

    public int failed() {
        return failed;
    }

    public int held() {
        return held;
    }

    public int firstActivities() {
        return firstActivities;
    }

    /** Whether a run that had ended well is being taken back. */
    public boolean undoing() {
        return undoing;
    }

    /** Rows whose record is gone again. */
    public int removed() {
        return removed;
    }

    /** Rows whose record is what it was. */
    public int restored() {
        return restored;
    }

    /** Rows whose record somebody has worked on since. */
    public int kept() {
        return kept;
    }

    /** Why it failed, one sentence; null if it did not. */
    public String problem() {
        return problem;
    }
}
