package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.rest.DateRange;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;

/** Path and query parameters: in a path what cannot be read is not found, in a query it is refused by its name. */
public final class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.ofEntries(
            Map.entry(long.class, Parameters::number), Map.entry(Long.class, Parameters::number),
            Map.entry(int.class, text -> Math.toIntExact(number(text))),
            Map.entry(Integer.class, text -> Math.toIntExact(number(text))),
            Map.entry(boolean.class, Parameters::flag), Map.entry(Boolean.class, Parameters::flag),
            Map.entry(LocalDate.class, text -> DateRange.parse("date", text)),
            Map.entry(Instant.class, text -> DateRange.require("time", Instant.parse(text))),
            Map.entry(RecordRef.class, RecordRef::parse), Map.entry(PersonRef.class, PersonRef::parse));

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> reader = type.isEnum() ? text -> constant(type, text) : READERS.get(type);
        return reader == null ? null : new ParamConverter<>() {
            @Override
            public T fromString(String text) {
                try {
                    return text.isEmpty() && !type.isPrimitive() ? null : (T) reader.apply(text);
                } catch (IllegalArgumentException | ArithmeticException | DateTimeException | CrmException e) {
                    throw refusal(annotations, e);
                }
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }

    private static RuntimeException refusal(Annotation[] annotations, RuntimeException cause) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                FieldProblem problem = cause instanceof CrmException refused && !refused.fields().isEmpty()
                        ? refused.fields().get(0) : new FieldProblem("", "invalid", "This cannot be read.");
                return new CrmException(CrmException.Kind.VALIDATION, "validation_failed", query.value() + ": " + problem.message(),
                        List.of(new FieldProblem(query.value(), problem.code(), problem.message())), Map.of(), cause);
            }
            if (annotation instanceof PathParam) {
                return new NotFoundException(cause);
            }
        }
        return cause;
    }

    private static Long number(String text) {
        if (!text.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException("not a whole number");
        }
        return Long.valueOf(text);
    }

    private static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.valueOf(text);
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }
}
