package com.pivotino.crm.imports.internal.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;

import com.pivotino.crm.imports.internal.value.DateOrder;

/** How an import is to be done, apart from its columns. Immutable: a change makes another one. */
@Embeddable
public class ImportOptions {

    @Column(name = "first_activity")
    private boolean firstActivity;
    @Column(name = "lost_reason_id")
    private Long lostReasonId;
    @Column(name = "lost_reason")
    private String lostReason;
    @Enumerated(EnumType.STRING)
    @Column(name = "date_order")
    private DateOrder dateOrder;
    @Column(name = "create_missing")
    private String createMissing;
    private String currency;
    @Column(name = "name_template")
    private String nameTemplate;

    protected ImportOptions() {
    }

    /**
     * @param firstActivity whether open opportunities get a first activity (SEMANTICS A1)
     * @param lostReasonId  reason of lost ones whose row has none, or null
     * @param lostReason    the same by name; made if there is none; or null
     * @param dateOrder     how dates are written, or null for what each column's content says
     * @param createMissing {@code contact, user, team}: what is made if no one has that name
     * @param currency      of amounts without one
     * @param nameTemplate  such as <code>{product} - {account}</code>, for files without a column for the name; or null
     */
    public ImportOptions(boolean firstActivity, Long lostReasonId, String lostReason, DateOrder dateOrder,
            Set<String> createMissing, String currency, String nameTemplate) {
        this.firstActivity = firstActivity;
        this.lostReasonId = lostReasonId;
        this.lostReason = lostReason;
        this.dateOrder = dateOrder;
        this.createMissing = String.join(",", new TreeSet<>(createMissing));
        this.currency = currency;
        this.nameTemplate = nameTemplate;
    }

    public boolean firstActivity() {
        return firstActivity;
    }

    public Long lostReasonId() {
        return lostReasonId;
    }

    public String lostReason() {
        return lostReason;
    }

    public DateOrder dateOrder() {
        return dateOrder;
    }

    public List<String> createMissing() {
        return createMissing.isEmpty() ? List.of() : List.of(createMissing.split(","));
    }

    public String currency() {
        return currency;
    }

    public String nameTemplate() {
        return nameTemplate;
    }
}
