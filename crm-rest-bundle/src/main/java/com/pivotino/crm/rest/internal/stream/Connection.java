package com.pivotino.crm.rest.internal.stream;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One answer that does not end. It is written without waiting: what the peer does not take yet stands in a queue with a
 * limit, and a peer that is too slow for it is cut; it comes again and resumes.
 */
final class Connection implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int MAX_WAITING_BYTES = 256 * 1024;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean ready;
    private boolean ended;

    /** The response has its status and headers already. */
    Connection(AsyncContext context) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
    }

    /** Begins to write; the queue may hold something already. */
    void open() {
        out.setWriteListener(this);
    }

    /** Queues a piece; false if the connection has ended, also by being too slow. */
    synchronized boolean send(byte[] piece) {
        if (ended) {
            return false;
        }
        if (waitingBytes + piece.length > MAX_WAITING_BYTES) {
            LOG.info("A slow reader of the event stream is cut");
            end();
            return false;
        }
        waiting.add(piece);
        waitingBytes += piece.length;
        if (ready) {
            drain();
        }
        return !ended;
    }

    @Override
    public synchronized void onWritePossible() {
        ready = true;
        drain();
    }

    @Override
    public synchronized void onError(Throwable error) {
        end();
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Ends the answer; what waits is not written any more. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            waiting.clear();
            context.complete();
        }
    }

    private void drain() {
        try {
            while (!ended && out.isReady()) {
                byte[] piece = waiting.poll();
                if (piece == null) {
                    out.flush();
                    return;
                }
                waitingBytes -= piece.length;
                out.write(piece);
            }
            ready = false; // the container calls onWritePossible when it goes on
        } catch (IOException e) {
            LOG.debug("A reader of the event stream has gone", e);
            end();
        }
    }
}
