package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.module.Module;
import com.pivotino.crm.runtime.internal.module.ModuleWatch;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code crm:modules}. */
@Service
@Command(scope = "crm", name = "modules", description = "Modules of the product that are here")
public final class ModulesCommand implements Action {

    @Reference
    private ModuleWatch modules;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Module");
        table.column("Version");
        table.column("State");
        table.column("Problem");
        for (Module module : modules.all()) {
            table.addRow().addContent(module.name(), module.info().version(), module.info().state(), module.problem());
        }
        table.print(session.getConsole());
        return null;
    }
}
