package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.directory.internal.domain.FieldEdit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Which member of which record changed in which version, and what it was before. */
public final class ChangeLog {

    private final JpaTemplate jpa;

    public ChangeLog(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    public void add(Collection<FieldEdit> edits) {
        jpa.tx(TransactionType.Required, em -> edits.forEach(em::persist));
    }

    /** What changed after this version, oldest first. */
    public List<FieldEdit> since(String recordType, long recordId, long version) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT e FROM FieldEdit e WHERE e.recordType = :type AND e.recordId = :id"
                        + " AND e.version > :version ORDER BY e.version, e.id", FieldEdit.class)
                .setParameter("type", recordType).setParameter("id", recordId).setParameter("version", version)
                .getResultList());
    }

    /** The last change of the record. */
    public Optional<FieldEdit> last(String recordType, long recordId) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT e FROM FieldEdit e WHERE e.recordType = :type AND e.recordId = :id"
                        + " ORDER BY e.version DESC, e.id DESC", FieldEdit.class)
                .setParameter("type", recordType).setParameter("id", recordId).setMaxResults(1)
                .getResultStream().findFirst());
    }
}
