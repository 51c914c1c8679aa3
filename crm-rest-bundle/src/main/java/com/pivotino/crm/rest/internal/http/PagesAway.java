package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.rest.internal.problem.Problem;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Answers all paths outside of {@code /api} while the bundle of the browser UI is being replaced. That bundle serves {@code /*},
 * which is the more exact pattern: requests come here only while it is away.
 */
public final class PagesAway extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Problems problems;

    public PagesAway(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiFilter.headers(response);
        problems.write(Problem.away(), request, response);
    }
}
