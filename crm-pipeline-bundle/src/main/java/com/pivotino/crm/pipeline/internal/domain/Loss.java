package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.pipeline.LostReason;

/** What is told on losing, checked (SEMANTICS P14, P15). */
public record Loss(LostReason reason, String proposedReason, String note, String meetings) {
}
