package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.record.RecordIndex;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What all services and reactions of the calendar share: the transaction's border with a {@link CalendarUnitOfWork} inside. */
@Component(service = CalendarTransactions.class)
public final class CalendarTransactions {

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final CalendarExtensions extensions;
    private final RecordIndex records;

    @Activate
    public CalendarTransactions(@Reference(target = "(crm.module=calendar)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-calendar)") JpaTemplate jpa, @Reference Directory directory,
            @Reference CalendarExtensions extensions, @Reference RecordIndex records) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.extensions = extensions;
        this.records = records;
    }

    /** Looks something up. */
    public <T> T read(Function<CalendarUnitOfWork, T> work) {
        return acts.read(() -> within(work));
    }

    /** One act. */
    public <T> Answer<T> act(Act act, BiFunction<CalendarUnitOfWork, Transaction, T> work) {
        return acts.run(act, tx -> within(unit -> work.apply(unit, tx)));
    }

    /** Works inside the act that is running, as reactions do. */
    public <T> T within(Function<CalendarUnitOfWork, T> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.apply(new CalendarUnitOfWork(em, this)));
    }

    public Directory directory() {
        return directory;
    }

    RecordIndex records() {
        return records;
    }

    public CalendarExtensions extensions() {
        return extensions;
    }
}
