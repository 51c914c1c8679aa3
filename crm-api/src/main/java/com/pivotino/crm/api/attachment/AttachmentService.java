package com.pivotino.crm.api.attachment;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files of records. A file is uploaded first, and is its uploader's alone; whoever may read the record that it is linked
 * to may read it from then on. One that is linked to nothing is removed after a day.
 */
@ProviderType
public interface AttachmentService {

    /**
     * Takes a file in. Larger than the setting {@code attachmentLimitMb} is {@code too_large}, as soon as that is seen;
     * empty or executable (by content or by name) is {@code validation_failed} on {@code name}.
     *
     * @param name        what to call it; cleaned
     * @param claimedType the media type that the caller names, or null; only tells kinds of text apart
     * @param body        its content, read once; not closed
     */
    Attachment upload(Actor actor, String name, String claimedType, InputStream body);

    /**
     * The content of a file that the actor may read, else {@code not_found}.
     *
     * @throws com.pivotino.crm.api.CrmException {@code file_missing} (409) if its content is lost
     */
    Content open(Actor actor, long id);

    /** Removes a file that is linked to nothing yet; its uploader alone may. Linked: {@code conflict} {@code attached}. */
    void delete(Actor actor, long id);

    /**
     * Refuses with {@code validation_failed} on {@code attachmentIds} what the actor may not link to this record: each must
     * be their own and linked to nothing, or on this record already.
     */
    void check(Actor actor, RecordRef record, Collection<Long> ids);

    /**
     * Checks and links files to an entry of the record's feed. What another entry shows already is shown by both. Linking
     * again what is linked so already changes nothing.
     *
     * @param tx         the running act, which locks the record
     * @param entryId    the entry, or null while there is none
     * @param activityId the activity that they belong to, or null
     * @return as the entry shows them, in the order of the ids; ids may differ from those asked for
     */
    List<Attachment> link(Transaction tx, RecordRef record, Long entryId, Long activityId, Collection<Long> ids);

    /**
     * Takes files off a record again: what no entry of a feed shows is its uploader's alone from now on, for a day. What is
     * shown stays, and so does what is not on this record.
     *
     * @param tx the running act, which locks the record
     */
    void unlink(Transaction tx, RecordRef record, Collection<Long> ids);

    /**
     * A file with its content.
     *
     * @param stream for the caller to close
     */
    record Content(Attachment attachment, InputStream stream) {
    }
}
