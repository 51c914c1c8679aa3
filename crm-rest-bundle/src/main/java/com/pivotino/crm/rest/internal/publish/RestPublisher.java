package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.api.module.HealthCheck;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.rest.internal.call.Calls;
import com.pivotino.crm.rest.internal.call.IdempotencyStore;
import com.pivotino.crm.rest.internal.call.Services;
import com.pivotino.crm.rest.internal.http.Problems;
import com.pivotino.crm.rest.internal.http.TrustedProxies;
import com.pivotino.crm.rest.internal.json.Json;
import com.pivotino.crm.rest.internal.openapi.BundleFragments;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts every JAX-RS service with the marker property under {@code /api}, and takes it away with its service. Directory,
 * transactions and database may come and go; while one is away, what needs it is 503. As a job it stores which routes are
 * known and drops old idempotency keys.
 */
@Component(service = ScheduledJob.class, immediate = true, configurationPid = RestConfig.PID, property = {
    ScheduledJob.NAME + "=rest.housekeeping", ScheduledJob.EVERY_SECONDS + ":Integer=60"})
@Designate(ocd = RestConfig.class)
public final class RestPublisher implements ScheduledJob, Services {

    private static final Logger LOG = LoggerFactory.getLogger(RestPublisher.class);

    private final Api api;
    private final ResourceTracker resources;
    private final List<ServiceRegistration<?>> registrations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Authenticator authenticator;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RequestTransactions transactions;

    private volatile TrustedProxies proxies = TrustedProxies.NONE;
    private volatile RestTables tables;
    private volatile boolean remembered;

    @Activate
    public RestPublisher(BundleContext context, RestConfig config) {
        configured(config);
        Json json = new Json();
        Problems problems = new Problems(json);
        api = new Api(new Calls(json, problems, this), problems);
        resources = new ResourceTracker(context, api);
        RoutesHealth health = new RoutesHealth(new BundleFragments(context), api::routes);
        api.settled(() -> remembered && health.problem() == null);
        registrations = List.of(
                context.registerService(Filter.class, api.filter(), new Hashtable<>(Map.of(
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_NAME, "crm-api",
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/api/*",
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_DISPATCHER, new String[] {"REQUEST", "ASYNC"},
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED, true))),
                context.registerService(Servlet.class, api.servlet(), new Hashtable<>(Map.of(
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "crm-api",
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, "/api/*",
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true))),
                context.registerService(Servlet.class, api.errorPage(), new Hashtable<>(Map.of(
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "crm-api-error",
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ERROR_PAGE, new String[] {"java.lang.Throwable", "404"}))),
                context.registerService(HealthCheck.class, health,
                        new Hashtable<>(Map.of(HealthCheck.NAME, "routes"))));
        resources.open();
    }

    /** Takes the proxies over; what cannot be read leaves the last good ones. */
    @Modified
    void configured(RestConfig config) {
        try {
            proxies = TrustedProxies.at(config.trustedProxies().split(","));
        } catch (IllegalArgumentException e) {
            LOG.error("trustedProxies in etc/{}.cfg: {}; the last good value stays", RestConfig.PID, e.getMessage());
        }
    }

    @Override
    public TrustedProxies proxies() {
        return proxies;
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        resources.close();
        api.close();
    }

    /** The database has come: what was known before the last stop is known again. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY, unbind = "tablesGone")
    void tablesCame(RestTables came) {
        tables = came;
        api.remember(came.routes().load());
        remembered = true;
    }

    void tablesGone(RestTables gone) {
        if (tables == gone) {
            tables = null;
        }
    }

    @Override
    public void run(Instant now) {
        RestTables present = tables;
        if (present != null) {
            present.routes().save(api.routes());
            present.keys().purge();
        }
    }

    @Override
    public Authenticator authenticator() {
        return authenticator;
    }

    @Override
    public RequestTransactions transactions() {
        return transactions;
    }

    @Override
    public IdempotencyStore once() {
        RestTables present = tables;
        return present == null ? null : present.keys();
    }
}
