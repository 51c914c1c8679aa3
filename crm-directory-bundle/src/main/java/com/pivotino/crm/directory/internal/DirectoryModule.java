package com.pivotino.crm.directory.internal;

import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.directory.internal.service.Services;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Puts the directory together when its tables are there, and makes the first administrator. The other components of
 * this bundle only hold out what this one has made.
 */
@Component(service = DirectoryModule.class, configurationPid = DirectoryConfig.PID)
@Designate(ocd = DirectoryConfig.class)
public final class DirectoryModule {

    private final Services services;

    @Activate
    public DirectoryModule(@Reference Acts acts, @Reference(target = "(osgi.unit.name=crm-directory)") JpaTemplate jpa,
            @Reference Clock clock, @Reference(target = "(crm.module=directory)") SchemaReady schema, DirectoryConfig config) {
        services = new Services(acts, jpa, clock, Clock.systemUTC());
        services.ensureAdministrator(config.adminPassword(), passwordFile(config.firstPasswordFile()));
    }

    public Services services() {
        return services;
    }

    private static Path passwordFile(String configured) {
        return configured.isBlank() ? Path.of(System.getProperty("karaf.base", "."), "first-admin-password")
                : Path.of(configured);
    }
}
