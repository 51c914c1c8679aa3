package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.module.RetentionRules;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.runtime.internal.plugin.PluginProperties;
import com.pivotino.crm.runtime.internal.retention.RetentionJob;
import com.pivotino.crm.runtime.internal.retention.RuntimeRetention;
import com.pivotino.crm.runtime.internal.schedule.Scheduler;
import com.pivotino.crm.runtime.internal.undo.UndoPurge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scheduled jobs as services. */
@Component(service = {}, immediate = true, configurationPid = "com.pivotino.crm.retention")
public final class JobsComponent {

    private static final Logger LOG = LoggerFactory.getLogger(JobsComponent.class);

    private static final int PURGE_SECONDS = 3600;

    private final Scheduler scheduler;
    private final RetentionJob retention;
    private final Plugins<RetentionRules> rules = Plugins.of(RetentionRules.class);

    @Activate
    public JobsComponent(@Reference ActsComponent acts, Map<String, Object> retentionDays) {
        RuntimeKernel core = acts.core();
        scheduler = new Scheduler(core.database(), core.clock(), core.node());
        scheduler.come(new Plugin<>(new UndoPurge(core.database()), Map.of(ScheduledJob.NAME, "runtime.undo",
                ScheduledJob.EVERY_SECONDS, PURGE_SECONDS)));
        retention = new RetentionJob(core.database(), this::rules);
        retention.configure(retentionDays);
        scheduler.come(new Plugin<>(retention, Map.of(ScheduledJob.NAME, "runtime.retention",
                ScheduledJob.EVERY_SECONDS, PURGE_SECONDS)));
        scheduler.start();
    }

    /** Other days from now on. */
    @Modified
    public void modified(Map<String, Object> retentionDays) {
        retention.configure(retentionDays);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRules(RetentionRules more, Map<String, Object> properties) {
        rules.come(more, properties);
    }

    public void removeRules(RetentionRules fewer) {
        rules.go(fewer);
    }

    private List<RetentionRules.Rule> rules() {
        Map<String, RetentionRules.Rule> all = new LinkedHashMap<>();
        new RuntimeRetention().rules().forEach(rule -> all.put(rule.name(), rule));
        rules.used().forEach(plugin -> plugin.service().rules().forEach(rule -> all.putIfAbsent(rule.name(), rule)));
        return List.copyOf(all.values());
    }

    @Deactivate
    public void close() {
        scheduler.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go")
    public void come(ScheduledJob job, ServiceReference<ScheduledJob> reference) {
        String refusal = scheduler.come(new Plugin<>(job, PluginProperties.of(reference)));
        if (refusal != null) {
            LOG.warn("A job of {} is left out: {}", reference.getBundle(), refusal);
        }
    }

    public void go(ScheduledJob job) {
        scheduler.go(job);
    }
}
