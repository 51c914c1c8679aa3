package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.rest.internal.once.IdempotencyKeys;
import com.pivotino.crm.rest.internal.once.KeyTable;
import java.time.Clock;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the publisher keeps in the database; there while the database and its tables are. */
@Component(service = RestTables.class)
public final class RestTables {

    private final IdempotencyKeys keys;
    private final KnownRoutes routes;

    @Activate
    public RestTables(@Reference(target = "(osgi.jndi.service.name=crm)") DataSource dataSource,
            @Reference RequestTransactions transactions, @Reference Clock clock,
            @Reference(target = "(crm.module=rest)") SchemaReady schema) {
        keys = new IdempotencyKeys(transactions, new KeyTable(dataSource), clock);
        routes = new KnownRoutes(dataSource, transactions, clock);
    }

    IdempotencyKeys keys() {
        return keys;
    }

    KnownRoutes routes() {
        return routes;
    }
}
