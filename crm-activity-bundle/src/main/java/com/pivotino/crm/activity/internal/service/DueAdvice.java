package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.standard.StandardDueDates;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Asks everybody who says due dates, before the transaction (SEMANTICS A4, B2): the highest ranking first, whose answer is
 * not empty wins. Who fails, or says a day before the base, has said nothing.
 */
final class DueAdvice {

    private final PluginInvoker invoker;
    private final Map<DueDatePolicy, Plugin<DueDatePolicy>> policies = new ConcurrentHashMap<>();

    DueAdvice(PluginInvoker invoker) {
        this.invoker = invoker;
    }

    /** Somebody has come, or has other properties now. */
    void add(DueDatePolicy policy, Map<String, Object> properties) {
        policies.put(policy, new Plugin<>(policy, properties));
    }

    void remove(DueDatePolicy policy) {
        policies.remove(policy);
    }

    /** Whether anybody but ourselves says due dates. */
    boolean hasPartners() {
        return policies.keySet().stream().anyMatch(policy -> !(policy instanceof StandardDueDates));
    }

    /** What was answered to each of the questions; those without an answer are not in it. */
    Map<DueDateQuestion, DueDate> ask(Collection<DueDateQuestion> questions) {
        Map<DueDateQuestion, DueDate> said = new HashMap<>();
        questions.forEach(question -> ask(question).ifPresent(answer -> said.put(question, answer)));
        return said;
    }

    private Optional<DueDate> ask(DueDateQuestion question) {
        return policies.values().stream().sorted().filter(plugin -> concerns(plugin, question))
                .map(plugin -> said(plugin, question)).flatMap(Optional::stream).findFirst();
    }

    private Optional<DueDate> said(Plugin<DueDatePolicy> plugin, DueDateQuestion question) {
        PluginAnswer<Optional<DueDate>> answer = invoker.ask(plugin, policy -> policy.dueDate(question));
        return answer.answer().flatMap(said -> said).filter(said -> !said.date().isBefore(question.base()));
    }

    private static boolean concerns(Plugin<DueDatePolicy> plugin, DueDateQuestion question) {
        return holds(plugin.properties().get(DueDatePolicy.TYPE), question.type().key())
                && holds(plugin.properties().get(DueDatePolicy.TEAM), question.teamId());
    }

    private static boolean holds(Object property, Object value) {
        return property == null || values(property).map(String::valueOf).anyMatch(String.valueOf(value)::equals);
    }

    private static Stream<?> values(Object property) {
        if (property instanceof Collection<?> many) {
            return many.stream();
        }
        if (property instanceof long[] ids) {
            return Arrays.stream(ids).boxed();
        }
        return property instanceof Object[] many ? Arrays.stream(many) : List.of(property).stream();
    }
}
