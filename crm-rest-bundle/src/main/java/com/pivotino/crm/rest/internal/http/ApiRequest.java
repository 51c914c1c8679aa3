package com.pivotino.crm.rest.internal.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.ServletInputStream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * The request as the JAX-RS layer may see it: the body cut at its limit, no headers that would change its method or make
 * it one-way, and one name for the two media types of JSON that we take.
 */
public final class ApiRequest extends HttpServletRequestWrapper {

    private static final Set<String> HIDDEN = Set.of("x-http-method-override", "x-http-method", "x-method-override",
            "onewayrequest", "content-type", "content-length");
    private static final String JSON = "application/json";
    private static final String COOKIE = "cookie";
    private static final Pattern PLAIN = Pattern.compile("[\\w.~+/=%-]+");

    private final LimitedBody body;
    private final String contentType;
    private final BooleanSupplier live;

    /**
     * @param limit the most bytes that are read
     * @param live  whether the resource that answers is still there
     */
    public ApiRequest(HttpServletRequest request, long limit, BooleanSupplier live) throws IOException {
        super(request);
        this.live = live;
        body = new LimitedBody(request.getInputStream(), limit);
        contentType = plainType(request);
    }

    /** Whether the body is JSON, or nothing at all. */
    public static boolean isJson(HttpServletRequest request) {
        return JSON.equals(plainType(request));
    }

    /** Whether the caller brings nothing to be recognised by. */
    public static boolean isStranger(HttpServletRequest request) {
        return request.getHeader("Authorization") == null && request.getHeader("Cookie") == null;
    }

    /** Whether the resource that answers is still there; if not, its failures are no surprise. */
    public boolean isResourceLive() {
        return live.getAsBoolean();
    }

    public LimitedBody body() {
        return body;
    }

    private static String plainType(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            boolean empty = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
            return empty ? JSON : null;
        }
        if (RequestValidator.isOneClick(request) && RequestValidator.isForm(type)) {
            return "application/octet-stream";
        }
        String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return name.equals(JSON) || name.equals("application/merge-patch+json") ? JSON : type;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public String getHeader(String name) {
        if ("content-type".equalsIgnoreCase(name)) {
            return contentType;
        }
        if (COOKIE.equalsIgnoreCase(name)) {
            return cookies();
        }
        return HIDDEN.contains(name.toLowerCase(Locale.ROOT)) && !"content-length".equalsIgnoreCase(name)
                ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = getHeader(name);
        return "content-type".equalsIgnoreCase(name) || COOKIE.equalsIgnoreCase(name) || value == null
                ? Collections.enumeration(value == null ? List.of() : List.of(value)) : super.getHeaders(name);
    }

    /** The cookies that the container could read; others, which pages beside ours may have set, do not matter. */
    private String cookies() {
        Cookie[] cookies = super.getCookies();
        String readable = Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> PLAIN.matcher(cookie.getName() + cookie.getValue()).matches())
                .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        return readable.isEmpty() ? null : readable;
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !HIDDEN.contains(name.toLowerCase(Locale.ROOT))).toList();
        return Collections.enumeration(names);
    }
}
