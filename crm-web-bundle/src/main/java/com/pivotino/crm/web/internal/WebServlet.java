package com.pivotino.crm.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.servlet.DispatcherType;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Serves the browser UI at {@code /}. Every address that is not a file of the site answers with the one page, so that each view is a
 * link that survives a reload; which view it is, the page finds out by itself. Paths are looked up in a map made at start, never on
 * a disk.
 */
@Component(service = Servlet.class, configurationPid = WebConfig.PID, property = {
    HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/*",
    HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=crm-web"
})
@Designate(ocd = WebConfig.class)
public final class WebServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ROOT = "/web/";
    /** What follows is a token, which may hold a dot. */
    private static final String SHARED = "/shared/";

    private final transient Site site;

    /** Reads all files once; a new version of the bundle is a new component, and so is a changed setting. */
    @Activate
    public WebServlet(BundleContext context, WebConfig config) {
        this(new Site(filesOf(context), !config.sources()));
    }

    WebServlet(Site site) {
        this.site = site;
    }

    /** The API's paths come here only while the REST bundle is away, by any method. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = pathOf(request);
        if (path.equals("/api") || path.startsWith("/api/")) {
            protect(response);
            apiAway(path, response);
        } else {
            super.service(request, response);
        }
    }

    /** The path that was asked for, also where the container comes here to tell an error: the API's was on its way out. */
    private static String pathOf(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked) {
            return asked;
        }
        return request.getPathInfo() == null ? "/" : request.getPathInfo();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = pathOf(request);
        protect(response);
        if (path.startsWith(Site.ASSETS) || !path.startsWith(SHARED) && path.substring(path.lastIndexOf('/') + 1).indexOf('.') >= 0) {
            asset(site.asset(path), request, response);
        } else {
            page(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = '"' + site.version() + '"';
        response.setHeader("Content-Security-Policy", site.policy());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(site.page(), request, response);
        }
    }

    private static void asset(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (asset == null) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        send(asset, request, response);
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader("Accept-Encoding");
        boolean packed = asset.gzipped() != null && accepted != null && accepted.contains("gzip");
        byte[] body = packed ? asset.gzipped() : asset.bytes();
        response.setContentType(asset.type());
        response.setHeader("Vary", "Accept-Encoding");
        if (packed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The REST bundle is away for a moment: clients wait and ask again, as they do for any part that is being replaced. */
    private static void apiAway(String path, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (path.equals("/api/health/live")) {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType("application/json");
            response.getOutputStream().write("{\"status\":\"live\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "2");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(("{\"type\":\"about:blank\",\"title\":\"Unavailable\",\"status\":503,\"code\":\"unavailable\","
                + "\"detail\":\"This part of the server is being replaced.\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }

    private static SortedMap<String, byte[]> filesOf(BundleContext context) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (URL url : Collections.list(context.getBundle().findEntries(ROOT, "*", true))) {
            if (!url.getPath().endsWith("/")) {
                files.put(url.getPath().substring(url.getPath().indexOf(ROOT) + ROOT.length()), read(url));
            }
        }
        return files;
    }

    private static byte[] read(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
