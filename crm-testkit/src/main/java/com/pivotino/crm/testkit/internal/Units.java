package com.pivotino.crm.testkit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManagerFactory;
import org.apache.aries.jpa.support.impl.EMSupplierImpl;
import org.apache.aries.jpa.support.impl.XAJpaTemplate;
import org.apache.aries.jpa.template.JpaTemplate;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.osgi.service.coordinator.Coordinator;

/** The persistence units of a harness, with the JPA templates that the container would make. */
public final class Units implements AutoCloseable {

    private final JtaPool pool;
    private final Coordinator coordinator;
    private final Map<String, JpaTemplate> templates = new ConcurrentHashMap<>();
    private final List<EntityManagerFactory> factories = new ArrayList<>();

    public Units(JtaPool pool, Coordinator coordinator) {
        this.pool = pool;
        this.coordinator = coordinator;
    }

    /** Opens a unit that stands in a persistence.xml which the loader sees. */
    public void open(String unit, ClassLoader loader) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("javax.persistence.transactionType", "JTA");
        properties.put("javax.persistence.jtaDataSource", pool);
        properties.put("eclipselink.target-server", JtaPlatform.class.getName());
        properties.put("eclipselink.classloader", loader);
        // Several harnesses live side by side, each with its own database.
        properties.put("eclipselink.session-name", unit + "-" + System.identityHashCode(this));
        properties.put("eclipselink.logging.level", "SEVERE");
        EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory(unit, properties);
        if (factory == null) {
            throw new IllegalStateException("There is no persistence unit " + unit + " in META-INF/persistence.xml");
        }
        // Mappings are checked now, not by the first test that happens to use them.
        factory.createEntityManager().close();
        factories.add(factory);
        templates.put(unit, new XAJpaTemplate(new EMSupplierImpl(unit, factory, coordinator), pool.transactions(),
                coordinator));
    }

    public JpaTemplate template(String unit) {
        JpaTemplate template = templates.get(unit);
        if (template == null) {
            throw new IllegalArgumentException("The harness has no persistence unit " + unit + ", but " + templates.keySet());
        }
        return template;
    }

    @Override
    public void close() {
        factories.forEach(EntityManagerFactory::close);
    }
}
