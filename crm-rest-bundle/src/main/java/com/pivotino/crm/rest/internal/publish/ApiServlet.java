package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.rest.internal.http.ApiRequest;
import com.pivotino.crm.rest.internal.problem.Problem;
import com.pivotino.crm.rest.internal.http.Problems;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;

/** Finds the resource of a request and hands it to that resource's CXF server. */
final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Where CXF reads the base address of a server from, when it stands here. */
    private static final String BASE_ADDRESS = "org.apache.cxf.transport.endpoint.address";

    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    /** Bytes that a caller without any credentials may send. */
    private static final long STRANGERS_LIMIT = 256 * 1024;

    private final transient RouteTable routes;
    private final transient Problems problems;
    private final transient Bus bus;

    ApiServlet(RouteTable routes, Problems problems, Bus bus) {
        this.routes = routes;
        this.problems = problems;
        this.bus = bus;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String base = request.getContextPath() + request.getServletPath();
        String path = PARAMETERS.matcher(request.getRequestURI().substring(base.length())).replaceAll("");
        RouteTable.Target target = routes.find(request.getMethod(), path.isEmpty() ? "/" : path);
        if (target.published() == null || !target.published().enter()) {
            if (target.away() || target.published() != null) {
                problems.away(request, response);
            } else {
                problems.write(Problem.ofStatus(404), request, response);
            }
            return;
        }
        try {
            dispatch(target.published(), base, request, response);
        } finally {
            target.published().leave();
        }
    }

    private void dispatch(Published published, String base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long limit = Math.min(published.limit(ApiRequest.isJson(request)),
                ApiRequest.isStranger(request) ? STRANGERS_LIMIT : Long.MAX_VALUE);
        if (request.getContentLengthLong() > limit) {
            problems.refuse(Problem.ofStatus(413), request, response);
            return;
        }
        request.setAttribute(BASE_ADDRESS, base);
        Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
        try {
            published.destination().invoke(getServletConfig(), getServletContext(),
                    new ApiRequest(request, limit, published::isLive), response);
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
    }
}
