package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.attachment.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file store, which may be a partner's: whatever it throws or answers is a refusal of the one request that needed it. Without a
 * deadline, for a body takes as long as its sender; a store that hangs holds up the uploads and downloads that use it.
 */
final class GuardedFileStore implements FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedFileStore.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final FileStore store;

    private GuardedFileStore(FileStore store) {
        this.store = store;
    }

    static FileStore of(FileStore store) {
        return store instanceof GuardedFileStore ? store : new GuardedFileStore(store);
    }

    /** What is asked of a store. */
    private interface Question<T> {
        T ask() throws IOException;
    }

    @Override
    public Incoming receive(InputStream body, long maxBytes) throws IOException {
        Incoming incoming = answer(() -> store.receive(body, maxBytes));
        try {
            String sha256 = answer(incoming::sha256);
            long size = answer(incoming::size);
            if (!SHA256.matcher(sha256).matches() || size < 0 || size > maxBytes) {
                throw refused(null, "it says that a content is " + sha256 + " of " + size + " bytes");
            }
            return new Received(this, incoming, sha256, size);
        } catch (CrmException e) {
            answered(incoming::close);
            throw e;
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return answer(() -> store.open(sha256));
    }

    @Override
    public void delete(String sha256) throws IOException {
        answered(() -> store.delete(sha256));
    }

    @Override
    public List<String> keptBefore(Instant instant) throws IOException {
        List<String> kept = answer(() -> store.keptBefore(instant));
        return answer(() -> kept.stream().filter(name -> name != null && SHA256.matcher(name).matches()).toList());
    }

    private interface Deed {
        void act() throws IOException;
    }

    private void answered(Deed deed) throws IOException {
        answer(() -> {
            deed.act();
            return true;
        });
    }

    private <T> T answer(Question<T> question) throws IOException {
        boolean before = Thread.currentThread().isInterrupted();
        try {
            T answer = question.ask();
            if (answer == null) {
                throw refused(null, "it answers null");
            }
            return answer;
        } catch (CrmException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw refused(e, e.toString());
        } finally {
            if (!before) {
                // What the store did to this thread must not reach the database.
                Thread.interrupted();
            }
        }
    }

    private CrmException refused(Throwable cause, String why) {
        LOG.warn("The file store {} does not work: {}", store.getClass().getName(), why, cause);
        return new CrmException(CrmException.Kind.UNAVAILABLE, "unavailable", "Files cannot be stored or read at the moment.", List.of(),
                Map.of(), cause);
    }

    /** A body as the store has received it. */
    private record Received(GuardedFileStore guard, Incoming incoming, String sha256, long size) implements Incoming {

        @Override
        public InputStream content() throws IOException {
            return guard.answer(incoming::content);
        }

        @Override
        public void keep() throws IOException {
            guard.answered(incoming::keep);
        }

        @Override
        public void close() throws IOException {
            guard.answered(incoming::close);
        }
    }
}
