package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.plugin.PluginRecord;
import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code crm:plugins}. */
@Service
@Command(scope = "crm", name = "plugins", description = "Plugins that were asked lately, and how they did")
public final class PluginsCommand implements Action {

    @Reference
    private OperationsComponent operations;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Plugin");
        table.column("Service");
        table.column("Failures in a row");
        table.column("Left out until");
        table.column("Last problem");
        for (PluginRecord.State state : operations.plugins()) {
            table.addRow().addContent(state.name(), state.serviceId(), state.failures(), state.quarantinedUntil(),
                    state.problem());
        }
        table.print(session.getConsole());
        return null;
    }
}
