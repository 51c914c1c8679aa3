package com.pivotino.crm.rest.internal.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.pivotino.crm.api.rest.MergePatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/**
 * JSON as REST.md wants it: records only, enums in lower case, instants in ISO 8601, money as a decimal string, nothing
 * guessed. Unknown members, wrong types, duplicate members, trailing text, deep nesting and huge numbers are refused.
 */
public final class Json {

    private static final int DEPTH = 64;
    private static final int STRING_CHARS = 1 << 20;
    private static final int NUMBER_CHARS = 100;
    private static final int DOCUMENT_CHARS = 2 << 20;
    private static final int NAME_CHARS = 200;

    private final JsonMapper mapper;

    public Json() {
        StreamReadConstraints limits = StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(STRING_CHARS)
                .maxNumberLength(NUMBER_CHARS).maxDocumentLength(DOCUMENT_CHARS).maxNameLength(NAME_CHARS).build();
        mapper = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
                .addModules(new JavaTimeModule(), new JsonShapes())
                .accessorNaming(new ComponentNames())
                .annotationIntrospector(new LowerCaseEnums())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                        SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
                .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .build();
    }

    /**
     * Reads a body; an empty one is an empty object.
     *
     * @throws com.pivotino.crm.api.CrmException {@code unknown_field} or {@code validation_failed} naming the member
     * @throws com.pivotino.crm.rest.internal.problem.Refusal 400 if it is not JSON
     */
    public Object read(byte[] body, Type type) {
        String text = JsonText.of(body);
        text = text.isBlank() ? "{}" : text;
        try {
            if (type == MergePatch.class) {
                return new MergePatch(required(mapper.readValue(text, mapper.getTypeFactory().constructMapType(Map.class,
                        String.class, Object.class))));
            }
            return required(mapper.readValue(text, mapper.constructType(type)));
        } catch (JsonProcessingException e) {
            throw JsonRefusals.of(e);
        }
    }

    private static <T> T required(T value) {
        if (value == null) {
            throw JsonRefusals.notAnObject(null);
        }
        return value;
    }

    /** The value as a tree; members with null stay. */
    public JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    /** The value as UTF-8. */
    public byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("An answer cannot be written as JSON", e);
        }
    }
}
