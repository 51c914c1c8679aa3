package com.pivotino.crm.directory.internal;

import com.pivotino.crm.api.activity.ActivityTypeService;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.directory.internal.realm.DatabaseRealm;
import com.pivotino.crm.directory.internal.service.GivenPassword;
import com.pivotino.crm.directory.internal.service.PasswordHashing;
import com.pivotino.crm.directory.internal.service.Services;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Puts the directory together when its tables are there, makes the first administrator, and only then offers the
 * services to the other bundles: plain objects, registered here, gone when this goes.
 */
@Component(service = DirectoryModule.class, configurationPid = DirectoryConfig.PID)
@Designate(ocd = DirectoryConfig.class)
public final class DirectoryModule {

    private final Services services;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    /** A reference, so that the service is made when it is asked: the activities need the directory themselves. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceReference<ActivityTypeService> activityTypes;

    @Activate
    public DirectoryModule(@Reference Acts acts, @Reference(target = "(osgi.unit.name=crm-directory)") JpaTemplate jpa,
            @Reference Clock clock, @Reference(target = "(crm.module=directory)") SchemaReady schema,
            DirectoryConfig config, BundleContext context) {
        services = new Services(acts, jpa, clock, Clock.systemUTC(), PasswordHashing.standard());
        services.settings().activityTypes(id -> ActivityTypes.has(context, activityTypes, id));
        GivenPassword given = new GivenPassword(Path.of(System.getProperty("karaf.base", "."), "admin-password"));
        services.ensureAdministrator(given.or(config.adminPassword()), passwordFile(config.firstPasswordFile()));
        given.forget();
        offered.add(context.registerService(SettingsService.class, services.settings(), null));
        offered.add(context.registerService(new String[] {Directory.class.getName(), DirectoryAdmin.class.getName()},
                services.directory(), null));
        offered.add(context.registerService(Authenticator.class, services.authenticator(), null));
        offered.add(context.registerService(JaasRealm.class,
                new DatabaseRealm(services.signIn(), context.getBundle().getBundleId()), null));
    }

    @Deactivate
    void withdraw() {
        offered.forEach(ServiceRegistration::unregister);
    }

    public Services services() {
        return services;
    }

    private static Path passwordFile(String configured) {
        return configured.isBlank() ? Path.of(System.getProperty("karaf.base", "."), "first-admin-password")
                : Path.of(configured);
    }
}
