package com.pivotino.crm.api.pipeline.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says whether a card may enter a stage (SEMANTICS B1). An OSGi service, asked through the plugin invoker before the
 * transaction with a snapshot of the card, whose version is checked again inside. Not asked about what automation does
 * inside a transaction (SEMANTICS P9), about imports and about a manager's archiving of a stage.
 *
 * <p>Several match: all are asked in ranking order, the first denial wins. An exception, no answer in time or null: the
 * move is refused with {@code guard_refused}, {@code reason: "guard.failed"} and the guard's name, unless the operator
 * lists the guard as fail-open. Implementations are thread-safe, do not call command services and do not keep the move.
 */
@ExtensionPoint
@ConsumerType
public interface StageGuard {
    /** Service property, String: the name that refusals tell; without it {@code component.name}'s last part. */
    String NAME = "crm.guard.name";
    /** Service property, Long+ or String+, default all: ids or keys of the target stages that it is asked about. */
    String STAGE = "crm.stage";
    /** Service property, Long+ or String+, default all: ids of the teams whose cards it is asked about. */
    String PIPELINE = "crm.pipeline";

    /** Allows or denies. */
    StageVerdict check(StageMove move);
}
