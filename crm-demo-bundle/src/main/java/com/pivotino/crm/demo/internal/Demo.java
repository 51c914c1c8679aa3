package com.pivotino.crm.demo.internal;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.HealthCheck;
import java.nio.file.Path;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a database without opportunities with the demonstration, if the operator has enabled it. The start only asks for
 * it by an event; the work is done from the event log, so that a crash is gone on from. The product says that it is not
 * ready until the first try has ended.
 */
@Component(service = {DomainEventListener.class, HealthCheck.class}, configurationPid = "com.pivotino.crm.demo", property = {
        DomainEventListener.ID + "=demo", DomainEventListener.TYPES + "=" + Demo.WANTED, DomainEventListener.START + "=earliest",
        HealthCheck.NAME + "=demo"})
@Designate(ocd = Demo.Config.class)
public final class Demo implements DomainEventListener, HealthCheck {

    static final String WANTED = "demo.DemoWanted";

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final RecordRef DEMO = new RecordRef("demo", 1);

    /** Settings of the demonstration. */
    @ObjectClassDefinition(name = "Pivotino CRM demonstration")
    public @interface Config {
        @AttributeDefinition(description = "Whether a database without opportunities is filled with the demonstration.")
        boolean enabled() default false;
    }

    /** Somebody has started a product without opportunities with the demonstration enabled. */
    @EventType(WANTED)
    public record DemoWanted(Instant at) {
    }

    private final Acts acts;
    private final DemoServices services;
    private final Directory directory;
    private final SettingsService settings;
    private final boolean enabled;
    private final Path folder;
    private volatile boolean pending;

    @Activate
    public Demo(@Reference Acts acts, @Reference DemoServices services, @Reference Directory directory,
            @Reference SettingsService settings, Config config) {
        this(acts, services, directory, settings, config.enabled(), Path.of(System.getProperty("karaf.base", "")));
    }

    /** @param folder where the sign-ins are written */
    Demo(Acts acts, DemoServices services, Directory directory, SettingsService settings, boolean enabled, Path folder) {
        this.acts = acts;
        this.services = services;
        this.directory = directory;
        this.settings = settings;
        this.enabled = enabled;
        this.folder = folder;
        if (enabled) {
            this.pending = acts.run(Act.of(system(), DEMO), this::ask).value();
        }
    }

    @Override
    public void on(DomainEvent event) {
        if (!enabled) {
            return;
        }
        try {
            make();
        } finally {
            pending = false;
        }
    }

    @Override
    public String problem() {
        return pending ? "The demonstration is being made." : null;
    }

    private boolean ask(Transaction tx) {
        boolean wanted = DemoData.isWanted(services, tx.actor());
        if (wanted) {
            tx.publish(DEMO, new DemoWanted(tx.now()));
        }
        return wanted;
    }

    private void make() {
        int made = acts.run(Act.of(system(), DEMO), tx -> DemoData.isWanted(services, tx.actor())
                ? new DemoData(services, directory, settings.current(), new SignInFile(folder)).make(tx) : 0).value();
        if (made > 0) {
            LOG.info("The demonstration is there: {} opportunities; who can sign in stands in {}/demo-users.txt", made, folder);
        }
    }

    private Actor system() {
        return Actor.system(settings.current().zone());
    }
}
