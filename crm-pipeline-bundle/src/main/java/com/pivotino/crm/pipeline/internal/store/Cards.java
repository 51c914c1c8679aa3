package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.support.Sql;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.EntityManager;
import javax.persistence.Id;

/**
 * Opportunities by SQL, to be shown and not to be changed. The columns come in the order in which EclipseLink keeps an
 * entity's, by attribute behind the id: in any other it looks for each value of each row by name, among all of them.
 */
final class Cards {
    static final String COLUMNS = Arrays.stream(OpportunityEntity.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .sorted(Comparator.comparing((Field field) -> !field.isAnnotationPresent(Id.class)).thenComparing(Field::getName))
            .map(field -> "o." + (field.isAnnotationPresent(Column.class) ? field.getAnnotation(Column.class).name() : field.getName()))
            .collect(Collectors.joining(", "));

    private Cards() {
    }

    /** By a query that selects {@link #COLUMNS}; not noted by the transaction, which is half the work. */
    @SuppressWarnings("unchecked")
    static List<OpportunityEntity> read(EntityManager em, String sql, List<Object> values) {
        return Sql.bind(em.createNativeQuery(sql, OpportunityEntity.class), values).setHint("eclipselink.read-only", "True")
                .getResultList();
    }
}
