package com.pivotino.crm.chatter.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.record.RecordIndex;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What jobs and channels of this bundle stand on: acts on our tables, names of people, the clock. Not for other bundles. */
@Component(service = ChatterCore.class)
public final class ChatterCore {

    /** Cause of an act that a mail brought about. */
    public static final String MAIL = "mail";

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final Clock clock;
    private final RecordIndex records;

    /** @param schema only awaited */
    @Activate
    public ChatterCore(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference Directory directory,
            @Reference Clock clock, @Reference RecordIndex records) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.clock = clock;
        this.records = records;
    }

    /** Reads in one transaction. */
    public <T> T read(Function<EntityManager, T> work) {
        return acts.read(() -> jpa.txExpr(TransactionType.Required, work::apply));
    }

    /**
     * Keeps something of our own in one transaction that is no act: for a plugin of ours while it is asked, when no act may
     * begin. Nothing can be published here.
     */
    public <T> T keep(Function<EntityManager, T> work) {
        return jpa.txExpr(TransactionType.Required, em -> {
            T value = work.apply(em);
            em.flush();
            return value;
        });
    }

    /** Does one act of a person. */
    public <T> T act(Actor actor, Set<RecordRef> locks, BiFunction<EntityManager, Transaction, T> work) {
        return run(Act.of(actor, "api", locks), work);
    }

    /** Does one act of the product itself. */
    public <T> T automation(Set<RecordRef> locks, BiFunction<EntityManager, Transaction, T> work) {
        return run(Act.of(Actor.system(ZoneOffset.UTC), "automation", locks), work);
    }

    private <T> T run(Act act, BiFunction<EntityManager, Transaction, T> work) {
        return answer(act, work).value();
    }

    /** Does one act; the answer says what it brought about. */
    public <T> Answer<T> answer(Act act, BiFunction<EntityManager, Transaction, T> work) {
        return acts.run(act, tx -> jpa.txExpr(TransactionType.Required, em -> {
            T value = work.apply(em, tx);
            em.flush();
            return value;
        }));
    }

    public Directory directory() {
        return directory;
    }

    /** Who may read and change which record. */
    public RecordIndex index() {
        return records;
    }

    /** Records that have a feed, within a transaction. */
    public RecordStore records(EntityManager em) {
        return new RecordStore(em, records);
    }

    /** Whether the record is there for this actor to read. */
    public boolean isReadable(Actor actor, RecordRef record) {
        return records.access(actor, record).filter(access -> access.readableBy(actor)).isPresent();
    }

    public Clock clock() {
        return clock;
    }
}
