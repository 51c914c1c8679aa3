package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.rest.internal.problem.Problem;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** Turns every {@code sendError} of the layers below into a problem document. */
final class ApiResponse extends HttpServletResponseWrapper {

    private final Problems problems;
    private final HttpServletRequest request;

    ApiResponse(HttpServletRequest request, HttpServletResponse response, Problems problems) {
        super(response);
        this.request = request;
        this.problems = problems;
    }

    @Override
    public void sendError(int status) throws IOException {
        if (!isCommitted()) {
            resetBuffer();
            problems.write(Problem.ofStatus(status), request, this);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
