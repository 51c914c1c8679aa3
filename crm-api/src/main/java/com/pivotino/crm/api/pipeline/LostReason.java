package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Versioned;

/**
 * Why opportunities are lost (SEMANTICS P15).
 *
 * @param active       archived ones stay shown on old records and are refused for new losses
 * @param noteRequired whether losing for this reason needs a note (SEMANTICS P14)
 */
public record LostReason(long id, long version, String name, int sequence, boolean active, boolean noteRequired)
        implements Versioned {
}
