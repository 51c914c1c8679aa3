package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.integrity.Finding;
import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code crm:verify}; fails if something is wrong, so that scripts notice. */
@Service
@Command(scope = "crm", name = "verify", description = "Checks that all records, figures, feeds and the event log agree; changes nothing")
public final class VerifyCommand implements Action {

    @Reference
    private OperationsComponent operations;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        PrintStream console = session.getConsole();
        List<Finding> findings = operations.verify();
        for (Finding finding : findings) {
            console.println((finding.count() == 0 ? "ok     " : "WRONG  ") + finding.module() + ": " + finding.sentence() + ".");
            finding.examples().forEach(example -> console.println("         " + example));
            if (finding.count() > finding.examples().size()) {
                console.println("         and " + (finding.count() - finding.examples().size()) + " more");
            }
        }
        long wrong = findings.stream().filter(finding -> finding.count() > 0).count();
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " of " + findings.size() + " things that must hold do not.");
        }
        console.println("All " + findings.size() + " things that must hold do.");
        return null;
    }
}
