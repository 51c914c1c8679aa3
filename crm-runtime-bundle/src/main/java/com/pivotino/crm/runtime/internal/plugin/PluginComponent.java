package com.pivotino.crm.runtime.internal.plugin;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The plugin invoker as a service. */
@Component(service = {PluginInvoker.class, PluginComponent.class})
public final class PluginComponent implements PluginInvoker {

    private static final int THREADS = 64;

    private final PluginCalls calls;

    @Activate
    public PluginComponent(@Reference Clock clock) {
        calls = new PluginCalls(clock, THREADS);
    }

    @Deactivate
    public void close() {
        calls.close();
    }

    @Override
    public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
        return calls.ask(plugin, question);
    }

    /** The same without quarantine, for questions about now. */
    public <S, R> PluginAnswer<R> askNow(Plugin<S> plugin, Function<S, R> question) {
        return calls.askNow(plugin, question);
    }

    /** For the operator. */
    public List<PluginRecord.State> states() {
        return calls.states();
    }
}
