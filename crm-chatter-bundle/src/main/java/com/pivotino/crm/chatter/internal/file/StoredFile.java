package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.attachment.Attachment;
import com.pivotino.crm.api.chatter.FeedEntry;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** A file by its name, with what it hangs on. Several may share one content. */
@Entity
@Table(name = "ch_attachment")
public class StoredFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    private Long id;
    @Version
    private long version;
    private String name;
    private String type;
    private long size;
    private String sha256;
    private long uploader;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private Long recordId;
    @Column(name = "entry_id")
    private Long entryId;
    @Column(name = "activity_id")
    private Long activityId;

    protected StoredFile() {
    }

    StoredFile(String name, String type, long size, String sha256, long uploader, Instant now) {
        this.name = name;
        this.type = type;
        this.size = size;
        this.sha256 = sha256;
        this.uploader = uploader;
        this.createdAt = now;
    }

    /** The same file for another entry of its record. */
    StoredFile again() {
        StoredFile copy = new StoredFile(name, type, size, sha256, uploader, createdAt);
        copy.hang(record(), null, activityId);
        return copy;
    }

    /** Hangs it on a record; an entry and an activity that it has already stay. */
    void hang(RecordRef record, Long entry, Long activity) {
        recordType = record.type();
        recordId = record.id();
        entryId = entryId == null ? entry : entryId;
        activityId = activityId == null ? activity : activityId;
    }

    /** Hangs on nothing again, and is kept for a day from now. */
    void comeLoose(Instant now) {
        recordType = null;
        recordId = null;
        activityId = null;
        createdAt = now;
    }

    boolean isOfActivity() {
        return activityId != null;
    }

    /** Is shown by no entry any more. */
    void leaveEntry() {
        entryId = null;
    }

    boolean isLoose() {
        return recordId == null;
    }

    boolean isShownBy(Long entry) {
        return entryId != null && entryId.equals(entry);
    }

    boolean isShown() {
        return entryId != null;
    }

    boolean isOf(Long user) {
        return user != null && user == uploader;
    }

    /** What it hangs on, or null. */
    RecordRef record() {
        return recordId == null ? null : new RecordRef(recordType, recordId);
    }

    public Long entryId() {
        return entryId;
    }

    long id() {
        return id;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    Attachment toRecord() {
        return new Attachment(id, name, type, size, sha256);
    }

    /** As an entry of a feed shows it. */
    public FeedEntry.Attachment toEntry() {
        return new FeedEntry.Attachment(id, name, type, size);
    }
}
