package com.pivotino.crm.rest.internal.stream;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.internal.EventTail;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.record.RecordProvider;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.rest.internal.call.Credentials;
import com.pivotino.crm.rest.internal.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What changes, as it changes: server-sent events, resumable by {@code Last-Event-ID}, which is a place in the durable log.
 * An answer costs no thread.
 */
@Path("/stream")
@Component(service = StreamResource.class, property = "crm.rest.resource:Boolean=true")
public final class StreamResource {

    private final Hub hub;
    private final Plugins<RecordProvider> providers = Plugins.of(RecordProvider.class);

    @Activate
    public StreamResource(@Reference EventTail tail, @Reference Authenticator authenticator, @Reference PluginInvoker invoker) {
        this(tail, authenticator, invoker, System::nanoTime);
    }

    StreamResource(EventTail tail, Authenticator authenticator, PluginInvoker invoker, LongSupplier nanoTime) {
        hub = new Hub(tail, new Readable(invoker, providers), new SseFormat(new Json()), authenticator, nanoTime);
    }

    @Deactivate
    public void close() {
        hub.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, updated = "come", unbind = "go")
    public void come(RecordProvider provider, Map<String, Object> properties) {
        providers.come(provider, properties);
    }

    public void go(RecordProvider provider) {
        providers.go(provider);
    }

    /**
     * Opens the stream; it ends with the session.
     *
     * @param age how many milliseconds ago the caller read what it shows; {@code Last-Event-ID} goes before it
     */
    @GET
    @Produces("text/event-stream")
    public void open(@Context Actor actor, @Context Caller caller, @Context HttpServletRequest request,
            @Context HttpServletResponse response, @HeaderParam("Last-Event-ID") String lastEventId,
            @QueryParam("age") Long age, @Suspended AsyncResponse suspended) throws IOException {
        Long since = place(lastEventId);
        if (age != null && age < 0) {
            throw CrmException.invalid("age", "invalid", "These are milliseconds, 0 or more.");
        }
        AsyncContext context = request.getAsyncContext();
        context.setTimeout(0);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        Credentials recognition = new Credentials(request.getHeader("Authorization"), caller.sessionCookie(), caller.remoteAddress());
        Subscriber subscriber = new Subscriber(new Connection(context), recognition, actor);
        if (since == null && age != null) {
            hub.joinAt(subscriber, age);
        } else {
            hub.join(subscriber, since);
        }
    }

    /** How many read the stream now. */
    int readers() {
        return hub.readers();
    }

    private static Long place(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        if (!lastEventId.matches("\\d{1,18}")) {
            throw CrmException.invalid("Last-Event-ID", "invalid", "This is the id of an event of this stream.");
        }
        return Long.valueOf(lastEventId);
    }
}
