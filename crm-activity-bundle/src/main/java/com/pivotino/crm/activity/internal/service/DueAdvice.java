package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.standard.StandardDueDates;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.rest.DateRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks everybody who says due dates, before the transaction (SEMANTICS A4, B2): the highest ranking first, whose answer is
 * not empty wins. Who fails, or says a day before the base or out of range, has said nothing.
 */
final class DueAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(DueAdvice.class);
    private static final int MOST_CHARS = 500;

    private final PluginInvoker invoker;
    private final Plugins<DueDatePolicy> policies = Plugins.of(DueDatePolicy.class);

    DueAdvice(PluginInvoker invoker) {
        this.invoker = invoker;
    }

    /** Somebody has come, or has other properties now. */
    void add(DueDatePolicy policy, Map<String, Object> properties) {
        policies.come(policy, properties);
    }

    void remove(DueDatePolicy policy) {
        policies.go(policy);
    }

    /** Whether anybody but ourselves says due dates. */
    boolean hasPartners() {
        return policies.used().stream().anyMatch(policy -> !(policy.service() instanceof StandardDueDates));
    }

    /** What was answered to each of the questions; those without an answer are not in it. */
    Map<DueDateQuestion, DueDate> ask(Collection<DueDateQuestion> questions) {
        Map<DueDateQuestion, DueDate> said = new HashMap<>();
        questions.forEach(question -> ask(question).ifPresent(answer -> said.put(question, answer)));
        return said;
    }

    private Optional<DueDate> ask(DueDateQuestion question) {
        return policies.matching(DueDatePolicy.TYPE, question.type().key()).stream()
                .filter(plugin -> plugin.matches(DueDatePolicy.TEAM, question.teamId()))
                .map(plugin -> said(plugin, question)).flatMap(Optional::stream).findFirst();
    }

    private Optional<DueDate> said(Plugin<DueDatePolicy> plugin, DueDateQuestion question) {
        PluginAnswer<Optional<DueDate>> answer = invoker.ask(plugin, policy -> policy.dueDate(question));
        Optional<DueDate> date = answer.answer().flatMap(said -> said);
        if (date.isPresent() && (date.get().date().isBefore(question.base()) || !DateRange.contains(date.get().date()))) {
            LOG.warn("{} says {} as due date for {}, which cannot be: it is left out", plugin.name(), date.get().date(), question.base());
            return Optional.empty();
        }
        return date.map(said -> new DueDate(said.date(), cut(said.explanation())));
    }

    private static String cut(String explanation) {
        return explanation == null || explanation.length() <= MOST_CHARS ? explanation : explanation.substring(0, MOST_CHARS);
    }
}
