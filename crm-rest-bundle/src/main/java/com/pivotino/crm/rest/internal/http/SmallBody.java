package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.rest.internal.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;

/**
 * Receives a small body that has not come in yet without holding a thread, so that any number of slow senders stops nobody.
 * When it is complete, the request is dispatched once more, with the body.
 */
final class SmallBody implements ReadListener, AsyncListener {

    /** Larger ones are read by the thread that answers, which few may do at a time. */
    static final int MAX_BYTES = 64 * 1024;
    private static final long DEADLINE_MILLIS = 10_000;
    private static final String RECEIVED = SmallBody.class.getName();

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Problems problems;
    private final ServletInputStream body;
    private final AsyncContext waiting;
    private boolean over;

    private SmallBody(HttpServletRequest request, HttpServletResponse response, Problems problems) throws IOException {
        this.request = request;
        this.response = response;
        this.problems = problems;
        this.body = request.getInputStream();
        this.waiting = request.startAsync();
    }

    /** Whether the body is a small one of which something is still missing. */
    static boolean isAwaited(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length > 0 && length <= MAX_BYTES && request.getHeader("Transfer-Encoding") == null
                && request.isAsyncSupported() && request.getInputStream().available() < length;
    }

    /** Comes back at once; the request is dispatched again when the body is there, and refused with 408 if it does not come. */
    static void receive(HttpServletRequest request, HttpServletResponse response, Problems problems) throws IOException {
        SmallBody receiver = new SmallBody(request, response, problems);
        receiver.waiting.setTimeout(DEADLINE_MILLIS);
        receiver.waiting.addListener(receiver);
        receiver.body.setReadListener(receiver);
    }

    /** The request with the body that was received, or null if none was awaited. */
    static HttpServletRequest received(HttpServletRequest request) {
        Object body = request.getAttribute(RECEIVED);
        request.removeAttribute(RECEIVED);
        return body instanceof byte[] bytes ? new WithBody(request, bytes) : null;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] buffer = new byte[4096];
        while (body.isReady()) {
            int count = body.read(buffer);
            if (count < 0) {
                return;
            }
            received.write(buffer, 0, count);
        }
    }

    @Override
    public void onAllDataRead() {
        if (finish()) {
            request.setAttribute(RECEIVED, received.toByteArray());
            waiting.dispatch();
        }
    }

    @Override
    public void onError(Throwable gone) {
        refuse(400);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        refuse(408);
    }

    private void refuse(int status) {
        if (finish()) {
            try {
                problems.refuse(Problem.ofStatus(status), request, response);
            } catch (IOException gone) {
                problems.senderGone(request, gone);
            } finally {
                waiting.complete();
            }
        }
    }

    private synchronized boolean finish() {
        boolean first = !over;
        over = true;
        return first;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // nothing is held
    }

    @Override
    public void onError(AsyncEvent event) {
        refuse(400);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the answer's own
    }

    private static final class WithBody extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body has been read");
        }
    }
}
