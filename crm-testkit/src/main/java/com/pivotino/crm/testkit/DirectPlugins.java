package com.pivotino.crm.testkit;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.util.function.Function;

/** Asks plugins on the caller's thread, without deadline and quarantine; an {@link IllegalStateException} is data, as with the real one. */
public final class DirectPlugins implements PluginInvoker {

    @Override
    public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
        try {
            R value = question.apply(plugin.service());
            return value == null ? new PluginAnswer<>(null, "null_answer", "null") : new PluginAnswer<>(value, null, null);
        } catch (IllegalStateException e) {
            return new PluginAnswer<>(null, "exception", e.getMessage());
        }
    }
}
