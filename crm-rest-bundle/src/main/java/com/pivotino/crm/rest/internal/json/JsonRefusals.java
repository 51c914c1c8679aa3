package com.pivotino.crm.rest.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.rest.internal.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Jackson says, in the words of REST.md: never a class name, always the member. */
final class JsonRefusals {

    private JsonRefusals() {
    }

    static RuntimeException of(JsonProcessingException e) {
        if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
            return invalid(e, "out_of_range", "This number is out of range.");
        }
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return Refusal.malformed("The body is nested too deeply, or holds a number, name or text that is too long.", e);
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CrmException refused) {
                return at(path(e), refused);
            }
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return refused("unknown_field", path(e), "unknown_field", "There is no such member.", unknown);
        }
        if (e instanceof InvalidFormatException format && format.getTargetType() != null && format.getTargetType().isEnum()) {
            return invalid(e, "invalid", "This must be one of " + Stream.of(format.getTargetType().getEnumConstants())
                    .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ".");
        }
        if (e instanceof MismatchedInputException && String.valueOf(e.getOriginalMessage()).startsWith("Trailing token")) {
            return Refusal.malformed("Something stands behind the JSON of the body.", e);
        }
        if (e instanceof InvalidNullException empty && empty.getPropertyName() != null) {
            String path = path(e);
            String member = empty.getPropertyName().getSimpleName();
            return refused("validation_failed", path.isEmpty() ? member : path, "invalid", "The list must not hold null.", e);
        }
        if (e instanceof MismatchedInputException mismatch) {
            boolean missing = mismatch.getTargetType() != null && mismatch.getTargetType().isPrimitive()
                    && String.valueOf(mismatch.getOriginalMessage()).contains("null");
            return path(e).isEmpty() ? notAnObject(e)
                    : invalid(e, missing ? "required" : "invalid", missing ? "This is required." : wanted(mismatch.getTargetType()));
        }
        if (e.getCause() instanceof NullPointerException missing && missing.getMessage() != null) {
            return invalid(e, "required", "A part of this is missing.");
        }
        if (e instanceof JsonMappingException && e.getCause() != null && !(e.getCause() instanceof JsonProcessingException)) {
            return invalid(e, "invalid", "This is not valid.");
        }
        return Refusal.malformed("The body is not valid JSON.", e);
    }

    static CrmException notAnObject(Throwable cause) {
        return new CrmException(CrmException.Kind.VALIDATION, "validation_failed", "The body must be a JSON object of the documented "
                + "shape.", List.of(), Map.of(), cause);
    }

    private static CrmException invalid(JsonProcessingException e, String code, String message) {
        return refused("validation_failed", path(e), code, message, e);
    }

    private static CrmException refused(String code, String field, String fieldCode, String message, Throwable cause) {
        return new CrmException(CrmException.Kind.VALIDATION, code, field + ": " + message,
                List.of(new FieldProblem(field, fieldCode, message)), Map.of(), cause);
    }

    private static CrmException at(String path, CrmException refused) {
        String own = path.substring(path.lastIndexOf('.') + 1);
        List<FieldProblem> fields = refused.fields().stream().map(problem -> new FieldProblem(
                path.isEmpty() || problem.field().equals(own) || problem.field().isEmpty() ? (path.isEmpty() ? problem.field() : path)
                        : path + "." + problem.field(), problem.code(), problem.message())).toList();
        return new CrmException(refused.kind(), refused.code(), refused.getMessage(), fields, refused.extras(), refused);
    }

    private static String path(JsonProcessingException e) {
        return !(e instanceof JsonMappingException mapping) ? "" : mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "This has the wrong type.";
        }
        if (type == String.class) {
            return "This must be a text.";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "This must be true or false.";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "This must be a number.";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "This must be a list.";
        }
        if (type.getName().startsWith("java.time.")) {
            return "This must be a date or time in ISO 8601.";
        }
        return "This has the wrong type.";
    }
}
