package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.rest.internal.problem.Refusal;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;

/** The request body, cut at its limit, with the hash of all that went through it. */
public final class LimitedBody extends ServletInputStream {

    private static final int GRACE_SECONDS = 5;
    private static final int BYTES_A_SECOND = 500;

    private final ServletInputStream body;
    private final MessageDigest digest;
    private long left;
    private long started;
    private long total;

    LimitedBody(ServletInputStream body, long limit) {
        this.body = body;
        this.left = limit;
        this.digest = sha256();
    }

    /** Reads what is left and answers the SHA-256 of the whole body in hexadecimal. */
    public String hash() {
        try {
            transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (IOException | CloneNotSupportedException e) {
            throw Refusal.malformed("The body ended too early.", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left < 0) {
            return -1; // refused already; CXF reads what is left before it answers
        }
        int count = received(buffer, offset, length);
        if (count > 0) {
            requirePace(count);
            left -= count;
            if (left < 0) {
                throw tooLarge();
            }
            digest.update(buffer, offset, count);
        }
        return count;
    }

    private int received(byte[] buffer, int offset, int length) {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? Refusal.tooSlow(e)
                    : Refusal.malformed("The body ended too early.", e);
        }
    }

    /** A sender that holds a thread has to send: {@value #BYTES_A_SECOND} bytes a second on average, after a while. */
    private void requirePace(int count) {
        long now = System.nanoTime();
        started = started == 0 ? now : started;
        total += count;
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - started);
        if (seconds >= GRACE_SECONDS && total < seconds * BYTES_A_SECOND) {
            throw Refusal.tooSlow(null);
        }
    }

    static CrmException tooLarge() {
        return new CrmException(CrmException.Kind.TOO_LARGE, "too_large", "The body is too large.");
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
