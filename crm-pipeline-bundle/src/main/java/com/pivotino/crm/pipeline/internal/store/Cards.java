package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.support.InstantColumn;
import com.pivotino.crm.support.SqlStatement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.EntityManager;

/**
 * Opportunities by SQL, to be shown and not to be changed. They are read by JDBC and made here: a board has hundreds of cards, and
 * JPA takes ten times as long for each.
 */
final class Cards {
    private static final List<Field> FIELDS = Arrays.stream(OpportunityEntity.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()).toList();
    private static final Constructor<OpportunityEntity> MAKER = maker();
    private static final InstantColumn INSTANTS = new InstantColumn();
    static final String COLUMNS = FIELDS.stream()
            .map(field -> "o." + (field.isAnnotationPresent(Column.class) ? field.getAnnotation(Column.class).name() : field.getName()))
            .collect(Collectors.joining(", "));

    private Cards() {
    }

    /** By a query that selects {@link #COLUMNS}. */
    static List<OpportunityEntity> read(EntityManager em, String sql, List<Object> values) {
        return SqlStatement.of(em, sql, values).read(Cards::card);
    }

    private static OpportunityEntity card(ResultSet row) throws SQLException {
        try {
            OpportunityEntity card = MAKER.newInstance();
            for (int i = 0; i < FIELDS.size(); i++) {
                Field field = FIELDS.get(i);
                field.set(card, value(row, i + 1, field.getType()));
            }
            return card;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A card cannot be made of its row", e);
        }
    }

    private static Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        if (type == String.class) {
            return row.getString(column);
        }
        if (type == Instant.class) {
            return INSTANTS.convertToEntityAttribute(row.getTimestamp(column));
        }
        if (type == LocalDate.class) {
            return row.getObject(column, LocalDate.class);
        }
        if (type == BigDecimal.class) {
            return row.getBigDecimal(column);
        }
        Number number = type == long.class || type == Long.class ? (Number) row.getLong(column) : (Number) row.getInt(column);
        return row.wasNull() && !type.isPrimitive() ? null : number;
    }

    private static Constructor<OpportunityEntity> maker() {
        try {
            Constructor<OpportunityEntity> maker = OpportunityEntity.class.getDeclaredConstructor();
            maker.setAccessible(true);
            return maker;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("JPA asks for a constructor without parameters", e);
        }
    }
}
