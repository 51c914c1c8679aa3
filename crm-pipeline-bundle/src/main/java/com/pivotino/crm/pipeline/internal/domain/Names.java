package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.pipeline.Stage;

/** What an opportunity's picture needs from outside of it, looked up for all of a page at once. Null answers null. */
public interface Names {
    NamedRef user(Long id);

    NamedRef team(Long id);

    NamedRef reason(Long id);

    Stage stage(long id);

    /** Never null. */
    CardActivity activity(long opportunityId);
}
