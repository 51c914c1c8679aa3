package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.lane.LaneReports;
import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code crm:listeners}. */
@Service
@Command(scope = "crm", name = "listeners", description = "Durable listeners: how far they are, and what they could not take")
public final class ListenersCommand implements Action {

    @Reference
    private OperationsComponent operations;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Listener");
        table.column("Position");
        table.column("Behind");
        table.column("Failed tries");
        table.column("Next try");
        table.column("Parked");
        table.column("Problem");
        for (LaneReports.Line line : operations.listeners()) {
            table.addRow().addContent(line.listener(), line.position(), line.behind(), line.tries(), line.nextTry(),
                    line.parked(), line.problem());
        }
        table.print(session.getConsole());
        return null;
    }
}
