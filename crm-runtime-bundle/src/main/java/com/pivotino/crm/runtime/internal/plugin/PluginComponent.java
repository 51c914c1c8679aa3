package com.pivotino.crm.runtime.internal.plugin;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugin invoker as a service. */
@Component(service = {PluginInvoker.class, PluginComponent.class})
public final class PluginComponent implements PluginInvoker {

    private static final Logger LOG = LoggerFactory.getLogger(PluginComponent.class);
    private static final int THREADS = 256;
    /** Framework property with which the launcher says how the process before ended. */
    private static final String LAST_END = "crm.lastEnd";

    private final BundleContext context;
    private final PluginCalls calls;
    private final ServiceListener leaving = this::changed;

    @Activate
    public PluginComponent(BundleContext context, @Reference Clock clock) {
        this.context = context;
        calls = new PluginCalls(clock, THREADS, journal(context));
        context.addServiceListener(leaving);
    }

    @Deactivate
    public void close() {
        context.removeServiceListener(leaving);
        calls.close();
    }

    private static CallJournal journal(BundleContext context) {
        File file = context.getDataFile("plugin-calls");
        if (file == null) {
            return CallJournal.none();
        }
        try {
            return CallJournal.open(file.toPath(), "out-of-memory".equals(context.getProperty(LAST_END)));
        } catch (IOException e) {
            LOG.warn("Plugins that end the process are not noticed, since {} cannot be written", file, e);
            return CallJournal.none();
        }
    }

    private void changed(ServiceEvent event) {
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            calls.forget((Long) event.getServiceReference().getProperty(Constants.SERVICE_ID));
        }
    }

    @Override
    public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
        return calls.ask(plugin, question);
    }

    @Override
    public void shadowed(Plugin<?> plugin, boolean wholly, String reason) {
        calls.shadowed(plugin, wholly, reason);
    }

    /** The same without quarantine, for questions about now. */
    public <S, R> PluginAnswer<R> askNow(Plugin<S> plugin, Function<S, R> question) {
        return calls.askNow(plugin, question);
    }

    /** For the operator. */
    public PluginCalls calls() {
        return calls;
    }
}
