package com.pivotino.crm.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Refuses methods that nothing of ours knows, TRACE among them, which contexts refuse without a word. */
public final class KnownMethods implements HttpConfiguration.Customizer {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (!METHODS.contains(request.getMethod())) {
            try {
                HttpServletResponse response = request.getResponse();
                response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
                ProblemErrors.write(HttpServletResponse.SC_METHOD_NOT_ALLOWED, response);
                request.setHandled(true);
            } catch (IOException e) {
                throw new UncheckedIOException("A refusal cannot be written", e);
            }
        }
    }
}
