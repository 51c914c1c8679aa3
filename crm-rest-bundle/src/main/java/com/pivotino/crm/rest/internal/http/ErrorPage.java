package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.rest.internal.problem.Problem;
import java.io.IOException;
import javax.servlet.RequestDispatcher;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The error page: exceptions that nobody has caught, and what the servlet container refuses itself. A page of the browser UI that is
 * not found is one whose bundle is being replaced; so is a path of the API, whose own servlet says what it does not know.
 */
public final class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Problems problems;

    public ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Problem problem = thrown instanceof Throwable cause ? problems.of(cause, request.getMethod(), String.valueOf(path))
                : isAway(String.valueOf(path)) ? Problem.away() : Problem.ofStatus(status instanceof Integer code ? code : 404);
        ApiFilter.headers(response); // the container has reset those of the filter
        problems.write(problem, request, response);
    }

    static boolean isAway(String path) {
        return path.startsWith("/ui/") || path.startsWith("/api/") || !path.startsWith("/extensions/")
                && path.lastIndexOf('.') < path.lastIndexOf('/');
    }
}
