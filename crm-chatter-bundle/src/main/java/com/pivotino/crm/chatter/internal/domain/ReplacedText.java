package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.chatter.MessageDetail;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** What a message said before it was edited or deleted, for administrators (SEMANTICS C4). */
@Entity
@Table(name = "ch_entry_text")
public class ReplacedText {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    private Long id;
    @Column(name = "entry_id")
    private long entryId;
    private String body;
    private String source;
    @Column(name = "replaced_at")
    private Instant replacedAt;
    @Column(name = "replaced_by")
    private Long replacedBy;

    protected ReplacedText() {
    }

    public ReplacedText(FeedLine entry, Instant now, Long by) {
        this.entryId = entry.id();
        this.body = entry.body();
        this.source = entry.source();
        this.replacedAt = now;
        this.replacedBy = by;
    }

    public MessageDetail.Version toRecord() {
        return new MessageDetail.Version(body, replacedAt);
    }
}
