package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.chatter.Subtype;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** Somebody follows a record: at most once (SEMANTICS W1), an external person never with internal subtypes (W3). */
@Entity
@Table(name = "ch_follower")
public class Following {

    private static final Duration ACCESS = Duration.ofDays(90);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    private Long id;
    @Version
    private long version;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private long recordId;
    @Column(name = "person_kind")
    private String personKind;
    @Column(name = "person_id")
    private long personId;
    private String subtypes;
    private boolean internal;
    private Instant since;
    @Column(name = "access_until")
    private Instant accessUntil;
    @Column(name = "access_generation")
    private int accessGeneration = 1;

    protected Following() {
    }

    /** Follows with the default subtypes (SEMANTICS W2). */
    public Following(RecordRef record, PersonRef person, Instant since) {
        this.recordType = record.type();
        this.recordId = record.id();
        this.personKind = kind(person);
        this.personId = person.id();
        this.internal = person.isUser();
        this.since = since;
        extendAccess(since);
        this.subtypes = Arrays.stream(Subtype.values()).filter(s -> s.byDefault(internal)).map(Subtype::key)
                .collect(Collectors.joining(","));
    }

    /**
     * Chooses what to hear of.
     *
     * @throws CrmException {@code validation_failed} on {@code subtypes} for an unknown one, or an internal one of an
     *                      external person
     */
    public void choose(Collection<String> keys) {
        for (String key : keys) {
            Subtype subtype = Subtype.of(key).orElseThrow(
                    () -> CrmException.invalid("subtypes", "invalid", "There is no subtype " + key + "."));
            if (subtype.internal() && !internal) {
                throw CrmException.invalid("subtypes", "internal_subtype",
                        "Only colleagues can follow " + subtype.key() + ".");
            }
        }
        subtypes = String.join(",", new TreeSet<>(keys));
    }

    /** The follower is the same as another contact, who follows in their place. */
    public void become(PersonRef other) {
        personKind = kind(other);
        personId = other.id();
    }

    /** Somebody who is no colleague any more does not hear of what is internal (SEMANTICS W3). */
    public void dropInternal() {
        subtypes = subtypes().stream().filter(key -> Subtype.of(key).filter(subtype -> !subtype.internal()).isPresent()).sorted()
                .collect(Collectors.joining(","));
    }

    /** A follower outside reads by a link until 90 days after the last message (SEMANTICS W7). */
    public final void extendAccess(Instant lastMessage) {
        if (!internal) {
            accessUntil = lastMessage.plus(ACCESS);
        }
    }

    public boolean hasAccess(Instant now) {
        return !internal && accessUntil != null && now.isBefore(accessUntil);
    }

    /** The link works no more; a later one is another. */
    public void revokeAccess() {
        accessUntil = null;
        accessGeneration++;
    }

    public int accessGeneration() {
        return accessGeneration;
    }

    public Instant accessUntil() {
        return accessUntil;
    }

    public RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    public boolean isOf(RecordRef record) {
        return recordType.equals(record.type()) && recordId == record.id();
    }

    public PersonRef person() {
        return new PersonRef(PersonRef.Kind.valueOf(personKind.toUpperCase(Locale.ROOT)), personId);
    }

    public Follower toRecord(String name) {
        return new Follower(id, new NamedPerson(personKind, personId, name), subtypes(), internal, accessUntil);
    }

    /** Keys of what the follower hears of. */
    public Set<String> subtypes() {
        return subtypes.isEmpty() ? Set.of() : Set.of(subtypes.split(","));
    }

    public Long id() {
        return id;
    }

    /** As the database has it. */
    public static String kind(PersonRef person) {
        return person.kind().name().toLowerCase(Locale.ROOT);
    }
}
