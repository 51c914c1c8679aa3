package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.module.Hotfixes;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;

/** {@code crm:rollback}. */
@Service
@Command(scope = "crm", name = "rollback", description = "Takes the latest hotfix of a module away: the version before it serves again")
public final class RollbackCommand implements Action {

    @Argument(index = 0, name = "module", description = "The module's name, as crm:modules shows it", required = true)
    private String module;
    @Reference
    private BundleContext context;
    @Reference
    private Session session;

    @Override
    public Object execute() throws IOException {
        session.getConsole().println(new Hotfixes(context).rollback(module));
        return null;
    }
}
