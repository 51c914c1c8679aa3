package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.rest.MergePatch;
import org.osgi.annotation.versioning.ProviderType;

/** The types of activities. Everybody reads them, managers change them. */
@ProviderType
public interface ActivityTypeService {

    /** By name; filter {@code active} ({@code true}, {@code false}). */
    Page<ActivityType> list(ListQuery query);

    /** Makes a type: {@code name} is required, {@code key} unique and made from the name if it is not given. */
    ActivityType create(Actor actor, MergePatch members);

    /** Edits a type; its {@code key} stays. */
    ActivityType edit(Call call, long id, MergePatch patch);

    /** Deletes a type that no activity has; one in use is {@code conflict}: set it inactive instead. */
    void delete(Call call, long id);
}
