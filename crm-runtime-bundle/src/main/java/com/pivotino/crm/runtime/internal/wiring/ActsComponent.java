package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.event.UndoService;
import com.pivotino.crm.api.event.UndoneAct;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.runtime.internal.plugin.PluginThread;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.thread.Worker;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.coordinator.Coordinator;
import org.osgi.service.metatype.annotations.Designate;

/** Acts and reactions as services. There while the database has the runtime's tables. */
@Component(service = {Acts.class, RequestTransactions.class, UndoService.class, ActsComponent.class}, immediate = true,
        configurationPid = RuntimeConfig.PID)
@Designate(ocd = RuntimeConfig.class)
public final class ActsComponent implements Acts, RequestTransactions, UndoService {

    private static final long TICK_MS = 1000;

    private final RuntimeKernel core;
    private final ReactionServices services;
    private final Worker worker = new Worker("crm-reactions");

    @Activate
    public ActsComponent(@Reference(target = "(osgi.jndi.service.name=crm)") DataSource dataSource,
            @Reference TransactionManager transactions, @Reference Coordinator coordinator, @Reference Clock clock,
            @Reference(target = "(crm.module=runtime)") SchemaReady schema, RuntimeConfig config) {
        core = new RuntimeKernel(new Database(dataSource, transactions), coordinator, clock, UUID.randomUUID().toString());
        services = new ReactionServices(core.arrivals(), Lists.of(config.trustedReactions()));
        // Known reactions are known before the first act, so that what they miss from now on is noted.
        core.arrivals().tick();
        worker.every(TICK_MS, core.arrivals()::tick);
    }

    /** Another configuration: trust is looked at again, and nothing is restarted. */
    @Modified
    public void modified(RuntimeConfig config) {
        services.trust(Lists.of(config.trustedReactions()));
        worker.soon(core.arrivals()::tick);
    }

    @Deactivate
    public void close() {
        worker.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go")
    public void come(Reaction reaction, ServiceReference<Reaction> reference) {
        services.come(reaction, reference);
        worker.soon(core.arrivals()::tick);
    }

    public void go(Reaction reaction) {
        services.go(reaction);
    }

    /** For the other components of the runtime. */
    public RuntimeKernel core() {
        return core;
    }

    /** For the operator. */
    public ReactionServices services() {
        return services;
    }

    @Override
    public <T> Answer<T> run(Act act, Function<Transaction, T> work) {
        PluginThread.refuseReentry();
        return core.acts().run(act, work);
    }

    @Override
    public <T> Answer<T> aside(Act act, Function<Transaction, T> work) {
        return core.acts().aside(act, work);
    }

    @Override
    public <T> Attempt<T> attempt(Act act, Function<Transaction, T> work) {
        return core.acts().attempt(act, work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return core.acts().read(work);
    }

    @Override
    public Answer<UndoneAct> undo(Actor actor, String token) {
        PluginThread.refuseReentry();
        return core.undos().undo(actor, token);
    }

    @Override
    public <T> T within(boolean rollback, Supplier<T> work) {
        return core.acts().within(rollback, work);
    }

    @Override
    public <T> T within(Claim<T> claim, Supplier<T> work) {
        return core.acts().within(claim, work);
    }

    @Override
    public <T> T atOnce(Supplier<T> work) {
        return core.acts().atOnce(work);
    }

    @Override
    public String moment() {
        return core.acts().moment();
    }
}
