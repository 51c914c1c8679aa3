package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Acts and reads on the tables of imports. Not for other bundles. */
@Component(service = ImportTransactions.class)
public final class ImportTransactions {

    private final Acts acts;
    private final JpaTemplate jpa;

    /** @param schema only awaited */
    @Activate
    public ImportTransactions(@Reference(target = "(crm.module=imports)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-imports)") JpaTemplate jpa) {
        this.acts = acts;
        this.jpa = jpa;
    }

    /** Reads in one transaction. */
    public <T> T read(Function<EntityManager, T> work) {
        return acts.read(() -> join(work));
    }

    /** Does one act. */
    public <T> Answer<T> act(Act act, BiFunction<Transaction, EntityManager, T> work) {
        return acts.run(act, tx -> join(em -> work.apply(tx, em)));
    }

    /** Does one act that may fail. */
    <T> Attempt<T> attempt(Act act, BiFunction<Transaction, EntityManager, T> work) {
        return acts.attempt(act, tx -> join(em -> work.apply(tx, em)));
    }

    private <T> T join(Function<EntityManager, T> work) {
        return jpa.txExpr(TransactionType.Required, work::apply);
    }
}
