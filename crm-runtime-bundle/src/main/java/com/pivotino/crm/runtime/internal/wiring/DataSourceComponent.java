package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.runtime.internal.sql.GuardedDataSource;
import com.pivotino.crm.runtime.internal.sql.SilenceWatch;
import java.util.Hashtable;
import java.util.Map;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers the configured pool {@code crm-pool} as {@code crm}, the one data source of all bundles. */
@Component(service = {})
public final class DataSourceComponent {

    private final ServiceRegistration<DataSource> registration;
    private final SilenceWatch watch;

    @Activate
    public DataSourceComponent(BundleContext context, @Reference(target = "(osgi.jndi.service.name=crm-pool)") DataSource pool,
            @Reference TransactionManager transactions) {
        GuardedDataSource guarded = new GuardedDataSource(pool, transactions);
        watch = new SilenceWatch(guarded);
        registration = context.registerService(DataSource.class, guarded,
                new Hashtable<>(Map.of("osgi.jndi.service.name", "crm")));
    }

    @Deactivate
    public void stop() {
        registration.unregister();
        watch.close();
    }
}
