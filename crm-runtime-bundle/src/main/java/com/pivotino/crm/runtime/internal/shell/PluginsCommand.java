package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code crm:plugins}, the same as {@code crm:plugin list}. */
@Service
@Command(scope = "crm", name = "plugins", description = "Partners' plugins that are here, and how they do")
public final class PluginsCommand implements Action {

    @Option(name = "--all", description = "The product's own services of the same extension points too")
    private boolean all;
    @Reference
    private OperationsComponent operations;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        PluginTable.print(session.getConsole(), operations.plugins().stream().filter(plugin -> all || !plugin.standard()).toList());
        return null;
    }
}
