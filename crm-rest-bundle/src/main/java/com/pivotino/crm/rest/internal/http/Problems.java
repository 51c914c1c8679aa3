package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.rest.internal.json.Json;
import com.pivotino.crm.rest.internal.problem.Problem;
import com.pivotino.crm.rest.internal.problem.Refusal;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.UnavailableException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes problems of exceptions and writes them. What the caller may not see goes into the log under an incident number. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int LOGGED_PATH_CHARS = 200;
    private static final int MAX_WRAPPERS = 10;
    /** Asked again and again until it is there. */
    private static final String HEALTH = "/api/health/";
    /** Jetty's word for a body that is not well formed; by name, as the server is not ours to import. */
    private static final String BAD_MESSAGE = "org.eclipse.jetty.http.BadMessageException";

    private final Json json;

    public Problems(Json json) {
        this.json = json;
    }

    /** The problem behind an exception; an unknown one is an incident and logged. */
    public Problem of(Throwable thrown, String method, String path) {
        return refusal(thrown).orElseGet(() -> incident(thrown, method, path));
    }

    /** What was refused on purpose, looking through wrappers. */
    public Optional<Problem> refusal(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_WRAPPERS; depth++) {
            if (cause instanceof CrmException refused) {
                return Optional.of(Problem.of(refused));
            }
            if (cause instanceof Refusal refused) {
                return Optional.of(refused.problem());
            }
            if (cause.getClass().getName().equals(BAD_MESSAGE)) {
                return Optional.of(Problem.ofStatus(String.valueOf(cause.getMessage()).startsWith("408") ? 408 : 400));
            }
            if (isOutage(cause) || cause instanceof UnavailableException) {
                LOG.info("Not available: {}", printable(cause.toString()));
                return Optional.of(Problem.away());
            }
            if (isFull(cause)) {
                LOG.warn("A disk is full: {}", printable(cause.getMessage()));
                return Optional.of(Problem.full());
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** The database does not answer: classes 08 and 57P of SQL states, or the pool's own word. */
    private static boolean isOutage(Throwable cause) {
        return cause instanceof SQLTransientConnectionException || cause.getClass().getName().startsWith("javax.resource.")
                || cause instanceof SQLException sql && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P0"));
    }

    /** A disk has no room, or the user none on it: in the words of the operating system, of which Java makes no type. */
    private static boolean isFull(Throwable cause) {
        String message = cause instanceof IOException ? String.valueOf(cause.getMessage()) : "";
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    /** Logs what happened and answers only its number. */
    public Problem incident(Throwable thrown, String method, String path) {
        String incident = UUID.randomUUID().toString().substring(0, 13);
        LOG.error("Incident {} at {} {}", incident, printable(method), printable(path), thrown);
        return Problem.incident(incident);
    }

    /** A caller who went away is no failure of ours: one line. */
    void senderGone(HttpServletRequest request, IOException gone) {
        LOG.debug("{} {} ended by its caller: {}", request.getMethod(), printable(request.getRequestURI()), gone.toString());
    }

    /** A path that is known and whose resource is not there; the log tells whether it was this or the database. */
    public void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().startsWith(HEALTH)) {
            LOG.info("Not available: nothing answers {} {} now", printable(request.getMethod()), printable(request.getRequestURI()));
        }
        write(Problem.away(), request, response);
    }

    /** Writes the problem as the whole answer to a request whose body is not read: the connection ends with it. */
    public void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        write(problem, request, response);
    }

    /** Writes the problem as the whole answer. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = bytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.TYPE);
        response.setContentLength(body.length);
        if (problem.retryAfter() != null) {
            response.setHeader("Retry-After", String.valueOf(problem.retryAfter()));
        }
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    public byte[] bytes(Problem problem) {
        return json.bytes(problem.members());
    }

    /** What came from outside, on one line of the log, without control characters. */
    static String printable(String text) {
        if (text == null) {
            return "-";
        }
        String cut = text.length() > LOGGED_PATH_CHARS ? text.substring(0, LOGGED_PATH_CHARS) + "..." : text;
        StringBuilder clean = new StringBuilder(cut.length());
        cut.chars().forEach(c -> clean.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : (char) c));
        return clean.toString();
    }
}
