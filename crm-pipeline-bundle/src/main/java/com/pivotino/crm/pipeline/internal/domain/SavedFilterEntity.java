package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.pipeline.SavedFilter;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** A view of the pipeline that somebody keeps; nobody else sees it. */
@Entity
@Table(name = "pl_saved_filter")
public class SavedFilterEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_seq")
    private Long id;
    @Version
    private long version;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "view_name")
    private String view;
    private String name;
    @Column(name = "query_text")
    private String query;
    @Column(name = "seq")
    private int sequence;
    @Column(name = "is_default")
    private boolean isDefault;

    protected SavedFilterEntity() {
    }

    public SavedFilterEntity(long userId, SavedFilter filter) {
        this.userId = userId;
        this.view = filter.view();
        reshape(filter);
    }

    /** Takes everything but id, version and view from the record, which has been checked. */
    public final void reshape(SavedFilter filter) {
        name = filter.name();
        query = filter.query();
        sequence = filter.sequence();
        isDefault = filter.isDefault();
    }

    /** Another one has become the default. */
    public void stepBack() {
        isDefault = false;
    }

    public boolean belongsTo(long user) {
        return userId == user;
    }

    public SavedFilter toRecord() {
        return new SavedFilter(id == null ? 0 : id, version, name, view, query, sequence, isDefault);
    }
}
