package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.rest.internal.problem.Problem;
import com.pivotino.crm.rest.internal.problem.Refusal;
import java.io.IOException;
import java.util.concurrent.Semaphore;
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

    private final Semaphore inside = new Semaphore(AT_ONCE);
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
        HttpServletResponse response = new ApiResponse(request, (HttpServletResponse) out, problems);
        long start = System.nanoTime();
        headers(response);
        boolean live = request.getRequestURI().equals(LIVE);
        if (!live && !inside.tryAcquire()) {
            response.setHeader("Connection", "close");
            problems.write(Problem.away(), request, response);
            return;
        }
        try {
            RequestValidator.check(request);
            chain.doFilter(request, response);
        } catch (Refusal refused) {
            response.setHeader("Connection", "close");
            problems.write(refused.problem(), request, response);
        } finally {
            if (!live) {
                inside.release();
            }
            if (ACCESS.isDebugEnabled()) {
                ACCESS.debug("{\"method\":\"{}\",\"path\":\"{}\",\"status\":{},\"ms\":{}}", request.getMethod(),
                        Problems.printable(request.getRequestURI()).replace("\\", "\\\\").replace("\"", "\\\""),
                        response.getStatus(), (System.nanoTime() - start) / 1_000_000);
            }
        }
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
