package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.rest.internal.problem.Problem;
import com.pivotino.crm.rest.internal.problem.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in front of all that is under {@code /api}: headers that every answer bears, and what is never let in. */
public final class ApiFilter implements Filter {

    private static final Logger ACCESS = LoggerFactory.getLogger("com.pivotino.crm.rest.access");

    private static final String LIVE = "/api/health/live";
    /** Fewer than the server has threads, so that liveness is answered while all these wait for something. */
    private static final int AT_ONCE = 160;

    private static final int UPLOADS_AT_ONCE = 24;
    private static final int STRANGERS_AT_ONCE = 8;

    private final Semaphore inside = new Semaphore(AT_ONCE - UPLOADS_AT_ONCE - STRANGERS_AT_ONCE);
    private final Semaphore uploads = new Semaphore(UPLOADS_AT_ONCE);
    private final Semaphore strangers = new Semaphore(STRANGERS_AT_ONCE);
    private final Problems problems;

    public ApiFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void init(FilterConfig config) {
        // Nothing to prepare.
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            HttpServletRequest received = SmallBody.received(request);
            if (received == null) { // an answer that was suspended goes on
                chain.doFilter(in, out);
            } else {
                answer(received, new ApiResponse(received, (HttpServletResponse) out, problems), chain);
            }
            return;
        }
        HttpServletResponse response = new ApiResponse(request, (HttpServletResponse) out, problems);
        headers(response);
        try {
            RequestValidator.check(request);
        } catch (Refusal refused) {
            problems.refuse(refused.problem(), request, response);
            return;
        }
        if (request.getRequestURI().equals(LIVE) && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))) {
            live(request, response);
        } else if (SmallBody.isAwaited(request)) {
            SmallBody.receive(request, response, problems);
        } else {
            answer(request, response, chain);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        Semaphore room = room(request);
        if (!room.tryAcquire()) {
            problems.refuse(Problem.away(), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (Refusal refused) {
            problems.refuse(refused.problem(), request, response);
        } finally {
            room.release();
            if (ACCESS.isDebugEnabled()) {
                ACCESS.debug("{\"method\":\"{}\",\"path\":\"{}\",\"status\":{},\"ms\":{}}", request.getMethod(),
                        Problems.printable(request.getRequestURI()).replace("\\", "\\\\").replace("\"", "\\\""),
                        response.getStatus(), (System.nanoTime() - start) / 1_000_000);
            }
        }
    }

    /** Needs nothing but a thread: no caller is recognised, no part of the product is asked. */
    private static void live(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = "{\"status\":\"live\"}".getBytes(StandardCharsets.US_ASCII);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }

    /** Who sends much, or without saying how much, takes room from those who do the same and from nobody else. */
    private Semaphore room(HttpServletRequest request) {
        boolean sends = request.getContentLengthLong() > SmallBody.MAX_BYTES || request.getHeader("Transfer-Encoding") != null;
        if (!sends) {
            return inside;
        }
        return ApiRequest.isStranger(request) ? strangers : uploads;
    }

    static void headers(HttpServletResponse response) {
        response.setHeader("Server", null);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    @Override
    public void destroy() {
        // Nothing to release.
    }
}
