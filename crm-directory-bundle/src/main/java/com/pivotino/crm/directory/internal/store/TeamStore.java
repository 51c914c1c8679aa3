package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.directory.internal.domain.SalesTeam;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Teams in the database. */
public final class TeamStore {

    private final JpaTemplate jpa;

    public TeamStore(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Keeps a new one; it has its id and version when this returns. */
    public SalesTeam add(SalesTeam team) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.persist(team);
            em.flush();
            return team;
        });
    }

    /** Writes what the caller changed of loaded ones; they have their new versions when this returns. */
    public void flush() {
        jpa.tx(TransactionType.Required, em -> em.flush());
    }

    public void remove(SalesTeam team) {
        jpa.tx(TransactionType.Required, em -> {
            em.remove(team);
            em.flush();
        });
    }

    public Optional<SalesTeam> find(long id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(SalesTeam.class, id)));
    }

    /** Those of the ids that exist, ascending. Two queries, however many there are. */
    public List<Team> teams(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : jpa.txExpr(TransactionType.Required, em -> withMembers(em, em
                .createQuery("SELECT t FROM SalesTeam t WHERE t.id IN :ids ORDER BY t.id", SalesTeam.class)
                .setParameter("ids", Set.copyOf(ids)).getResultList()));
    }

    public Optional<SalesTeam> byName(String name) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT t FROM SalesTeam t WHERE t.nameKey = :key", SalesTeam.class)
                .setParameter("key", TextNormalization.key(name)).getResultStream().findFirst());
    }

    /** Ids of the teams that the user belongs to or leads, ascending. */
    public List<Long> idsOf(long userId) {
        return memberships(userId).stream().map(Membership::teamId).distinct().toList();
    }

    /** What the user has to do with teams, by team; who leads and belongs to one has two of it. */
    public List<Membership> memberships(long userId) {
        return jpa.txExpr(TransactionType.Required, em -> {
            @SuppressWarnings("unchecked")
            List<Object[]> rows = em.createNativeQuery("SELECT t.id, t.name, t.zone, 0 AS leads FROM dir_team_member m"
                    + " JOIN dir_team t ON t.id = m.team_id WHERE m.user_id = ? UNION ALL"
                    + " SELECT t.id, t.name, t.zone, 1 AS leads FROM dir_team t WHERE t.leader_id = ? ORDER BY 1, 4")
                    .setParameter(1, userId).setParameter(2, userId).getResultList();
            return rows.stream().map(row -> new Membership(((Number) row[0]).longValue(), (String) row[1],
                    (String) row[2], ((Number) row[3]).intValue() == 1)).toList();
        });
    }

    /** One page; filter {@code q}, part of the name. */
    public Page<Team> list(ListQuery query) {
        Keyset<SalesTeam> list = new Keyset<>(SalesTeam.class, "dir_team", "name_key");
        String search = query.filter("q");
        if (search != null && !search.isBlank()) {
            list.where("name_key LIKE ? ESCAPE '!'", "%" + TextNormalization.key(search).replaceAll("([!%_])", "!$1") + "%");
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            Page<SalesTeam> page = list.page(em, query, SalesTeam::nameKey, SalesTeam::id, team -> team);
            return new Page<>(withMembers(em, page.items()), page.next(), page.total());
        });
    }

    private static List<Team> withMembers(EntityManager em, List<SalesTeam> teams) {
        Map<Long, List<Long>> members = new HashMap<>();
        if (!teams.isEmpty()) {
            for (Object[] row : em.createQuery("SELECT t.id, m FROM SalesTeam t JOIN t.memberIds m WHERE t.id IN :ids",
                    Object[].class).setParameter("ids", teams.stream().map(SalesTeam::id).toList()).getResultList()) {
                members.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add(((Number) row[1]).longValue());
            }
        }
        return teams.stream().map(team -> team.team(members.getOrDefault(team.id(), List.of()))).toList();
    }

    /** A user belongs to a team, or leads it. */
    public record Membership(long teamId, String name, String zone, boolean leads) {
    }

    /** Those whose name begins so or has a word that does; by name. */
    public List<Team> matching(String text, int limit) {
        String like = TextNormalization.key(text).replaceAll("([!%_])", "!$1") + "%";
        return jpa.txExpr(TransactionType.Required, em -> withMembers(em, em
                .createQuery("SELECT t FROM SalesTeam t WHERE t.nameKey LIKE :start ESCAPE '!' OR t.nameKey LIKE :word ESCAPE '!'"
                        + " ORDER BY t.nameKey, t.id", SalesTeam.class)
                .setParameter("start", like).setParameter("word", "% " + like).setMaxResults(limit).getResultList()));
    }
}
