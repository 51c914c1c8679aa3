package com.pivotino.crm.directory.internal.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Settings in the database: name and text. */
public final class SettingStore {

    private final JpaTemplate jpa;

    public SettingStore(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What was ever set. */
    public Map<String, String> all() {
        return jpa.txExpr(TransactionType.Required, em -> {
            Map<String, String> all = new HashMap<>();
            @SuppressWarnings("unchecked")
            List<Object[]> rows = em.createNativeQuery("SELECT name, text_value FROM dir_setting").getResultList();
            rows.forEach(row -> all.put((String) row[0], (String) row[1]));
            return all;
        });
    }

    /** The text of one, or null. */
    public String one(String name) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<?> rows = em.createNativeQuery("SELECT text_value FROM dir_setting WHERE name = ?").setParameter(1, name)
                    .getResultList();
            return rows.isEmpty() ? null : (String) rows.get(0);
        });
    }

    /** Sets these; the caller holds the lock on the settings. */
    public void put(Map<String, String> texts) {
        jpa.tx(TransactionType.Required, em -> texts.forEach((name, text) -> {
            int updated = em.createNativeQuery("UPDATE dir_setting SET text_value = ? WHERE name = ?")
                    .setParameter(1, text).setParameter(2, name).executeUpdate();
            if (updated == 0) {
                em.createNativeQuery("INSERT INTO dir_setting (name, text_value) VALUES (?, ?)")
                        .setParameter(1, name).setParameter(2, text).executeUpdate();
            }
        }));
    }
}
