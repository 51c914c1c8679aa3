package com.pivotino.crm.activity;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.util.function.Function;

/** Asks on the same thread, failure being data as with the real one. */
final class DirectInvoker implements PluginInvoker {

    @Override
    public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
        try {
            R answer = question.apply(plugin.service());
            return answer == null ? new PluginAnswer<>(null, "null_answer", "null") : new PluginAnswer<>(answer, null, null);
        } catch (IllegalStateException e) {
            return new PluginAnswer<>(null, "exception", e.toString());
        }
    }
}
