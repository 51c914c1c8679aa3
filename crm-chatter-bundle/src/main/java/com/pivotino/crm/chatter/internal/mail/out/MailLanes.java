package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The workers that empty the outbox: as many mails are on their way at the same time, over all nodes together. */
@Component(service = {}, immediate = true)
public final class MailLanes {

    private static final int EVERY_SECONDS = 2;
    private static final int MAX_WORKERS = 8;

    private final List<ServiceRegistration<ScheduledJob>> lanes = new ArrayList<>();

    @Activate
    public MailLanes(BundleContext bundle, @Reference ChatterCore core, @Reference MailSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) FileStore files) {
        int workers = Math.max(1, Math.min(settings.config().workers(), MAX_WORKERS));
        for (int i = 1; i <= workers; i++) {
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(ScheduledJob.NAME, "chatter.mail.out." + i);
            properties.put(ScheduledJob.EVERY_SECONDS, EVERY_SECONDS);
            lanes.add(bundle.registerService(ScheduledJob.class, new MailSender(core, settings, files), properties));
        }
    }

    @Deactivate
    public void close() {
        lanes.forEach(ServiceRegistration::unregister);
    }
}
