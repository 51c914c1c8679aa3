package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.module.Hotfixes;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;

/** {@code crm:update}. */
@Service
@Command(scope = "crm", name = "update", description = "Updates a module from a jar, which serves until crm:rollback")
public final class UpdateCommand implements Action {

    @Argument(index = 0, name = "module", description = "The module's name, as crm:modules shows it", required = true)
    private String module;
    @Argument(index = 1, name = "jar", description = "The jar, a file of this machine", required = true)
    private String jar;
    @Reference
    private BundleContext context;
    @Reference
    private Session session;

    @Override
    public Object execute() throws IOException {
        session.getConsole().println(new Hotfixes(context).update(module, Path.of(jar)));
        return null;
    }
}
