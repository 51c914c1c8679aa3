package com.pivotino.crm.runtime.internal.record;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordFact;
import com.pivotino.crm.runtime.internal.sql.Database;

/** Writes the record index from what is published, in the publishing transaction. */
public final class RecordIndexing {

    private final Database database;
    private final RecordTable table = new RecordTable();

    public RecordIndexing(Database database) {
        this.database = database;
    }

    /** Takes over what an event's body says of its record, if it says anything. */
    public void follow(RecordRef ref, Record body) {
        if (!(body instanceof RecordFact fact)) {
            return;
        }
        IndexedRecord record = fact.indexed();
        if (record != null && !record.record().equals(ref)) {
            throw new IllegalArgumentException("An event of " + ref + " cannot tell of " + record.record());
        }
        if (record == null && fact.readersAdded().isEmpty() && fact.readersRemoved().isEmpty()) {
            return;
        }
        database.joined(connection -> {
            if (record != null) {
                table.put(connection, database.dialect(), record);
            }
            table.addReaders(connection, ref, fact.readersAdded());
            table.removeReaders(connection, ref, fact.readersRemoved());
            return null;
        });
    }
}
