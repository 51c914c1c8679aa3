package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.runtime.internal.plugin.PluginProperties;
import com.pivotino.crm.runtime.internal.schedule.Scheduler;
import com.pivotino.crm.runtime.internal.undo.UndoPurge;
import java.util.Map;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scheduled jobs as services. */
@Component(service = {}, immediate = true)
public final class JobsComponent {

    private static final Logger LOG = LoggerFactory.getLogger(JobsComponent.class);

    private static final int PURGE_SECONDS = 3600;

    private final Scheduler scheduler;

    @Activate
    public JobsComponent(@Reference ActsComponent acts) {
        RuntimeKernel core = acts.core();
        scheduler = new Scheduler(core.database(), core.clock(), core.node());
        scheduler.come(new Plugin<>(new UndoPurge(core.database()), Map.of(ScheduledJob.NAME, "runtime.undo",
                ScheduledJob.EVERY_SECONDS, PURGE_SECONDS)));
        scheduler.start();
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
