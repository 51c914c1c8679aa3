package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.module.ModuleWatch;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** {@code crm:repair}. */
@Service
@Command(scope = "crm", name = "repair", description = "Starts the modules that somebody has stopped")
public final class RepairCommand implements Action {

    @Reference
    private BundleContext context;
    @Reference
    private Session session;

    @Override
    public Object execute() throws BundleException {
        List<Bundle> stopped = ModuleWatch.stopped(context.getBundles());
        for (Bundle bundle : stopped) {
            bundle.start();
        }
        session.getConsole().println(stopped.isEmpty() ? "No module is stopped."
                : "Started " + stopped.stream().map(Bundle::getSymbolicName).collect(Collectors.joining(", ")) + ".");
        return null;
    }
}
