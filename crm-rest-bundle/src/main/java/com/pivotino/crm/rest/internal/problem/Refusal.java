package com.pivotino.crm.rest.internal.problem;

/** A refusal that belongs to HTTP and not to the product: 400, 415 and the like. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem, Throwable cause) {
        super(problem.detail(), cause);
        this.problem = problem;
    }

    /** 400 {@code malformed}. */
    public static Refusal malformed(String detail, Throwable cause) {
        return new Refusal(new Problem(400, "malformed", detail), cause);
    }

    /** 408 {@code timeout}. */
    public static Refusal tooSlow(Throwable cause) {
        return new Refusal(new Problem(408, "timeout", "The body did not arrive in time."), cause);
    }

    /** 415 {@code unsupported_media_type}. */
    public static Refusal mediaType(String detail) {
        return new Refusal(new Problem(415, "unsupported_media_type", detail), null);
    }

    public Problem problem() {
        return problem;
    }
}
