package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.lane.LaneReports;
import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code crm:parked}. */
@Service
@Command(scope = "crm", name = "parked", description = "Events that a listener or reaction could not take")
public final class ParkedCommand implements Action {

    @Option(name = "--limit", description = "How many at most")
    private int limit = 100;
    @Reference
    private OperationsComponent operations;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Of");
        table.column("Kind");
        table.column("Event");
        table.column("Type");
        table.column("Record");
        table.column("Tries");
        table.column("Problem");
        for (LaneReports.Parked one : operations.parked(limit)) {
            table.addRow().addContent(one.listener(), one.reaction() ? "reaction" : "listener", one.seq(), one.type(),
                    one.record(), one.tries(), one.problem());
        }
        table.print(session.getConsole());
        return null;
    }
}
