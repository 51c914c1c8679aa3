package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * A person or company outside. Made, edited, at last deleted: then it is in no list any more, but stays readable by id
 * and name for the records that refer to it.
 */
@Entity
@Table(name = "dir_contact")
@SequenceGenerator(name = "dir_seq", sequenceName = "dir_seq", allocationSize = 50)
public class ContactCard {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dir_seq")
    private Long id;
    @Version
    private long version;
    private String name;
    @Column(name = "name_key")
    private String nameKey;
    private String email;
    @Column(name = "email_key")
    private String emailKey;
    private String phone;
    @Column(name = "phone_digits")
    private String phoneDigits;
    private String company;
    private boolean bounced;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "deleted_at")
    private Instant deletedAt;
    /** The one that it became part of. */
    @Column(name = "merged_into")
    private Long mergedInto;

    protected ContactCard() {
    }

    public ContactCard(NewContact contact, Instant now) {
        createdAt = now;
        edit(contact, false);
    }

    /** Takes other data; an address that changed is believed again. */
    public final void edit(NewContact contact, boolean mailBounced) {
        String address = TextNormalization.email(contact.email());
        String called = TextNormalization.line("name", contact.name(), TextNormalization.NAME);
        if (called == null && address == null) {
            throw CrmException.invalid("name", "required", "A contact needs a name or an email address.");
        }
        boolean sameAddress = Objects.equals(TextNormalization.key(address), emailKey);
        name = called == null ? address.substring(0, Math.min(TextNormalization.NAME, address.length())) : called;
        nameKey = TextNormalization.key(name);
        email = address;
        emailKey = TextNormalization.key(address);
        phone = TextNormalization.line("phone", contact.phone(), TextNormalization.PHONE);
        phoneDigits = TextNormalization.digits(phone);
        company = TextNormalization.line("company", contact.company(), TextNormalization.NAME);
        bounced = mailBounced && (sameAddress || !bounced);
    }

    /** Takes it out of all lists. */
    public void delete(Instant now) {
        deletedAt = now;
    }

    /** Becomes part of another one. */
    public void mergeInto(long other, Instant now) {
        mergedInto = other;
        delete(now);
    }

    /** Is again as it was. */
    public void restore(ContactMemo before, Instant now) {
        edit(before.members(), before.bounced());
        bounced = before.bounced();
        deletedAt = before.deleted() ? now : null;
        mergedInto = before.deleted() ? mergedInto : null;
    }

    /** Whether this is the address, in any case. */
    public boolean hasAddress(String address) {
        return emailKey != null && emailKey.equals(TextNormalization.key(address));
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** The id of the one that it became part of, or null. */
    public Long mergedInto() {
        return mergedInto;
    }

    public Set<String> terms() {
        return SearchTerms.of(name, email, company, phoneDigits);
    }

    /** The members that can be edited, as texts, for the change log. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("email", email);
        facts.put("phone", phone);
        facts.put("company", company);
        facts.put("bounced", String.valueOf(bounced));
        return facts;
    }

    public Contact contact() {
        return new Contact(id, version, name, email, phone, company, bounced);
    }

    public String nameKey() {
        return nameKey;
    }

    public String emailKey() {
        return emailKey;
    }
}
