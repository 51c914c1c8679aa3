package com.pivotino.crm.rest.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateTimeDeserializer;
import com.pivotino.crm.api.rest.DateRange;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;

/** Dates and times of bodies, in the range of {@link DateRange}; the path in the JSON names the member. */
final class DatesInRange {

    private static final String BY_PATH = "";

    private DatesInRange() {
    }

    static void addTo(SimpleModule module) {
        module.addDeserializer(LocalDate.class, new InRange<>(LocalDateDeserializer.INSTANCE,
                date -> DateRange.require(BY_PATH, date)));
        module.addDeserializer(Instant.class, new InRange<>(InstantDeserializer.INSTANT,
                instant -> DateRange.require(BY_PATH, instant)));
        module.addDeserializer(LocalDateTime.class, new InRange<>(LocalDateTimeDeserializer.INSTANCE, time -> {
            DateRange.require(BY_PATH, time.toLocalDate());
            return time;
        }));
    }

    private static final class InRange<T> extends JsonDeserializer<T> {

        private final JsonDeserializer<T> reader;
        private final UnaryOperator<T> range;

        InRange(JsonDeserializer<T> reader, UnaryOperator<T> range) {
            this.reader = reader;
            this.range = range;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            T value = reader.deserialize(in, context);
            return value == null ? null : range.apply(value);
        }
    }
}
