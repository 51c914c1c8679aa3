package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.rest.internal.problem.Problem;
import com.pivotino.crm.rest.internal.http.Problems;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** Turns whatever a resource, or CXF itself, throws into a problem document. */
final class ProblemMapper implements ExceptionMapper<Throwable> {

    /** The challenge is left out for pages in a browser: they have a sign-in form of their own. */
    private static final String CHALLENGE = "Basic realm=\"Pivotino CRM\", charset=\"UTF-8\"";

    private final Problems problems;

    ProblemMapper(Problems problems) {
        this.problems = problems;
    }

    /** The same for JAX-RS exceptions, for which CXF would else prefer its own. */
    ExceptionMapper<WebApplicationException> ofWebExceptions() {
        return new OfWebExceptions(this);
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Request request = new Request(PhaseInterceptorChain.getCurrentMessage());
        Problem problem = problems.of(thrown, request.method(), request.path());
        return response(problem.status() == 500 && !request.http().isResourceLive() ? Problem.away() : problem, request);
    }

    private Response response(Problem problem, Request request) {
        byte[] body = problems.bytes(problem);
        Response.ResponseBuilder response = Response.status(problem.status()).type(Problem.TYPE).entity(body)
                .header(HttpHeaders.CONTENT_LENGTH, body.length);
        if (problem.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, problem.retryAfter());
        }
        if (problem.status() == 401 && request.http().getHeader("Sec-Fetch-Mode") == null
                && request.http().getHeader("X-Requested-With") == null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return response.build();
    }

    private static final class OfWebExceptions implements ExceptionMapper<WebApplicationException> {

        private final ProblemMapper all;

        OfWebExceptions(ProblemMapper all) {
            this.all = all;
        }

        @Override
        public Response toResponse(WebApplicationException thrown) {
            int status = thrown.getResponse().getStatus();
            if (status < 400) {
                return thrown.getResponse();
            }
            if (status >= 500 && status != 503) {
                return all.toResponse(thrown);
            }
            Response problem = all.response(all.problems.refusal(thrown).orElse(Problem.ofStatus(status)),
                    new Request(PhaseInterceptorChain.getCurrentMessage()));
            String allow = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
            return allow == null ? problem : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
        }
    }
}
