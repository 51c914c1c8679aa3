package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.attachment.Attachment;
import com.pivotino.crm.api.chatter.RecipientPreview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Hangs files on records: one's own that hang on nothing yet, and those of the same record. Joins the running transaction. */
public final class FileLinks {

    private static final int MOST = 100;
    /** More than this together goes into mails as links. */
    public static final long MAIL_BYTES = 10L << 20;

    private final FileRows rows;

    public FileLinks(EntityManager em) {
        this.rows = new FileRows(em);
    }

    /** Which of these the user may link to the record. */
    public List<Long> linkable(Long user, RecordRef record, Collection<Long> ids) {
        Map<Long, StoredFile> found = found(ids);
        return distinct(ids).stream().filter(id -> isLinkable(found.get(id), user, record)).toList();
    }

    /** Refuses with {@code validation_failed} on {@code attachmentIds} if one of them may not be linked. */
    public void check(Long user, RecordRef record, Collection<Long> ids) {
        if (ids.size() > MOST) {
            throw invalid("too_many", "At most " + MOST + " files at once.");
        }
        List<Long> allowed = linkable(user, record, ids);
        for (Long id : distinct(ids)) {
            if (!allowed.contains(id)) {
                // says the same of what is not there and of what is somebody else's
                throw invalid("invalid", "File " + id + " is not there for you to attach.");
            }
        }
    }

    /**
     * Checks and links.
     *
     * @param entry    or null
     * @param activity or null
     * @return as the entry shows them
     */
    public List<Attachment> link(Long user, RecordRef record, Collection<Long> ids, Long entry, Long activity) {
        check(user, record, ids);
        Map<Long, StoredFile> found = found(ids);
        List<Attachment> linked = new ArrayList<>();
        for (Long id : distinct(ids)) {
            StoredFile file = found.get(id);
            boolean elsewhere = entry != null && file.isShown() && !file.isShownBy(entry);
            StoredFile shown = elsewhere ? file.again() : file;
            shown.hang(record, entry, activity);
            linked.add((elsewhere ? rows.add(shown) : shown).toRecord());
        }
        return linked;
    }

    /** Takes off the record what no entry shows. */
    public void unlink(RecordRef record, Collection<Long> ids, Instant now) {
        found(ids).values().stream().filter(file -> record.equals(file.record()) && !file.isShown())
                .forEach(file -> file.comeLoose(now));
    }

    /** How each file goes into mails: all as links once they are more than 10 MB together (SEMANTICS L7). */
    public List<RecipientPreview.File> inMail(Collection<Long> ids) {
        Map<Long, StoredFile> found = found(ids);
        long bytes = found.values().stream().mapToLong(StoredFile::size).sum();
        String delivery = bytes > MAIL_BYTES ? "link" : "attached";
        return distinct(ids).stream().filter(found::containsKey).map(id -> new RecipientPreview.File(id, delivery)).toList();
    }

    public boolean hasFiles(long entry) {
        return !rows.ofEntry(entry).isEmpty();
    }

    /** The entry is gone: its files go too, unless an activity has them as well (SEMANTICS C4). */
    public void release(long entry) {
        for (StoredFile file : rows.ofEntry(entry)) {
            if (file.isOfActivity()) {
                file.leaveEntry();
            } else {
                rows.remove(file);
            }
        }
    }

    private static boolean isLinkable(StoredFile file, Long user, RecordRef record) {
        return file != null && (file.isLoose() ? file.isOf(user) : record.equals(file.record()));
    }

    private Map<Long, StoredFile> found(Collection<Long> ids) {
        return rows.find(distinct(ids)).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    private static Collection<Long> distinct(Collection<Long> ids) {
        return ids.stream().filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static CrmException invalid(String code, String message) {
        return CrmException.invalid("attachmentIds", code, message);
    }
}
