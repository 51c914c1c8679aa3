package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.NamedRef;

/**
 * A reason that people have proposed beside the closest one (SEMANTICS P15).
 *
 * @param proposedReason as written, spaces trimmed; proposals that differ only in case are one
 * @param count          how many lost opportunities bear it
 * @param closest        the reason that most of them were given
 */
public record ReasonProposal(String proposedReason, long count, NamedRef closest) {
}
