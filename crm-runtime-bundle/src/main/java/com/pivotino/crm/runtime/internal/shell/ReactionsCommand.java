package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.reaction.ReactionStore;
import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import com.pivotino.crm.runtime.internal.wiring.ReactionServices;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code crm:reactions}. */
@Service
@Command(scope = "crm", name = "reactions", description = "Reactions that are here or were here, and what they missed")
public final class ReactionsCommand implements Action {

    @Option(name = "--forget", description = "Forgets the reaction with this id, and all that it missed")
    private String forget;
    @Reference
    private OperationsComponent operations;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        if (forget != null) {
            session.getConsole().println(operations.forget(forget) ? "Forgotten." : "There is no such reaction.");
            return null;
        }
        List<ReactionServices.Entry> here = operations.reactionServices();
        ShellTable table = new ShellTable();
        table.column("Reaction");
        table.column("Types");
        table.column("Here");
        table.column("Missed");
        table.column("Parked");
        for (ReactionStore.Backlog one : operations.reactions()) {
            boolean present = here.stream().anyMatch(entry -> entry.refusal() == null && entry.id().equals(one.reactionId()));
            table.addRow().addContent(one.reactionId(), one.types(), present ? "yes" : "away", one.waiting(), one.parked());
        }
        here.stream().filter(entry -> entry.refusal() != null).forEach(entry ->
                table.addRow().addContent(entry.id(), "", "left out: " + entry.refusal(), "", ""));
        table.print(session.getConsole());
        return null;
    }
}
