package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Versioned;

/**
 * A view of the pipeline that somebody keeps for themselves.
 *
 * @param view      {@code board, list, report}
 * @param query     query members as in the address, such as {@code outcome=open&salesperson=me}
 * @param isDefault whether the view opens with it; at most one a person and view
 */
public record SavedFilter(long id, long version, String name, String view, String query, int sequence, boolean isDefault)
        implements Versioned {
}
