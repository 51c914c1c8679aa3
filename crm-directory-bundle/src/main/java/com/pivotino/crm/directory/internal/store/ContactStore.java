package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.text.SearchText;
import com.pivotino.crm.directory.internal.domain.ContactCard;
import com.pivotino.crm.directory.internal.domain.SearchTerms;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import com.pivotino.crm.support.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Contacts in the database, with the words that they are found by. */
public final class ContactStore {

    private final JpaTemplate jpa;

    public ContactStore(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Keeps a new one; it has its id and version when this returns. */
    public ContactCard add(ContactCard card) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.persist(card);
            em.flush();
            index(card.contact().id(), Set.of(), card.terms());
            return card;
        });
    }

    /** Writes what the caller changed of a loaded one; it has its new version when this returns. */
    public void flush(ContactCard card, Set<String> termsBefore) {
        jpa.tx(TransactionType.Required, em -> {
            em.flush();
            index(card.contact().id(), termsBefore, card.terms());
        });
    }

    /** Writes that one was deleted: it is found by no word any more. */
    public void forget(ContactCard card, Set<String> terms) {
        jpa.tx(TransactionType.Required, em -> {
            em.flush();
            index(card.contact().id(), terms, Set.of());
        });
    }

    /** The contact, deleted or not. */
    public Optional<ContactCard> find(long id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(ContactCard.class, id)));
    }

    /** Those of the ids that exist, deleted or not. */
    public List<ContactCard> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT c FROM ContactCard c WHERE c.id IN :ids", ContactCard.class)
                .setParameter("ids", Set.copyOf(ids)).getResultList());
    }

    /** Those with one of these names, oldest first. */
    public List<ContactCard> named(Collection<String> names) {
        Set<String> keys = new LinkedHashSet<>();
        names.stream().filter(name -> name != null && !name.isBlank()).map(TextNormalization::key).forEach(keys::add);
        return keys.isEmpty() ? List.of() : jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT c FROM ContactCard c WHERE c.nameKey IN :keys AND c.deletedAt IS NULL ORDER BY c.id",
                        ContactCard.class).setParameter("keys", keys).getResultList());
    }

    /** The oldest with this address. */
    public Optional<ContactCard> addressed(String email) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT c FROM ContactCard c WHERE c.emailKey = :key AND c.deletedAt IS NULL ORDER BY c.id",
                        ContactCard.class).setParameter("key", TextNormalization.key(email)).setMaxResults(1).getResultStream()
                        .findFirst());
    }

    /**
     * Those with this address, a number that ends alike, or exactly this name; null asks for nothing. The last digits are
     * one of the terms that a number is kept under.
     */
    @SuppressWarnings("unchecked")
    public List<ContactCard> similar(String email, String phone, String name, int limit) {
        List<String> ways = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (email != null && !email.isBlank()) {
            ways.add("SELECT e.id FROM dir_contact e WHERE e.email_key = ?");
            values.add(TextNormalization.key(email));
        }
        String tail = SearchText.numberTail(phone);
        if (tail != null) {
            ways.add("SELECT t.contact_id FROM dir_contact_term t WHERE t.term = ?");
            values.add(tail);
        }
        if (name != null && !name.isBlank()) {
            ways.add("SELECT n.id FROM dir_contact n WHERE n.name_key = ?");
            values.add(TextNormalization.key(name));
        }
        if (ways.isEmpty()) {
            return List.of();
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            Query query = em.createNativeQuery("SELECT c.* FROM dir_contact c WHERE c.deleted_at IS NULL AND c.id IN ("
                    + String.join(" UNION ALL ", ways) + ") ORDER BY c.id", ContactCard.class).setMaxResults(limit);
            return Sql.bind(query, values).getResultList();
        });
    }

    /** One page; filters {@code q, email, phone} (its last digits) and {@code bounced}. */
    public Page<Contact> list(ListQuery query) {
        Keyset<ContactCard> list = new Keyset<>(ContactCard.class, "dir_contact", "name_key").where("deleted_at IS NULL");
        if (query.filter("email") != null) {
            list.where("email_key = ?", TextNormalization.key(query.filter("email")));
        }
        if (query.filter("phone") != null) {
            String tail = SearchText.numberTail(query.filter("phone"));
            list.where("id IN (SELECT contact_id FROM dir_contact_term WHERE term = ?)", tail == null ? "" : tail);
        }
        if (query.filter("bounced") != null) {
            list.where("bounced = ?", query.filter("bounced").equals("true"));
        }
        for (String term : query.filter("q") == null ? Set.<String>of() : SearchTerms.asked(query.filter("q"))) {
            list.where("id IN (SELECT contact_id FROM dir_contact_term WHERE term >= ? AND term < ?)", term,
                    SearchText.after(term));
        }
        return jpa.txExpr(TransactionType.Required,
                em -> list.page(em, query, ContactCard::nameKey, Contact::id, ContactCard::contact));
    }

    private void index(long id, Set<String> before, Set<String> now) {
        jpa.tx(TransactionType.Required, em -> {
            for (String term : before) {
                if (!now.contains(term)) {
                    em.createNativeQuery("DELETE FROM dir_contact_term WHERE contact_id = ? AND term = ?")
                            .setParameter(1, id).setParameter(2, term).executeUpdate();
                }
            }
            for (String term : now) {
                if (!before.contains(term)) {
                    em.createNativeQuery("INSERT INTO dir_contact_term (contact_id, term) VALUES (?, ?)")
                            .setParameter(1, id).setParameter(2, term).executeUpdate();
                }
            }
        });
    }

    /** Those with one of these addresses, oldest first. */
    public List<ContactCard> addressed(Collection<String> emails) {
        Set<String> keys = new LinkedHashSet<>();
        emails.forEach(email -> keys.add(TextNormalization.key(email)));
        return keys.isEmpty() ? List.of() : jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT c FROM ContactCard c WHERE c.emailKey IN :keys AND c.deletedAt IS NULL ORDER BY c.id",
                        ContactCard.class).setParameter("keys", keys).getResultList());
    }

    /** Those of a company whose name begins so or has a word that does; by name. The company's words find it by an index. */
    @SuppressWarnings("unchecked")
    public List<ContactCard> ofCompany(String company, String text, int limit) {
        List<Object> values = new ArrayList<>(List.of(TextNormalization.key(company)));
        StringBuilder sql = new StringBuilder(
                "SELECT c.* FROM dir_contact c WHERE c.deleted_at IS NULL AND LOWER(c.company) = ?");
        for (String term : SearchTerms.asked(company)) {
            sql.append(" AND c.id IN (SELECT contact_id FROM dir_contact_term WHERE term = ?)");
            values.add(term);
        }
        String like = TextNormalization.key(text).replaceAll("([!%_])", "!$1") + "%";
        values.add(like);
        values.add("% " + like);
        sql.append(" AND (c.name_key LIKE ? ESCAPE '!' OR c.name_key LIKE ? ESCAPE '!') ORDER BY c.name_key, c.id");
        return jpa.txExpr(TransactionType.Required, em -> {
            Query query = em.createNativeQuery(sql.toString(), ContactCard.class).setMaxResults(limit);
            return Sql.bind(query, values).getResultList();
        });
    }
}
