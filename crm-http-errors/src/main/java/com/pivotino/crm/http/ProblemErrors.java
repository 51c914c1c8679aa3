package com.pivotino.crm.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * What Jetty refuses before any servlet sees it, as the problem document that every other refusal is (REST.md, RFC 9457):
 * a request line or headers over the limit, a NUL, a broken request. Named in {@code etc/jetty.xml}.
 *
 * <p>Jetty's own words are not passed on, so every text here is ours and needs no escaping.
 */
public final class ProblemErrors extends ErrorHandler {

    private static final String TYPE = "application/problem+json";

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
        fields.put(HttpHeader.CONTENT_TYPE, TYPE);
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        fields.put("X-Content-Type-Options", "nosniff");
        return ByteBuffer.wrap(body(status));
    }

    /** What no servlet context is there for. */
    @Override
    protected void generateAcceptableResponse(Request base, HttpServletRequest request, HttpServletResponse response,
            int status, String message) throws IOException {
        if (status == 404 && isProduct(request.getRequestURI())) {
            away(base, response);
            return;
        }
        write(status, response);
        base.setHandled(true);
    }

    static void write(int status, HttpServletResponse response) throws IOException {
        byte[] body = body(status);
        response.setStatus(status);
        response.setContentType(TYPE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The paths of the product that come here are those whose bundle is being replaced: they are there again soon. */
    private static boolean isProduct(String path) {
        return path.equals("/") || path.equals("/api") || path.startsWith("/api/") || path.startsWith("/ui/")
                || path.lastIndexOf('.') < path.lastIndexOf('/');
    }

    static void away(Request base, HttpServletResponse response) throws IOException {
        boolean live = base.getRequestURI().equals("/api/health/live");
        byte[] body = live ? "{\"status\":\"live\"}".getBytes(StandardCharsets.UTF_8) : body(503);
        response.setStatus(live ? 200 : 503);
        response.setHeader("Retry-After", live ? null : "2");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(live ? "application/json" : TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        base.setHandled(true);
    }

    private static byte[] body(int status) {
        Refused refused = switch (status) {
            case 404 -> new Refused("not_found", "Not found", "There is nothing here.");
            case 405 -> new Refused("method_not_allowed", "Method not allowed", "This method is not taken.");
            case 408 -> new Refused("timeout", "Too slow", "The request did not arrive in time.");
            case 413 -> new Refused("too_large", "Too large", "The request is too large.");
            case 414 -> new Refused("too_large", "Address too long", "The address is too long.");
            case 431 -> new Refused("too_large", "Headers too large", "The headers of the request are too large.");
            case 503 -> new Refused("unavailable", "Not available", "This is not available at the moment. Try again shortly.");
            default -> status < 500 ? new Refused("malformed", "Bad request", "The request is not well formed.")
                    : new Refused("internal", "Internal error", "Something went wrong here.");
        };
        return ("{\"type\":\"urn:pivotino:crm:problem:" + refused.code + "\",\"title\":\"" + refused.title + "\",\"status\":"
                + status + ",\"detail\":\"" + refused.detail + "\",\"code\":\"" + refused.code + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private record Refused(String code, String title, String detail) {
    }
}
