package com.pivotino.crm.testkit;

import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.UndoService;
import com.pivotino.crm.api.internal.EventTail;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.api.module.IntegrityCheck;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.runtime.internal.integrity.Finding;
import com.pivotino.crm.runtime.internal.integrity.Verification;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.migration.Migrator;
import com.pivotino.crm.runtime.internal.wiring.RuntimeKernel;
import com.pivotino.crm.testkit.internal.JtaPool;
import com.pivotino.crm.testkit.internal.ModuleFiles;
import com.pivotino.crm.testkit.internal.ScratchDatabase;
import com.pivotino.crm.testkit.internal.ThreadCoordinator;
import com.pivotino.crm.testkit.internal.Units;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.apache.aries.jpa.template.JpaTemplate;

/**
 * The real runtime without a container: transactions, migrations, event log, reactions and lanes over one XA pool on a
 * fresh database. The clock stands still at 2026-06-03T10:00:00Z, a Wednesday, until it is set.
 *
 * <pre>{@code
 * try (CrmHarness crm = CrmHarness.start(Database.H2, new ModuleUnit("pipeline", Opportunity.class.getClassLoader()))) {
 *     OpportunityService service = new DefaultOpportunityService(crm.acts(), crm.jpa("crm-pipeline"), ...);
 * }
 * }</pre>
 */
public final class CrmHarness implements AutoCloseable {

    private static final int POOL_SIZE = 24;

    private final ScratchDatabase scratch;
    private final boolean owner;
    private final JtaPool pool;
    private final Units units;
    private final MutableClock clock;
    private final RuntimeKernel core;
    private final AtomicLong serviceIds = new AtomicLong(1);

    private CrmHarness(ScratchDatabase scratch, boolean owner, MutableClock clock, ModuleUnit... modules) {
        this.scratch = scratch;
        this.owner = owner;
        this.clock = clock;
        this.pool = new JtaPool(scratch.xa(), POOL_SIZE);
        ThreadCoordinator coordinator = new ThreadCoordinator();
        this.units = new Units(pool, coordinator);
        var database = new com.pivotino.crm.runtime.internal.sql.Database(pool, pool.transactions());
        this.core = new RuntimeKernel(database, coordinator, clock, UUID.randomUUID().toString());
        Migrator migrator = new Migrator(database, clock);
        migrator.migrate(new ModuleFiles("runtime", RuntimeKernel.class.getClassLoader()).schema());
        for (ModuleUnit module : modules) {
            ModuleFiles files = new ModuleFiles(module.module(), module.loader());
            migrator.migrate(files.schema());
            if (files.persistence() != null) {
                units.open("crm-" + module.module(), module.loader());
            }
        }
        core.arrivals().tick();
    }

    /** Makes a database, migrates it and starts the runtime on it. */
    public static CrmHarness start(Database database, ModuleUnit... modules) {
        return new CrmHarness(database.open(), true, new MutableClock(Instant.parse("2026-06-03T10:00:00Z")), modules);
    }

    /** Another node on the same database and with the same clock; close it before this one. */
    public CrmHarness node(ModuleUnit... modules) {
        return new CrmHarness(scratch, false, clock, modules);
    }

    public Acts acts() {
        return core.acts();
    }

    public RequestTransactions requests() {
        return core.acts();
    }

    public UndoService undos() {
        return core.undos();
    }

    /** Who may read what; follows what is published. */
    public RecordIndex records() {
        return core.records();
    }

    /** The template of a persistence unit, such as {@code crm-pipeline}. */
    public JpaTemplate jpa(String unit) {
        return units.template(unit);
    }

    /** Joins the running transaction; autocommit outside of one. */
    public DataSource dataSource() {
        return pool;
    }

    /** The SQL texts that the work sends, in order; a batch is one. */
    public List<String> statementsOf(Runnable work) {
        return pool.statementsOf(work);
    }

    public TransactionManager transactions() {
        return pool.transactions();
    }

    public MutableClock clock() {
        return clock;
    }

    /** Brings a reaction, as a bundle would; when this returns it has heard of what it missed, and is asked. */
    public void reaction(String id, int ranking, String[] types, Reaction reaction) {
        reaction(reaction, Map.of(Reaction.ID, id, Reaction.TYPES, types, "service.ranking", ranking));
    }

    /** The same with service properties of one's own. */
    public void reaction(Reaction reaction, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("service.id", serviceIds.getAndIncrement());
        core.arrivals().come(new Plugin<>(reaction, all));
        core.arrivals().tick();
    }

    /** Takes a reaction away, as if its bundle were stopped. */
    public void remove(Reaction reaction) {
        core.arrivals().go(reaction);
    }

    /** Brings a durable listener, as a bundle would. A new one hears of what happens from now on. */
    public void listener(String id, String[] types, DomainEventListener listener) {
        core.dispatcher().come(id, TypePatterns.of(List.of(types)), false, false, listener, true);
    }

    /** The same for one that only hears of what cannot be undone any more. */
    public void settledListener(String id, String[] types, DomainEventListener listener) {
        core.dispatcher().come(id, TypePatterns.of(List.of(types)), false, true, listener, true);
    }

    /** The same for one that begins with the earliest event. */
    public void earliestListener(String id, String[] types, DomainEventListener listener) {
        core.dispatcher().come(id, TypePatterns.of(List.of(types)), true, false, listener, true);
    }

    /** The end of the log; who follows it is told in {@link #deliverAll} and by {@link #startDelivery}. */
    public EventTail tail() {
        return core.dispatcher();
    }

    /** Takes a listener away, as if its bundle were stopped. */
    public void remove(DomainEventListener listener) {
        core.dispatcher().go(listener);
    }

    /**
     * Delivers to all listeners on this thread until nothing is due; failed ones are due again when the clock says so.
     *
     * @return how many deliveries succeeded
     */
    public int deliverAll() {
        return core.dispatcher().deliverAll();
    }

    /** Delivers in the background from now on, as in the container. */
    public void startDelivery() {
        core.dispatcher().start();
    }

    /** What the runtime does now and then: lets reactions catch up. */
    public void tick() {
        core.arrivals().tick();
    }

    /**
     * Looks at everything that must hold, as {@code crm:verify} does.
     *
     * @param checks the modules' own, beside the runtime's
     * @return what is wrong, one text for each thing that does not hold
     */
    public List<String> verify(IntegrityCheck... checks) {
        List<Verification.Part> parts = Arrays.stream(checks)
                .map(check -> new Verification.Part(check.getClass().getSimpleName(), check)).toList();
        return new Verification(core.database(), core.log()).run(parts).stream().filter(finding -> finding.count() > 0)
                .map(Finding::toString).toList();
    }

    @Override
    public void close() {
        core.dispatcher().close();
        units.close();
        pool.close();
        if (owner) {
            scratch.drop().run();
        }
    }
}
