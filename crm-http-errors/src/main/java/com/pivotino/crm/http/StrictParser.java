package com.pivotino.crm.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;

/**
 * Refuses a header whose lines do not end in CR LF. RFC 9112, 2.2 lets a server take a bare LF, as Jetty does; a proxy in front of it
 * that does not would see other headers, or another request.
 */
final class StrictParser extends HttpParser {

    private byte before;
    /** Bytes of the current line, without its end. */
    private int length;
    private boolean begun;

    StrictParser(RequestHandler handler, int headerSize, HttpCompliance compliance) {
        super(handler, headerSize, compliance);
    }

    @Override
    public boolean parseNext(ByteBuffer buffer) {
        if (getState().ordinal() < State.CONTENT.ordinal() && hasBareLineFeed(buffer)) {
            buffer.position(buffer.limit());
            badMessage(new BadMessageException("A line ends in CR LF"));
            return false;
        }
        return super.parseNext(buffer);
    }

    @Override
    public void reset() {
        super.reset();
        before = 0;
        length = 0;
        begun = false;
    }

    /** Looks at what is left of the header in the buffer, and not at the body behind it. */
    private boolean hasBareLineFeed(ByteBuffer buffer) {
        for (int i = buffer.position(); i < buffer.limit(); i++) {
            byte now = buffer.get(i);
            if (now != '\n') {
                length += now == '\r' ? 0 : 1;
                begun |= length > 0;
            } else if (before != '\r') {
                return true;
            } else if (begun && length == 0) {
                return false;
            } else {
                length = 0;
            }
            before = now;
        }
        return false;
    }
}
