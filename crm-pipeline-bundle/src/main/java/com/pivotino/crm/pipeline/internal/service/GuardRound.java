package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Asks all guards of a stage, in ranking order; the first denial or failure ends it (SEMANTICS B1). */
final class GuardRound {
    private final PluginInvoker invoker;
    private final Supplier<Collection<Plugin<StageGuard>>> guards;
    private final Set<String> failOpen;

    /**
     * @param guards   those present at the moment of asking
     * @param failOpen names of guards whose failure lets the move pass
     */
    GuardRound(PluginInvoker invoker, Supplier<Collection<Plugin<StageGuard>>> guards, Set<String> failOpen) {
        this.invoker = invoker;
        this.guards = guards;
        this.failOpen = Set.copyOf(failOpen);
    }

    boolean isEmpty() {
        return guards.get().isEmpty();
    }

    /** @throws CrmException {@code guard_refused}, naming the guard */
    void require(StageMove move) {
        for (Plugin<StageGuard> guard : guards.get().stream().sorted().toList()) {
            if (concerns(guard, move)) {
                ask(guard, move);
            }
        }
    }

    private void ask(Plugin<StageGuard> guard, StageMove move) {
        PluginAnswer<StageVerdict> answer = invoker.ask(guard, service -> service.check(move));
        StageVerdict verdict = answer.value();
        if (answer.failed() || verdict == null) {
            if (!failOpen.contains(name(guard))) {
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

    private static boolean concerns(Plugin<StageGuard> guard, StageMove move) {
        List<String> stages = guard.texts(StageGuard.STAGE);
        List<String> teams = guard.texts(StageGuard.PIPELINE);
        NamedRef team = move.opportunity().team();
        return (stages.isEmpty() || stages.contains(String.valueOf(move.target().id())) || stages.contains(move.target().key()))
                && (teams.isEmpty() || team != null && teams.contains(String.valueOf(team.id())));
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
