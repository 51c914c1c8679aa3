package com.pivotino.crm.chatter;

import com.pivotino.crm.api.attachment.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** A store that misbehaves in one way. */
final class SabotagedStore implements FileStore {

    enum Way { THROWS, ERROR, OVERFLOW, NULL, NONSENSE, NO_CONTENT, THROWS_WHEN_KEEPING, ERROR_WHEN_KEEPING, INTERRUPTS_AND_THROWS }

    private final FileStore store;
    private final Way way;

    SabotagedStore(FileStore store, Way way) {
        this.store = store;
        this.way = way;
    }

    @Override
    public Incoming receive(InputStream body, long maxBytes) throws IOException {
        switch (way) {
            case THROWS -> throw new IllegalStateException("sabotage");
            case ERROR -> throw new LinkageError("sabotage");
            case OVERFLOW -> deeper(1);
            case NULL -> {
                return null;
            }
            case INTERRUPTS_AND_THROWS -> {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("sabotage");
            }
            default -> {
                // Fails later.
            }
        }
        return new Sabotaged(way, store.receive(body, maxBytes));
    }

    private static int deeper(int depth) {
        return depth + deeper(depth + 1);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return store.open(sha256);
    }

    @Override
    public void delete(String sha256) throws IOException {
        store.delete(sha256);
    }

    @Override
    public List<String> keptBefore(Instant instant) throws IOException {
        return store.keptBefore(instant);
    }

    private record Sabotaged(Way way, Incoming incoming) implements Incoming {

        @Override
        public String sha256() {
            return way == Way.NONSENSE ? "../../etc/passwd" : incoming.sha256();
        }

        @Override
        public long size() {
            return incoming.size();
        }

        @Override
        public InputStream content() throws IOException {
            return way == Way.NO_CONTENT ? null : incoming.content();
        }

        @Override
        public void keep() throws IOException {
            if (way == Way.THROWS_WHEN_KEEPING) {
                throw new IllegalStateException("sabotage");
            }
            if (way == Way.ERROR_WHEN_KEEPING) {
                throw new LinkageError("sabotage");
            }
            incoming.keep();
        }

        @Override
        public void close() throws IOException {
            incoming.close();
        }
    }
}
