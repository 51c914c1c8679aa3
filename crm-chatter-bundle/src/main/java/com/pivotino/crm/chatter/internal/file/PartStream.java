package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.io.InputStream;

/** Content out of the database, one part in memory at a time, each read by itself: a slow reader holds no connection. */
final class PartStream extends InputStream {

    private final String sha256;
    private final ChatterCore core;
    private byte[] part = new byte[0];
    private int next;
    private int read;

    PartStream(String sha256, ChatterCore core) {
        this.sha256 = sha256;
        this.core = core;
    }

    @Override
    public int read() {
        return fill() ? part[read++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0 || !fill()) {
            return length == 0 ? 0 : -1;
        }
        int taken = Math.min(length, part.length - read);
        System.arraycopy(part, read, target, offset, taken);
        read += taken;
        return taken;
    }

    private boolean fill() {
        while (part != null && read == part.length) {
            int place = next++;
            part = core.read(em -> new FileParts(em).part(sha256, place));
            read = 0;
        }
        return part != null;
    }
}
