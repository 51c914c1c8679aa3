package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.rest.MergePatch;
import org.osgi.annotation.versioning.ProviderType;

/** The lost reasons (SEMANTICS P15). Everybody reads, managers change. */
@ProviderType
public interface LostReasonService {

    /** In order. Filter {@code active}: true (default), false or {@code all}. */
    Page<LostReason> list(Actor actor, ListQuery query);

    LostReason create(Call call, NewLostReason what);

    LostReason update(Call call, long id, MergePatch patch);

    /** Deletes an unused reason; a used one is {@code reason_in_use} and can only be archived. */
    void delete(Call call, long id);

    /** Proposed reasons, most frequent first; managers only. */
    Page<ReasonProposal> proposals(Actor actor, ListQuery query);

    /** Turns a proposal into a reason and re-points the records; managers only. */
    LostReason adopt(Call call, ReasonAdoption adoption);
}
