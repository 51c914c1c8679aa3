package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.pipeline.ExportKey;
import com.pivotino.crm.pipeline.internal.domain.ChangeLine;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.OwnKey;
import com.pivotino.crm.support.Sql;
import com.pivotino.crm.support.SqlStatement;
import com.pivotino.crm.support.StaleVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.EntityManager;

/** Opportunities in the database. */
public final class OpportunityStore {
    private static final int CHUNK = 500;
    private final EntityManager em;

    public OpportunityStore(EntityManager em) {
        this.em = em;
    }

    public Optional<OpportunityEntity> find(long id) {
        return Optional.ofNullable(em.find(OpportunityEntity.class, id));
    }

    /** Those of the ids that exist; one query for every five hundred. */
    public List<OpportunityEntity> findAll(Collection<Long> ids) {
        List<OpportunityEntity> found = new ArrayList<>();
        List<Long> all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += CHUNK) {
            found.addAll(em.createQuery("SELECT o FROM OpportunityEntity o WHERE o.id IN :ids", OpportunityEntity.class)
                    .setParameter("ids", all.subList(i, Math.min(all.size(), i + CHUNK))).getResultList());
        }
        return found;
    }

    public void add(OpportunityEntity opportunity) {
        em.persist(opportunity);
    }

    /** Removes it and all that is kept of it here. */
    public void remove(OpportunityEntity opportunity) {
        new ActiveTotals(em).count(opportunity.id(), -1);
        for (String table : List.of("pl_term", "pl_history", "pl_change", "pl_tag", "pl_open_activity")) {
            PipelineStores.sql(em, "DELETE FROM " + table + " WHERE opportunity_id = ?", opportunity.id()).update();
        }
        em.remove(opportunity);
        em.flush();
    }

    /** One page, to be shown. */
    public List<OpportunityEntity> page(Where where, Sort sort, String cursor, int limit) {
        sort.goOn(where, cursor);
        return Cards.read(em, "SELECT " + Cards.COLUMNS + " FROM pl_opportunity o WHERE " + where.sql() + " ORDER BY "
                + sort.orderBy() + " LIMIT " + limit, where.values());
    }

    public long count(Where where) {
        return SqlStatement.of(em, "SELECT COUNT(*) FROM pl_opportunity o WHERE " + where.sql(), where.values()).number();
    }

    /** Ids of the cards that stand in a stage. */
    public List<Long> idsIn(long stageId) {
        List<Long> ids = new ArrayList<>();
        for (Object id : PipelineStores.sql(em, "SELECT id FROM pl_opportunity WHERE stage_id = ? ORDER BY stage_id, rank_key, id DESC",
                stageId).column()) {
            ids.add(((Number) id).longValue());
        }
        return ids;
    }

    /** Makes the tags searchable; they are kept on the opportunity too. */
    public void indexTags(OpportunityEntity opportunity) {
        PipelineStores.aside(em, "DELETE FROM pl_tag WHERE opportunity_id = ?", opportunity.id()).update();
        for (String tag : opportunity.tags()) {
            PipelineStores.aside(em, "INSERT INTO pl_tag (opportunity_id, tag_key) VALUES (?, ?)", opportunity.id(),
                    tag.toLowerCase(Locale.ROOT)).update();
        }
    }

    /** Somebody does something around it: an import that made it does not take it away any more. */
    public void markWorked(long id) {
        PipelineStores.aside(em, "UPDATE pl_opportunity SET worked = TRUE WHERE id = ? AND worked = FALSE", id).update();
    }

    public void log(ChangeLine line) {
        em.persist(line);
    }

    /** The first change of each member after a version, by member. */
    public Map<String, ChangeLine> changesSince(long id, long version) {
        return StaleVersion.firstByMember(em.createQuery("SELECT c FROM ChangeLine c WHERE c.opportunityId = :id"
                + " AND c.version > :version ORDER BY c.version, c.id", ChangeLine.class).setParameter("id", id)
                .setParameter("version", version).getResultList(), ChangeLine::field);
    }

    /** How many open ones each of these customers has, of those that the condition lets through. */
    public Map<Long, Long> openByCustomer(Where where, Collection<Long> customers) {
        Map<Long, Long> open = new HashMap<>();
        if (!customers.isEmpty()) {
            where.and("o.outcome = 'open'").in("o.customer_id", customers);
            SqlStatement.of(em, "SELECT o.customer_id, COUNT(*) FROM pl_opportunity o WHERE "
                    + where.sql()
                    + " GROUP BY o.customer_id", where.values()).rows()
                    .forEach(row -> open.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        }
        return open;
    }

    /** Open ones with this address, a number that ends alike, or one of these customers; the newest. */
    @SuppressWarnings("unchecked")
    public List<OpportunityEntity> similar(Where readable, String emailKey, String phoneKey, Collection<Long> customers, int limit) {
        List<String> alike = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Map.Entry<String, Collection<?>> way : Map.<String, Collection<?>>of("email_key", listOf(emailKey), "phone_key",
                listOf(phoneKey), "customer_id", customers).entrySet()) {
            if (!way.getValue().isEmpty()) {
                alike.add("SELECT s.id FROM pl_opportunity s WHERE s." + way.getKey() + " IN (" + Sql.marks(way.getValue()) + ")");
                values.addAll(way.getValue());
            }
        }
        if (alike.isEmpty()) {
            return List.of();
        }
        readable.and("o.outcome = 'open'").and("o.id IN (" + String.join(" UNION ALL ", alike) + ")", values.toArray());
        return Sql.bind(em.createNativeQuery("SELECT o.* FROM pl_opportunity o WHERE " + readable.sql()
                + " ORDER BY o.id DESC LIMIT "
                + limit, OpportunityEntity.class), readable.values()).getResultList();
    }

    /** Those with this address and no customer: the open ones, oldest first, and this one whatever its outcome. */
    public List<OpportunityEntity> withoutCustomer(String emailKey, long id, int limit) {
        return em.createQuery("SELECT o FROM OpportunityEntity o WHERE o.emailKey = :email AND o.customerId IS NULL"
                + " AND (o.outcome = 'open' OR o.id = :id) ORDER BY o.id", OpportunityEntity.class)
                .setParameter("email", emailKey).setParameter("id", id).setMaxResults(limit).getResultList();
    }

    private static List<String> listOf(String value) {
        return value == null ? List.of() : List.of(value);
    }

    /** The oldest opportunity with each of these keys, whoever may read it. */
    public Map<String, Long> idsByExternalId(Collection<String> keys) {
        return idsByExternalId(Where::new, keys);
    }

    /** The oldest opportunity with each of these keys that the actor may read. */
    public Map<String, Long> idsByExternalId(Actor actor, Collection<String> keys) {
        return idsByExternalId(() -> Where.readableBy(actor), keys);
    }

    private Map<String, Long> idsByExternalId(Supplier<Where> among, Collection<String> keys) {
        Map<String, Long> ids = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += CHUNK) {
            List<String> part = all.subList(i, Math.min(all.size(), i + CHUNK));
            pairs(among.get(), "external_id", part).forEach(row -> ids.putIfAbsent((String) row[0], ((Number) row[1]).longValue()));
        }
        addOwn(among, ids, all);
        return ids;
    }

    /** Keys that an export gave to those without one. */
    private void addOwn(Supplier<Where> among, Map<String, Long> ids, List<String> keys) {
        List<ExportKey> own = keys.stream().filter(key -> !ids.containsKey(key)).flatMap(key -> ExportKey.parse(key).stream()).toList();
        Map<Long, OpportunityEntity> cards = new HashMap<>();
        if (!own.isEmpty()) {
            List<Long> known = pairs(among.get(), "id", own.stream().map(ExportKey::id).toList()).stream()
                    .map(row -> ((Number) row[1]).longValue()).toList();
            findAll(known).forEach(card -> cards.put(card.id(), card));
        }
        own.stream().filter(key -> cards.containsKey(key.id()) && OwnKey.isOf(key, cards.get(key.id())))
                .forEach(key -> ids.put(key.text(), key.id()));
    }

    /** The value of a column with the id, by id. */
    private List<Object[]> pairs(Where among, String column, Collection<?> wanted) {
        Where where = among.in("o." + column, wanted);
        return SqlStatement.of(em, "SELECT o." + column + ", o.id FROM pl_opportunity o WHERE "
                + where.sql() + " ORDER BY o.id", where.values()).rows();
    }

    /** All of a customer, by id. */
    public List<OpportunityEntity> ofCustomer(long contactId) {
        return em.createQuery("SELECT o FROM OpportunityEntity o WHERE o.customerId = :id ORDER BY o.id",
                OpportunityEntity.class).setParameter("id", contactId).getResultList();
    }

    /** The customer has a new name; no version grows by it. */
    public void renameCustomer(long contactId, String name) {
        List<OpportunityEntity> cards = ofCustomer(contactId);
        PipelineStores.sql(em, "UPDATE pl_opportunity SET customer_name = ? WHERE customer_id = ?", name, contactId).update();
        for (OpportunityEntity card : cards) {
            em.refresh(card);
            new SearchIndex(em).refresh(card);
        }
    }
}
