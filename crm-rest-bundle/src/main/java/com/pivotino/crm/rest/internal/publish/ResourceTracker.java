package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.api.rest.RestResource;
import org.apache.cxf.service.factory.ServiceConstructionException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of JAX-RS services coming and going. When one goes, its requests inside are let finish before its bundle may go
 * on stopping.
 */
final class ResourceTracker extends ServiceTracker<Object, Published> {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceTracker.class);

    private final Api api;

    ResourceTracker(BundleContext context, Api api) {
        super(context, filter(), null);
        this.api = api;
    }

    private static org.osgi.framework.Filter filter() {
        try {
            return FrameworkUtil.createFilter("(" + RestResource.MARKER + "=true)");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("The filter of resources is wrong", e);
        }
    }

    @Override
    public Published addingService(ServiceReference<Object> reference) {
        Object resource = context.getService(reference);
        if (resource == null) {
            return null;
        }
        try {
            return api.publish(resource);
        } catch (ServiceConstructionException | IllegalArgumentException e) {
            LOG.warn("{} of {} is no resource that can be published", resource.getClass().getName(), reference.getBundle(), e);
            context.ungetService(reference);
            return null;
        }
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Published published) {
        // A resource has no property that we look at but the marker itself.
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Published published) {
        api.withdraw(published);
        context.ungetService(reference);
    }
}
