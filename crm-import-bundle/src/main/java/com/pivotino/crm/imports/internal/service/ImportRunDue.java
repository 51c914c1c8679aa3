package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.event.EventType;

/** A run has something to do. The event log is its queue: durable, one after the other, gone on with after a crash. */
@EventType(ImportRunDue.TYPE)
public record ImportRunDue(long runId) {

    static final String TYPE = "pipeline.ImportRunDue";
}
