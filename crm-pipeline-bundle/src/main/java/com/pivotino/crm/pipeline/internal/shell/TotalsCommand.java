package com.pivotino.crm.pipeline.internal.shell;

import com.pivotino.crm.pipeline.internal.service.TotalsKeeper;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code crm:totals-repair}. */
@Service
@Command(scope = "crm", name = "totals-repair", description = "Compares the board's totals with the opportunities and mends them")
public final class TotalsCommand implements Action {

    @Option(name = "--check", description = "Only compares")
    private boolean check;
    @Reference
    private TotalsKeeper totals;

    @Override
    public Object execute() {
        return check ? totals.check() : totals.repair();
    }
}
