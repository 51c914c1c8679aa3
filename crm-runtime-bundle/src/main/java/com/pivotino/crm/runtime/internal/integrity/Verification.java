package com.pivotino.crm.runtime.internal.integrity;

import com.pivotino.crm.api.module.IntegrityCheck;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that must hold, the runtime's own first; each module's in one moment. */
public final class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);

    /** A module's check. */
    public record Part(String module, IntegrityCheck check) {
    }

    private final Database database;
    private final EventLog log;

    public Verification(Database database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    /** Everything that was looked at, in order; what is wrong has a count. */
    public List<Finding> run(List<Part> parts) {
        List<Finding> all = new ArrayList<>(run(new Part("runtime", new LogIntegrity())));
        parts.forEach(part -> all.addAll(run(part)));
        return all;
    }

    private List<Finding> run(Part part) {
        try {
            return database.inSnapshot(connection -> {
                SnapshotScan scan = new SnapshotScan(part.module, connection, log);
                part.check.check(scan);
                return scan.findings();
            });
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The integrity check of {} failed", part.module, e);
            Finding failed = new Finding(part.module, "It can be checked");
            failed.accept(String.valueOf(e.getMessage()));
            return List.of(failed);
        }
    }
}
