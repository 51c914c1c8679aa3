package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Users in the database. */
public final class UserStore {

    private final JpaTemplate jpa;

    public UserStore(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Keeps a new one; it has its id and version when this returns. */
    public UserAccount add(UserAccount user) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.persist(user);
            em.flush();
            return user;
        });
    }

    /** Writes what the caller changed of loaded ones; they have their new versions when this returns. */
    public void flush() {
        jpa.tx(TransactionType.Required, em -> em.flush());
    }

    public Optional<UserAccount> find(long id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(UserAccount.class, id)));
    }

    /** Those of the ids that exist, active or not. */
    public List<UserAccount> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT u FROM UserAccount u WHERE u.id IN :ids", UserAccount.class)
                .setParameter("ids", Set.copyOf(ids)).getResultList());
    }

    public Optional<UserAccount> byLogin(String login) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT u FROM UserAccount u WHERE u.loginKey = :key", UserAccount.class)
                .setParameter("key", TextNormalization.key(login)).getResultStream().findFirst());
    }

    /** The one user with exactly this name; empty if there is none or several. */
    public Optional<UserAccount> byName(String name) {
        List<UserAccount> found = jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT u FROM UserAccount u WHERE u.nameKey = :key", UserAccount.class)
                .setParameter("key", TextNormalization.key(name)).setMaxResults(2).getResultList());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    public boolean isEmpty() {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT u.id FROM UserAccount u", Long.class).setMaxResults(1).getResultList().isEmpty());
    }

    /** How many active administrators there are beside this user. */
    public long otherAdmins(long userId) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT COUNT(u) FROM UserAccount u WHERE u.admin = TRUE AND u.active = TRUE AND u.id <> :id",
                        Long.class).setParameter("id", userId).getSingleResult());
    }

    /** One page; filters {@code q} (part of name, login or address) and {@code active}. */
    public Page<User> list(ListQuery query) {
        Keyset<UserAccount> list = new Keyset<>(UserAccount.class, "dir_user", "name_key");
        String search = query.filter("q");
        if (search != null && !search.isBlank()) {
            String like = "%" + TextNormalization.key(search).replaceAll("([!%_])", "!$1") + "%";
            list.where("(name_key LIKE ? ESCAPE '!' OR login_key LIKE ? ESCAPE '!' OR email_key LIKE ? ESCAPE '!')",
                    like, like, like);
        }
        String active = query.filter("active");
        if (active != null) {
            if (!Set.of("true", "false").contains(active)) {
                throw CrmException.invalid("active", "invalid", "This must be true or false.");
            }
            list.where("active = ?", Boolean.valueOf(active));
        }
        return jpa.txExpr(TransactionType.Required,
                em -> list.page(em, query, UserAccount::nameKey, User::id, UserAccount::user));
    }

    /** Active ones whose login or full name is one of these. */
    public List<UserAccount> called(Collection<String> loginsOrNames) {
        return active("(u.loginKey IN :keys OR u.nameKey IN :keys)", loginsOrNames);
    }

    /** Active ones with one of these addresses. */
    public List<UserAccount> addressed(Collection<String> emails) {
        return active("u.emailKey IN :keys", emails);
    }

    private List<UserAccount> active(String where, Collection<String> texts) {
        Set<String> keys = texts.stream().map(TextNormalization::key).collect(Collectors.toSet());
        return keys.isEmpty() ? List.of() : jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT u FROM UserAccount u WHERE u.active = TRUE AND " + where + " ORDER BY u.id",
                        UserAccount.class).setParameter("keys", keys).getResultList());
    }

    /** Active ones whose name or login begins so, or has a word that does; by name. */
    public List<UserAccount> matching(String text, int limit) {
        // Both databases escape with a backslash by default; a clause that says so would keep EclipseLink from binding parameters.
        String like = TextNormalization.key(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT u FROM UserAccount u WHERE u.active = TRUE AND (u.nameKey LIKE :start"
                        + " OR u.nameKey LIKE :word OR u.loginKey LIKE :start)"
                        + " ORDER BY u.nameKey, u.id", UserAccount.class)
                .setParameter("start", like).setParameter("word", "% " + like).setMaxResults(limit).getResultList());
    }
}
