package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.support.CompositeKey;
import java.util.Arrays;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Somebody was cited in a message and told of it; once, however often it is edited (SEMANTICS V4). */
@Entity
@Table(name = "ch_mention")
@IdClass(Mention.Key.class)
public class Mention {

    @Id
    @Column(name = "entry_id")
    private long entryId;
    @Id
    @Column(name = "person_kind")
    private String personKind;
    @Id
    @Column(name = "person_id")
    private long personId;

    protected Mention() {
    }

    /** @param personKind {@code user} or {@code contact} */
    public Mention(long entryId, String personKind, long personId) {
        this.entryId = entryId;
        this.personKind = personKind;
        this.personId = personId;
    }

    public PersonRef person() {
        return personKind.equals("user") ? PersonRef.user(personId) : PersonRef.contact(personId);
    }

    /** Identifies a mention. */
    public static class Key extends CompositeKey {

        private static final long serialVersionUID = 1L;

        private long entryId;
        private String personKind;
        private long personId;

        public Key() {
        }

        @Override
        protected List<?> parts() {
            return Arrays.asList(entryId, personKind, personId);
        }
    }
}
