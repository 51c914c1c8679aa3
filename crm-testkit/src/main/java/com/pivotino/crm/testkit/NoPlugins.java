package com.pivotino.crm.testkit;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.util.function.Function;

/** For a service that needs an invoker where no plugin is there to be asked; a question fails the test. */
public final class NoPlugins implements PluginInvoker {

    @Override
    public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
        throw new AssertionError("There are no plugins here, but one was asked: " + plugin);
    }
}
