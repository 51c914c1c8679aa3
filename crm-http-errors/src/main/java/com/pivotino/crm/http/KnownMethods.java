package com.pivotino.crm.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Refuses methods that nothing of ours knows, TRACE among them, which contexts refuse without a word, and requests for two
 * hosts, which a proxy may read differently (RFC 9112, 3.2).
 */
public final class KnownMethods implements HttpConfiguration.Customizer {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (!METHODS.contains(request.getMethod())) {
            request.getResponse().setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            refuse(HttpServletResponse.SC_METHOD_NOT_ALLOWED, request);
        } else if (request.getHttpFields().getValuesList("Host").size() > 1) {
            refuse(HttpServletResponse.SC_BAD_REQUEST, request);
        }
    }

    private static void refuse(int status, Request request) {
        try {
            ProblemErrors.write(status, request.getResponse());
            request.setHandled(true);
        } catch (IOException e) {
            throw new UncheckedIOException("A refusal cannot be written", e);
        }
    }
}
