package com.pivotino.crm.api.pipeline;

import java.time.Instant;
import java.util.List;

/**
 * An opportunity with a past, from a file.
 *
 * @param what       as if made now; {@code firstActivity} false for none
 * @param externalId key in the other system, unique; or null
 * @param createdAt  when it was made there, or null for now
 * @param stageSince since when it stands in its stage, or null for {@code closedAt}, else {@code createdAt}
 * @param closedAt   when it was won or lost, or null for now; not for open ones
 * @param silent     nobody is told
 * @param path       the open stages that it stood in before its stage, oldest first; they become lines of its history
 * @param proposedReason what was proposed as a lost reason, or null (SEMANTICS P15)
 * @param probability    percent that a person has set against the stage's own, or null (SEMANTICS P12)
 */
public record ImportedOpportunity(NewOpportunity what, String externalId, Instant createdAt, Instant stageSince,
        Instant closedAt, boolean silent, List<Passage> path, String proposedReason, Integer probability) {

    public ImportedOpportunity {
        path = List.copyOf(path);
    }

    public ImportedOpportunity(NewOpportunity what, String externalId, Instant createdAt, Instant stageSince,
            Instant closedAt, boolean silent) {
        this(what, externalId, createdAt, stageSince, closedAt, silent, List.of());
    }

    public ImportedOpportunity(NewOpportunity what, String externalId, Instant createdAt, Instant stageSince,
            Instant closedAt, boolean silent, List<Passage> path) {
        this(what, externalId, createdAt, stageSince, closedAt, silent, path, null, null);
    }

    /** It entered a stage. */
    public record Passage(long stageId, Instant at) {
    }
}
