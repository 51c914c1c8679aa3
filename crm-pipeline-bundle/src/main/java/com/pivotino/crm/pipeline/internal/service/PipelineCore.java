package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.internal.Memory;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every service of this bundle stands on: acts on our tables, names of people, the clock. Not for other bundles. */
@Component(service = PipelineCore.class)
public final class PipelineCore {
    private final Acts acts;
    private final Acts stageActs;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final Clock clock;
    private final ProvidedStages providedStages;
    private final Memory memory = new Memory();
    private final Memory.Shelf<String, List<Stage>> stages = memory.shelf();

    /** @param schema only awaited */
    @Activate
    public PipelineCore(@Reference(target = "(crm.module=pipeline)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-pipeline)") JpaTemplate jpa, @Reference Directory directory,
            @Reference Clock clock, @Reference ProvidedStages providedStages) {
        this.acts = acts;
        this.stageActs = memory.watching(acts);
        this.jpa = jpa;
        this.directory = directory;
        this.clock = clock;
        this.providedStages = providedStages;
    }

    /** Reads in one transaction. */
    public <T> T read(Function<PipelineStores, T> work) {
        return acts.read(() -> join(work));
    }

    /** Does one act; the work sees our tables. */
    public <T> Answer<T> act(Act act, BiFunction<Transaction, PipelineStores, T> work) {
        return acts.run(act, tx -> join(db -> work.apply(tx, db)));
    }

    /** Does one act that may change stages. */
    <T> Answer<T> stageAct(Act act, BiFunction<Transaction, PipelineStores, T> work) {
        return stageActs.run(act, tx -> join(db -> work.apply(tx, db)));
    }

    /** Does one act that may fail. */
    public <T> Attempt<T> attempt(Act act, BiFunction<Transaction, PipelineStores, T> work) {
        return acts.attempt(act, tx -> join(db -> work.apply(tx, db)));
    }

    /** Bookkeeping that is no part of a request. */
    public void aside(Act act, BiConsumer<Transaction, PipelineStores> work) {
        aside(acts, act, work);
    }

    /** The same on stages. */
    void stagesAside(Act act, BiConsumer<Transaction, PipelineStores> work) {
        aside(stageActs, act, work);
    }

    private void aside(Acts through, Act act, BiConsumer<Transaction, PipelineStores> work) {
        through.aside(act, tx -> join(db -> {
            work.accept(tx, db);
            return null;
        }));
    }

    /** Joins the transaction that is running: for reactions. */
    public <T> T join(Function<PipelineStores, T> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.apply(new PipelineStores(em, providedStages.unavailable(), stages)));
    }

    /** Takes in what providers of stages say, if one has come or gone; asked before an act or a view that shows stages. */
    public void refreshStages() {
        providedStages.refresh(this);
    }

    public Directory directory() {
        return directory;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The opportunity, or {@code not_found} if there is none that the actor may read. */
    public OpportunityEntity readable(PipelineStores db, Actor actor, long id) {
        OpportunityEntity opportunity = db.opportunities().find(id).orElseThrow(() -> CrmException.notFound("The opportunity"));
        access(db, actor, opportunity).requireReadable(actor, "The opportunity");
        return opportunity;
    }

    boolean mayRead(PipelineStores db, Actor actor, OpportunityEntity opportunity) {
        return access(db, actor, opportunity).readableBy(actor);
    }

    /** The opportunity, {@code not_found} or {@code forbidden}. */
    public OpportunityEntity writable(PipelineStores db, Actor actor, long id) {
        OpportunityEntity opportunity = db.opportunities().find(id).orElseThrow(() -> CrmException.notFound("The opportunity"));
        access(db, actor, opportunity).requireWritable(actor, "The opportunity");
        return opportunity;
    }

    /** The opportunity, if the actor may delete it; {@code not_found} or {@code forbidden}. */
    public OpportunityEntity deletable(PipelineStores db, Actor actor, long id) {
        OpportunityEntity opportunity = db.opportunities().find(id).orElseThrow(() -> CrmException.notFound("The opportunity"));
        access(db, actor, opportunity).requireDeletable(actor, "The opportunity");
        return opportunity;
    }

    /** Asks for the follower only if nothing else lets the actor in. */
    private static RecordAccess access(PipelineStores db, Actor actor, OpportunityEntity opportunity) {
        RecordAccess plain = opportunity.access(Set.of());
        if (plain.readableBy(actor) || actor.userId() == null
                || !db.followers().follows(actor.userId(), opportunity.id())) {
            return plain;
        }
        return opportunity.access(Set.of(actor.userId()));
    }
}
