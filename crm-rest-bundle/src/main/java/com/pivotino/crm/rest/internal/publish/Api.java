package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.rest.internal.call.Calls;
import com.pivotino.crm.rest.internal.http.ApiFilter;
import com.pivotino.crm.rest.internal.http.ErrorPage;
import com.pivotino.crm.rest.internal.http.Problems;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;

/**
 * The whole of {@code /api} without OSGi: one CXF bus, one CXF server a resource, one servlet that finds the resource.
 * Nothing is rebuilt when a resource comes or goes.
 */
public final class Api implements AutoCloseable {

    private final Bus bus = new CXFBusFactory().createBus(Map.of(), Map.of("skip.default.json.provider.registration", true));
    private final RouteTable routes = new RouteTable();
    private final AtomicLong serial = new AtomicLong();
    private final Calls calls;
    private final Problems problems;

    public Api(Calls calls, Problems problems) {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl()); // else the API looks for one by class loaders, which a bundle hides
        ownTransport();
        this.calls = calls;
        this.problems = problems;
    }

    /** A transport of our own: the one that CXF shares over OSGi has a servlet that would serve our resources past the filter. */
    private void ownTransport() {
        HTTPTransportFactory transport = new HTTPTransportFactory(new DestinationRegistryImpl());
        DestinationFactoryManager factories = bus.getExtension(DestinationFactoryManager.class);
        HTTPTransportFactory.DEFAULT_NAMESPACES.forEach(name -> factories.registerDestinationFactory(name, transport));
        bus.setExtension(transport, HTTPTransportFactory.class);
    }

    /**
     * Puts a resource up.
     *
     * @throws org.apache.cxf.service.factory.ServiceConstructionException if it is no JAX-RS resource
     */
    public Published publish(Object resource) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/" + serial.incrementAndGet());
        factory.setResourceClasses(resource.getClass());
        factory.setResourceProvider(resource.getClass(), new SingletonResourceProvider(resource, true));
        factory.setProviders(calls.providers());
        factory.setInvoker(calls.invoker());
        Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
        try {
            Server server = factory.create();
            ServerProviderFactory providers =
                    (ServerProviderFactory) server.getEndpoint().get(ServerProviderFactory.class.getName());
            providers.setRequestPreprocessor(null); // else ?_method= and X-HTTP-Method-Override change the method
            Published published = new Published(resource.getClass().getName(), server);
            routes.add(published);
            return published;
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
    }

    /** Takes a resource down; its paths answer 503 from now on. */
    public void withdraw(Published published) {
        routes.remove(published);
        published.withdraw();
    }

    /** Paths that are known although their resource has not come yet. */
    public void remember(Collection<Route> known) {
        routes.remember(known);
    }

    /** Until this is true an unknown path answers 503 and not 404. */
    public void settled(BooleanSupplier complete) {
        routes.settled(complete);
    }

    /** What is there now. */
    public Set<Route> routes() {
        return routes.liveRoutes();
    }

    public Servlet servlet() {
        return new ApiServlet(routes, problems, bus);
    }

    public Filter filter() {
        return new ApiFilter(problems);
    }

    public Servlet errorPage() {
        return new ErrorPage(problems);
    }

    @Override
    public void close() {
        bus.shutdown(false);
    }
}
