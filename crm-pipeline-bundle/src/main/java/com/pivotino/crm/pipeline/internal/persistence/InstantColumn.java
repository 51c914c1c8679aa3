package com.pivotino.crm.pipeline.internal.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
<<<<<<< HEAD

=======
>>>>>>> pipeline
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/** Instants stand in the database as timestamps in UTC. */
<<<<<<< HEAD
@Converter
public class InstantColumn implements AttributeConverter<Instant, Timestamp> {
=======
@Converter(autoApply = true)
public final class InstantColumn implements AttributeConverter<Instant, Timestamp> {
>>>>>>> pipeline

    @Override
    public Timestamp convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    @Override
<<<<<<< HEAD
    public Instant convertToEntityAttribute(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
=======
    public Instant convertToEntityAttribute(Timestamp column) {
        return column == null ? null : column.toLocalDateTime().toInstant(ZoneOffset.UTC);
>>>>>>> pipeline
    }
}
