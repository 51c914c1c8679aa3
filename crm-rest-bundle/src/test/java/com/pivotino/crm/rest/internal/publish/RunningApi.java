package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.rest.internal.call.Calls;
import com.pivotino.crm.rest.internal.call.IdempotencyStore;
import com.pivotino.crm.rest.internal.call.Services;
import com.pivotino.crm.rest.internal.http.Problems;
import com.pivotino.crm.rest.internal.json.Json;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The publisher on an embedded Jetty: servlet, filter and error page as the whiteboard registers them. */
public final class RunningApi implements AutoCloseable, Services, Authenticator {

    public static final Actor ANNA = new Actor(PersonRef.user(7), "Anna", Set.of(Role.SALESPERSON), Set.of(), Set.of(),
            ZoneOffset.UTC, Locale.ENGLISH);

    public static final Actor BERT = new Actor(PersonRef.user(8), "Bert", Set.of(Role.SALESPERSON), Set.of(50L), Set.of(),
            ZoneOffset.UTC, Locale.ENGLISH);

    public final Api api;
    private final Server server = new Server(0);
    private final StatisticsHandler statistics = new StatisticsHandler();
    public volatile boolean directoryPresent = true;
    public volatile RequestTransactions transactions;
    public volatile IdempotencyStore once;
    public volatile boolean bertIsWelcome = true;

    public RunningApi() throws Exception {
        Json json = new Json();
        Problems problems = new Problems(json);
        api = new Api(new Calls(json, problems, this), problems);
        ServletContextHandler context = new ServletContextHandler(statistics, "/");
        server.setHandler(statistics);
        ServletHolder servlet = new ServletHolder(api.servlet());
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, "/api/*");
        FilterHolder filter = new FilterHolder(api.filter());
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/api/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        context.addServlet(new ServletHolder(api.errorPage()), "/errors");
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
        errors.addErrorPage(Throwable.class, "/errors");
        errors.addErrorPage(HttpServletResponse.SC_NOT_FOUND, "/errors");
        context.setErrorHandler(errors);
        ((ServerConnector) server.getConnectors()[0]).getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration()
                .setSendServerVersion(false); // as pax-web does
        context.addServlet(new ServletHolder(new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                if (request.getQueryString() == null) {
                    throw new IllegalStateException("secret");
                }
                response.sendError(Integer.parseInt(request.getQueryString()), "secret");
            }
        }), "/api/another/servlet");
        server.start();
    }

    public String uri(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** How many requests the server is working on. */
    public int requestsInside() {
        return statistics.getRequestsActive();
    }

    @Override
    public Authenticator authenticator() {
        return directoryPresent ? this : null;
    }

    @Override
    public RequestTransactions transactions() {
        return transactions;
    }

    @Override
    public IdempotencyStore once() {
        return once;
    }

    @Override
    public Optional<Identity> session(String cookie) {
        return cookie.equals("good") ? Optional.of(new Identity(ANNA, "session", "csrf-1")) : Optional.empty();
    }

    @Override
    public Optional<Identity> basic(String login, String password, String address) {
        if (login.equals("brute")) {
            throw new CrmException(CrmException.Kind.RATE_LIMITED, "rate_limited", "Too many tries.", List.of(),
                    Map.of("retryAfter", 17), null);
        }
        return login.equals("anna") && password.equals("pass:word") ? Optional.of(new Identity(ANNA, "basic", null))
                : Optional.empty();
    }

    @Override
    public Optional<Identity> apiKey(String key, String address) {
        if (key.equals("key-of-bert") && bertIsWelcome) {
            return Optional.of(new Identity(BERT, "api_key", null));
        }
        return key.equals("key-1") ? Optional.of(new Identity(ANNA, "api_key", null)) : Optional.empty();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        api.close();
    }
}
