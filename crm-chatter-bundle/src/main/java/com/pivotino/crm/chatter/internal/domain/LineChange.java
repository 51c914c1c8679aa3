package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.support.CompositeKey;
import java.util.Arrays;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One field of an entry, in display values as of then (SEMANTICS C5). */
@Entity
@Table(name = "ch_change")
@IdClass(LineChange.Key.class)
public class LineChange {

    @Id
    @Column(name = "entry_id")
    private long entryId;
    @Id
    private int place;
    private String field;
    @Column(name = "from_value")
    private String from;
    @Column(name = "to_value")
    private String to;

    protected LineChange() {
    }

    public LineChange(long entryId, int place, FieldChange change) {
        this.entryId = entryId;
        this.place = place;
        this.field = change.field();
        this.from = change.from();
        this.to = change.to();
    }

    public long entryId() {
        return entryId;
    }

    public FieldChange toRecord() {
        return new FieldChange(field, from, to);
    }

    /** Identifies a change within its entry. */
    public static class Key extends CompositeKey {

        private static final long serialVersionUID = 1L;

        private long entryId;
        private int place;

        public Key() {
        }

        @Override
        protected List<?> parts() {
            return Arrays.asList(entryId, place);
        }
    }
}
