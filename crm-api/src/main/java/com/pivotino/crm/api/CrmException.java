package com.pivotino.crm.api;

import java.util.List;
import java.util.Map;

/**
 * The one vocabulary of refusals; the REST publisher turns it into problem+json (REST.md, RFC 9457).
 * Nothing has changed when one of these leaves a service.
 */
public class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The families of refusals; each has one HTTP status, which only the REST publisher knows. */
    public enum Kind {
        UNAUTHENTICATED(401), FORBIDDEN(403), NOT_FOUND(404), VERSION_CONFLICT(412), CONFLICT(409), VALIDATION(422), TOO_LARGE(413),
        RATE_LIMITED(429), UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status of the kind, also of a row in a {@link BulkReport}. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<FieldProblem> fields;
    private final transient Map<String, Object> extras;

    /**
     * @param kind   the family
     * @param code   the stable code of REST.md
     * @param detail one sentence for a person, without internals
     * @param fields the members at fault, may be empty
     * @param extras further members of the problem document, such as {@code current}
     * @param cause  what led to it, may be null
     */
    public CrmException(Kind kind, String code, String detail, List<FieldProblem> fields, Map<String, Object> extras,
            Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.code = code;
        this.fields = List.copyOf(fields);
        this.extras = Map.copyOf(extras);
    }

    public CrmException(Kind kind, String code, String detail) {
        this(kind, code, detail, List.of(), Map.of(), null);
    }

    /** 404: not there, or not for this caller to know. */
    public static CrmException notFound(String what) {
        return new CrmException(Kind.NOT_FOUND, "not_found", what + " was not found.");
    }

    /** 403: seen, but not allowed. */
    public static CrmException forbidden(String detail) {
        return new CrmException(Kind.FORBIDDEN, "forbidden", detail);
    }

    /** 422 {@code validation_failed} for one member. */
    public static CrmException invalid(String field, String code, String message) {
        return invalid(List.of(new FieldProblem(field, code, message)));
    }

    /** 422 {@code validation_failed} for several members. */
    public static CrmException invalid(List<FieldProblem> fields) {
        return refused("validation_failed", fields.get(0).message(), fields);
    }

    /** 422 with a code of its own, such as {@code lost_reason_required}. */
    public static CrmException refused(String code, String detail, List<FieldProblem> fields) {
        return new CrmException(Kind.VALIDATION, code, detail, fields, Map.of(), null);
    }

    /** 409 with a code of its own. */
    public static CrmException conflict(String code, String detail) {
        return new CrmException(Kind.CONFLICT, code, detail);
    }

    /** 412 {@code version_conflict} with the current state and its last editor (SEMANTICS P8). */
    public static CrmException versionConflict(Map<String, Object> extras) {
        return new CrmException(Kind.VERSION_CONFLICT, "version_conflict",
                "This was changed in the meantime.", List.of(), extras, null);
    }

    /** 503: try again later. */
    public static CrmException unavailable(String detail, Throwable cause) {
        return new CrmException(Kind.UNAVAILABLE, "unavailable", detail, List.of(), Map.of(), cause);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<FieldProblem> fields() {
        return fields == null ? List.of() : fields;
    }

    public Map<String, Object> extras() {
        return extras == null ? Map.of() : extras;
    }
}
