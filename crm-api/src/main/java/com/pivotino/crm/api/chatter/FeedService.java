package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import org.osgi.annotation.versioning.ProviderType;

/** The feed of a record: what happened to it, who did it, and how it hangs together (SEMANTICS C1 to C5). */
@ProviderType
public interface FeedService {

    /**
     * The feed, newest first. Filter {@code kinds}: any of {@code message,note,activity,change}, separated by commas or
     * repeated; without it all. A record that the caller may not read is {@code not_found}.
     */
    Page<FeedEntry> feed(Actor actor, RecordRef record, ListQuery query);
}
