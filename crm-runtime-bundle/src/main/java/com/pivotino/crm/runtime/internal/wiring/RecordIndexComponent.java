package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.runtime.internal.record.DefaultRecordIndex;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The record index as a service. */
@Component(service = RecordIndex.class)
public final class RecordIndexComponent extends DefaultRecordIndex {

    @Activate
    public RecordIndexComponent(@Reference ActsComponent acts) {
        super(acts.core().database(), acts);
    }
}
