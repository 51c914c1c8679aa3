package com.pivotino.crm.chatter.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.FeedService;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.chatter.internal.feed.FeedEntries;
import com.pivotino.crm.chatter.internal.feed.FeedListing;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads feeds for who may read the record. */
@Component(service = FeedService.class)
public final class DefaultFeedService implements FeedService {

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;
    private final RecordIndex records;

    @Activate
    public DefaultFeedService(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference Directory directory,
            @Reference SettingsService settings, @Reference RecordIndex records) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.settings = settings;
        this.records = records;
    }

    @Override
    public Page<FeedEntry> feed(Actor actor, RecordRef record, ListQuery query) {
        return acts.read(() -> jpa.txExpr(TransactionType.Required, em -> {
            records.requireReadable(actor, record);
            return new FeedListing(em, record, new FeedEntries(em, directory, actor, settings.current().editWindowMinutes()))
                    .page(query);
        }));
    }
}
