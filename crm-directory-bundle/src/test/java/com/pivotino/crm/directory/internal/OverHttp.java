package com.pivotino.crm.directory.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.directory.internal.rest.ApiKeyResource;
import com.pivotino.crm.directory.internal.rest.ContactResource;
import com.pivotino.crm.directory.internal.rest.MeResource;
import com.pivotino.crm.directory.internal.rest.OnboardingResource;
import com.pivotino.crm.directory.internal.rest.PasswordResetResource;
import com.pivotino.crm.directory.internal.rest.SessionResource;
import com.pivotino.crm.directory.internal.rest.SettingsResource;
import com.pivotino.crm.directory.internal.rest.TeamResource;
import com.pivotino.crm.directory.internal.rest.UserResource;
import com.pivotino.crm.directory.internal.service.DirectoryRig;
import com.pivotino.crm.rest.internal.call.Calls;
import com.pivotino.crm.rest.internal.call.IdempotencyStore;
import com.pivotino.crm.rest.internal.call.Services;
import com.pivotino.crm.rest.internal.http.Problems;
import com.pivotino.crm.rest.internal.json.Json;
import com.pivotino.crm.rest.internal.publish.Api;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.DispatcherType;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The directory's resources behind the real publisher on an embedded Jetty. */
public final class OverHttp implements AutoCloseable {

    public static final String ADMIN_PASSWORD = "first password";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final Map<String, Object> offered = new HashMap<>();
    private final Server server = new Server(0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Api api;

    public OverHttp(DirectoryRig rig) throws Exception {
        DirectoryModule module = new DirectoryModule(rig.crm.acts(), rig.crm.jpa("crm-directory"), rig.crm.clock(),
                new SchemaReady() { }, config(), context());
        Json json = new Json();
        Problems problems = new Problems(json);
        api = new Api(new Calls(json, problems, services(module, rig.crm.requests())), problems);
        for (Object resource : new Object[] {new UserResource(module), new ContactResource(module), new TeamResource(module),
                new MeResource(module), new SessionResource(module), new ApiKeyResource(module),
                new OnboardingResource(module), new SettingsResource(module), new PasswordResetResource(module)}) {
            api.publish(resource);
        }
        ServletContextHandler context = new ServletContextHandler(server, "/api");
        context.addServlet(new ServletHolder(api.servlet()), "/*");
        context.addFilter(new FilterHolder(api.filter()), "/*", EnumSet.of(DispatcherType.REQUEST));
        server.start();
    }

    /** Status, headers and body of an answer. */
    public record Got(int status, HttpResponse<String> response) {

        public JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    /** Sends with headers given as name, value, name, value. */
    public Got send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/api" + path));
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Got(response.statusCode(), response);
    }

    /** The value of an Authorization header. */
    public static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws Exception {
        server.stop();
        api.close();
    }

    private static Services services(DirectoryModule module, RequestTransactions requests) {
        return new Services() {
            @Override
            public Authenticator authenticator() {
                return module.services().authenticator();
            }

            @Override
            public RequestTransactions transactions() {
                return requests;
            }

            @Override
            public IdempotencyStore once() {
                return null;
            }
        };
    }

    private static DirectoryConfig config() {
        return new DirectoryConfig() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return DirectoryConfig.class;
            }

            @Override
            public String adminPassword() {
                return ADMIN_PASSWORD;
            }

            @Override
            public String firstPasswordFile() {
                return Path.of("target", "never-written").toString();
            }
        };
    }

    /** A context that only notes what is registered. */
    private BundleContext context() {
        Bundle bundle = (Bundle) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> 7L);
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getBundle")) {
                        return bundle;
                    }
                    for (Object name : arguments[0] instanceof Object[] names ? names : new Object[] {arguments[0]}) {
                        offered.put(name instanceof Class<?> type ? type.getName() : (String) name, arguments[1]);
                    }
                    return null;
                });
    }
}
