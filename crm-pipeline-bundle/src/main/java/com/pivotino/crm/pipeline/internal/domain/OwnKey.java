package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.pipeline.ExportKey;

/** Recognizes opportunities by the key that their export gave them. */
public final class OwnKey {

    private OwnKey() {
    }

    /** Whether the key was made for this opportunity: it has none of its own, and was made at that instant. */
    public static boolean isOf(ExportKey key, OpportunityEntity opportunity) {
        return opportunity.externalId == null && key.id() == opportunity.id() && key.createdAt().equals(opportunity.createdAt());
    }
}
