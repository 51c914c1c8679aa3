package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.api.rest.RawBody;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServiceImpl;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** One resource on its own CXF server. Requests that are inside when it goes are let finish, for a while. */
public final class Published {

    private static final long JSON_LIMIT = 1 << 20;
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final String name;
    private final Server server;
    private final Set<Route> routes = new TreeSet<>();
    private final long rawLimit;
    private int inside;
    private boolean gone;

    Published(String name, Server server) {
        this.name = name;
        this.server = server;
        long limit = JSON_LIMIT;
        for (ClassResourceInfo resource : classes(server)) {
            for (OperationResourceInfo operation : resource.getMethodDispatcher().getOperationResourceInfos()) {
                if (operation.getHttpMethod() == null) {
                    throw new IllegalArgumentException(name + " has a sub-resource locator; give each path a method of its own");
                }
                routes.add(new Route(operation.getHttpMethod(),
                        resource.getURITemplate().getValue() + "/" + operation.getURITemplate().getValue()));
                RawBody raw = operation.getAnnotatedMethod().getAnnotation(RawBody.class);
                limit = raw == null ? limit : Math.max(limit, raw.maxBytes());
            }
        }
        rawLimit = limit;
    }

    private static List<ClassResourceInfo> classes(Server server) {
        return ((JAXRSServiceImpl) server.getEndpoint().getService()).getClassResourceInfos();
    }

    String name() {
        return name;
    }

    Set<Route> routes() {
        return routes;
    }

    AbstractHTTPDestination destination() {
        return (AbstractHTTPDestination) server.getDestination();
    }

    /** The most bytes that a body may have. */
    long limit(boolean json) {
        return json ? JSON_LIMIT : rawLimit;
    }

    /** Whether the resource still takes requests. */
    synchronized boolean isLive() {
        return !gone;
    }

    synchronized boolean enter() {
        if (!gone) {
            inside++;
        }
        return !gone;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Lets no request in any more, waits up to 3 s for those inside, and ends the server. */
    void withdraw() {
        synchronized (this) {
            gone = true;
            long deadline = System.nanoTime() + DRAIN_NANOS;
            boolean interrupted = false;
            for (long left = DRAIN_NANOS; inside > 0 && left > 0 && !interrupted; left = deadline - System.nanoTime()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    interrupted = true;
                }
            }
        }
        server.destroy();
    }
}
