package com.pivotino.crm.api.event;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The steps of one act of which each may fail while the others are kept (docs/adr/0006). A step that fails takes the whole
 * act with it, and the act runs again without that step: so no failed step leaves anything behind, whatever it had done, and
 * the act stays one act with one commit and one undo.
 *
 * <pre>{@code
 * Answer<Report> answer = Steps.<Long, Report>run(true, steps -> acts.attempt(act, tx -> {
 *     for (Long id : ids) {
 *         steps.step(id, () -> change(tx, id));
 *     }
 *     return report(steps);
 * }));
 * }</pre>
 *
 * @param <K> what names a step
 */
public final class Steps<K> {

    /** More failures than that are no matter of single steps: then the act fails with the last one. */
    private static final int MOST_FAILURES = 50;

    private final Map<K, CrmException> failures = new LinkedHashMap<>();
    private K running;

    private Steps() {
    }

    /**
     * Attempts the act until all steps that are left succeed.
     *
     * @param partial whether the others are done if a step fails; if not, its failure leaves this method
     * @param attempt makes one attempt; a failure outside of a step leaves this method
     */
    public static <K, T> Answer<T> run(boolean partial, Function<Steps<K>, Attempt<T>> attempt) {
        Steps<K> steps = new Steps<>();
        while (true) {
            steps.running = null;
            Attempt<T> made = attempt.apply(steps);
            if (!made.failed()) {
                return made.answer();
            }
            if (!partial || steps.running == null || steps.failures.size() == MOST_FAILURES) {
                throw made.failure();
            }
            steps.failures.put(steps.running, made.refusal());
        }
    }

    /** Does one step, unless it has failed in an earlier attempt. What it writes should be flushed in it. */
    public void step(K key, Runnable work) {
        if (!failures.containsKey(key)) {
            running = key;
            work.run();
            running = null;
        }
    }

    /** The failure of an earlier attempt of the step, if there was one. */
    public Optional<CrmException> failure(K key) {
        return Optional.ofNullable(failures.get(key));
    }
}
