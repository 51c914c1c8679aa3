package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Asks all guards of a stage, in ranking order; the first denial or failure ends it (SEMANTICS B1). */
final class GuardRound {
    private final PluginInvoker invoker;
    private final Plugins<StageGuard> guards;
    private final Supplier<Set<String>> failOpen;

    /**
     * @param guards   as they come and go
     * @param failOpen names of guards whose failure lets the move pass
     */
    GuardRound(PluginInvoker invoker, Plugins<StageGuard> guards, Supplier<Set<String>> failOpen) {
        this.invoker = invoker;
        this.guards = guards;
        this.failOpen = failOpen;
    }

    boolean isEmpty() {
        return guards.isEmpty();
    }

    /** @throws CrmException {@code guard_refused}, naming the guard */
    void require(StageMove move) {
        guards.used().stream().filter(guard -> concerns(guard, move)).forEach(guard -> ask(guard, move));
    }

    private static boolean concerns(Plugin<StageGuard> guard, StageMove move) {
        NamedRef team = move.opportunity().team();
        return (guard.matches(StageGuard.STAGE, move.target().id()) || guard.matches(StageGuard.STAGE, move.target().key()))
                && guard.matches(StageGuard.PIPELINE, team == null ? null : team.id());
    }

    private void ask(Plugin<StageGuard> guard, StageMove move) {
        PluginAnswer<StageVerdict> answer = invoker.ask(guard, service -> service.check(move));
        StageVerdict verdict = answer.value();
        if (answer.disabled()) {
            return;
        }
        if (answer.failed() || verdict == null) {
            if (!failOpen.get().contains(name(guard))) {
                throw refused(guard, "guard.failed", "The check " + name(guard) + " did not answer, so nothing was moved.",
                        List.of());
            }
        } else if (!verdict.allowed()) {
            throw refused(guard, verdict.code(), verdict.message(), verdict.fields());
        }
    }

    private static CrmException refused(Plugin<StageGuard> guard, String reason, String message, List<FieldProblem> fields) {
        String detail = message == null || message.isBlank() ? "The check " + name(guard) + " refused the move." : message;
        return new CrmException(CrmException.Kind.VALIDATION, "guard_refused", detail, fields,
                Map.of("guard", name(guard), "reason", reason == null ? "denied" : reason), null);
    }

    private static String name(Plugin<StageGuard> guard) {
        Object name = guard.properties().get(StageGuard.NAME);
        if (name == null) {
            Object component = guard.properties().get("component.name");
            name = component == null ? "guard " + guard.serviceId()
                    : component.toString().substring(component.toString().lastIndexOf('.') + 1);
        }
        return name.toString();
    }
}
