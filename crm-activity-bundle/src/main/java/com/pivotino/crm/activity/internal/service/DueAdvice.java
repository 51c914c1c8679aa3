package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.SettingsService;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Asks everybody who says due dates, before the transaction (SEMANTICS A4, B2): the highest ranking first, whose answer is
 * not empty wins. Who fails, or says a day before the base, has said nothing.
 */
@Component(service = DueAdvice.class)
public final class DueAdvice {

    private final Directory directory;
    private final SettingsService settings;
    private final PluginInvoker invoker;
    private final Map<DueDatePolicy, Plugin<DueDatePolicy>> policies = new ConcurrentHashMap<>();

    @Activate
    public DueAdvice(@Reference Directory directory, @Reference SettingsService settings, @Reference PluginInvoker invoker) {
        this.directory = directory;
        this.settings = settings;
        this.invoker = invoker;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPolicy(DueDatePolicy policy, Map<String, Object> properties) {
        policies.put(policy, new Plugin<>(policy, properties));
    }

    /** Its properties have changed. */
    public void updatedPolicy(DueDatePolicy policy, Map<String, Object> properties) {
        addPolicy(policy, properties);
    }

    public void removePolicy(DueDatePolicy policy) {
        policies.remove(policy);
    }

    Directory directory() {
        return directory;
    }

    Settings settings() {
        return settings.current();
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
