package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.pipeline.ImportableOpportunities;
import java.util.Collection;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells imports of the opportunities that are there. */
@Component(service = ImportableOpportunities.class)
public final class DefaultImportableOpportunities implements ImportableOpportunities {

    private final PipelineCore core;

    @Activate
    public DefaultImportableOpportunities(@Reference PipelineCore core) {
        this.core = core;
    }

    @Override
    public Map<String, Long> readableByExternalId(Actor actor, Collection<String> externalIds) {
        return core.read(db -> db.opportunities().idsByExternalId(actor, externalIds));
    }

    @Override
    public Map<Long, Trace> traces(Collection<Long> ids) {
        return core.read(db -> db.traces().of(ids));
    }

    @Override
    public boolean refersTo(String kind, long id) {
        return core.read(db -> db.traces().refersTo(kind, id));
    }
}
