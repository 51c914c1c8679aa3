package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code crm:replay}. */
@Service
@Command(scope = "crm", name = "replay", description = "Delivers the parked events of a listener or reaction again")
public final class ReplayCommand implements Action {

    @Argument(name = "id", required = true, description = "Id of the listener or reaction")
    private String id;
    @Reference
    private OperationsComponent operations;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        session.getConsole().println(operations.replay(id) + " parked events of " + id + " are delivered again.");
        return null;
    }
}
