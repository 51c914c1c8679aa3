package com.pivotino.crm.chatter;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.integrity.ActivityIntegrity;
import com.pivotino.crm.activity.internal.reaction.ActivityReaction;
import com.pivotino.crm.activity.internal.service.ActivityExtensions;
import com.pivotino.crm.activity.internal.service.ActivityTransactions;
import com.pivotino.crm.activity.internal.service.DefaultActivityService;
import com.pivotino.crm.activity.internal.service.DefaultActivityWorkService;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.chatter.internal.integrity.ChatterIntegrity;
import com.pivotino.crm.chatter.internal.reaction.FeedReaction;
import com.pivotino.crm.chatter.internal.reaction.FollowReaction;
import com.pivotino.crm.chatter.internal.service.DefaultFeedService;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.integrity.PipelineIntegrity;
import com.pivotino.crm.pipeline.internal.reaction.PipelineReaction;
import com.pivotino.crm.pipeline.internal.service.DefaultBoardService;
import com.pivotino.crm.pipeline.internal.service.DefaultOpportunityService;
import com.pivotino.crm.pipeline.internal.service.PipelineCore;
import com.pivotino.crm.pipeline.internal.service.ProvidedStages;
import com.pivotino.crm.pipeline.internal.standard.StandardStages;
import com.pivotino.crm.rest.internal.call.Reply;
import com.pivotino.crm.rest.internal.once.IdempotencyKeys;
import com.pivotino.crm.rest.internal.once.KeyTable;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.NoPlugins;
import com.pivotino.crm.testkit.TestWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pipeline, activities and chatter together on the real runtime, as in the container but for the container. */
final class Trio extends TestWorld {

    final PipelineCore core;
    final DefaultOpportunityService opportunities;
    final DefaultBoardService boards;
    final ActivityExtensions partners = new ActivityExtensions(new NoPlugins());
    final DefaultActivityService activities;
    final DefaultActivityWorkService work;
    final DefaultFeedService feeds;
    private final IdempotencyKeys keys;

    Trio(Database database) {
        super(database, new ModuleUnit("pipeline", OpportunityEntity.class.getClassLoader()),
                new ModuleUnit("activity", PlannedActivity.class.getClassLoader()),
                new ModuleUnit("chatter", FeedLine.class.getClassLoader()),
                new ModuleUnit("rest", IdempotencyKeys.class.getClassLoader()));
        keys = new IdempotencyKeys(crm.requests(), new KeyTable(crm.dataSource()), crm.clock());
        firstDay();
        SchemaReady ready = new SchemaReady() { };
        ProvidedStages stages = new ProvidedStages(new DirectPlugins(), crm.clock());
        stages.addProvider(new StandardStages(), Map.of("service.ranking", -100));
        core = new PipelineCore(ready, crm.acts(), crm.jpa("crm-pipeline"), directory, crm.clock(), stages);
        opportunities = new DefaultOpportunityService(core, null, settings, new NoPlugins(),
                ComponentConfig.of(DefaultOpportunityService.Config.class));
        boards = new DefaultBoardService(core);
        ActivityTransactions transactions = new ActivityTransactions(crm.acts(), crm.records(), crm.jpa("crm-activity"), directory,
                settings, partners);
        activities = new DefaultActivityService(transactions, crm.clock());
        work = new DefaultActivityWorkService(transactions, crm.clock());
        feeds = new DefaultFeedService(ready, crm.acts(), crm.jpa("crm-chatter"), directory, settings, crm.records());
        bring("activity.others", 100, new ActivityReaction(transactions), "pipeline.*", "runtime.ActUndone");
        bring("chatter.feed", 1000, new FeedReaction(ready, crm.jpa("crm-chatter"), crm.records()), "pipeline.*", "activity.*",
                "runtime.ActUndone");
        bring("chatter.followers", 0, new FollowReaction(ready, crm.jpa("crm-chatter"), directory, crm.records()), "pipeline.*",
                "activity.ActivityScheduled", "activity.ActivityChanged");
        bring("pipeline", 0, new PipelineReaction(core), "activity.*", "runtime.ActUndone");
    }

    /** One request with an idempotency key of its own. */
    void keyed(Runnable act) {
        keys.once(1, UUID.randomUUID().toString(), () -> "request", () -> {
            act.run();
            return Reply.json(200, Map.of(), new byte[] {'{', '}'});
        });
    }

    Actor actor(long id) {
        return directory.actor(id);
    }

    List<FeedEntry> feed(long card) {
        return feeds.feed(actor(4), RecordRef.opportunity(card), ListQuery.first(100)).items();
    }

    /** What {@code crm:verify} finds wrong. */
    List<String> verify() {
        SchemaReady ready = new SchemaReady() { };
        return crm.verify(new PipelineIntegrity(ready), new ActivityIntegrity(ready),
                new ChatterIntegrity(ready, new DiskFileStore(Path.of("target", "files"), crm.clock())));
    }
}
