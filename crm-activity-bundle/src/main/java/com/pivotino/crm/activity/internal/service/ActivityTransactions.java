package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.record.RecordIndex;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What all services and reactions of activities share: the transaction's border with a {@link ActivityUnitOfWork} inside it, and
 * whom to ask outside of it.
 */
@Component(service = ActivityTransactions.class)
public final class ActivityTransactions {

    private final Acts acts;
    private final RecordIndex records;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;
    private final ActivityExtensions partners;

    @Activate
    public ActivityTransactions(@Reference Acts acts, @Reference RecordIndex records,
            @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa, @Reference Directory directory,
            @Reference SettingsService settings, @Reference ActivityExtensions partners) {
        this.acts = acts;
        this.records = records;
        this.jpa = jpa;
        this.directory = directory;
        this.settings = settings;
        this.partners = partners;
    }

    /** Looks something up. */
    public <T> T read(Function<ActivityUnitOfWork, T> work) {
        return acts.read(() -> within(work));
    }

    /** One act. */
    public <T> Answer<T> act(Act act, BiFunction<ActivityUnitOfWork, Transaction, T> work) {
        return acts.run(act, tx -> within(unit -> work.apply(unit, tx)));
    }

    /** One act that may fail. */
    <T> Attempt<T> attempt(Act act, BiFunction<ActivityUnitOfWork, Transaction, T> work) {
        return acts.attempt(act, tx -> within(unit -> work.apply(unit, tx)));
    }

    /** Bookkeeping of the system that is no part of a request. */
    <T> Answer<T> aside(Act act, BiFunction<ActivityUnitOfWork, Transaction, T> work) {
        return acts.aside(act, tx -> within(unit -> work.apply(unit, tx)));
    }

    /** Works inside the act that is running, as reactions do. */
    public <T> T within(Function<ActivityUnitOfWork, T> work) {
        return within(new ZoneCache(directory), work);
    }

    /** The same with what was looked up before in the same act. */
    public <T> T within(ZoneCache zones, Function<ActivityUnitOfWork, T> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.apply(new ActivityUnitOfWork(em, this, zones)));
    }

    public Directory directory() {
        return directory;
    }

    RecordIndex records() {
        return records;
    }

    Settings settings() {
        return settings.current();
    }

    ActivityExtensions partners() {
        return partners;
    }

    /** The types that partners bring are those of now. */
    void refreshTypes() {
        partners.types().refresh(this);
    }

    /** Asks partners for due dates; never inside a transaction. */
    Map<DueDateQuestion, DueDate> ask(Collection<DueDateQuestion> questions) {
        return partners.advice().ask(questions);
    }
}
