package com.pivotino.crm.runtime.internal.migration;

import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.DatabaseException;
import com.pivotino.crm.runtime.internal.sql.Dialect;
import com.pivotino.crm.runtime.internal.sql.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a module's tables to the version that its bundle ships (docs/adr/0001). Of several nodes one migrates and the
 * others wait. On PostgreSQL a migration is one transaction; on H2, where every DDL statement commits, the ledger notes
 * each statement, so that a migration that was cut goes on where it stopped.
 */
public final class Migrator {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    /** H2: table, index, view, column, sequence, constraint exists already. */
    private static final Set<String> EXISTS = Set.of("42S01", "42S11", "90038", "42S21", "90035", "90045");

    private final Database database;
    private final Clock clock;
    private final Ledger ledger = new Ledger();

    public Migrator(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Migrates one module.
     *
     * @return how many migrations were applied
     * @throws SchemaProblem     if the schema is newer than the bundle or a migration has changed
     * @throws DatabaseException if the database refuses
     */
    public int migrate(ModuleSchema schema) {
        createLedger();
        // The lock is held by a transaction of its own, because on H2 the work commits in between.
        return database.inNew(lock -> {
            ledger.lock(lock);
            return migrateAlone(schema);
        });
    }

    private int migrateAlone(ModuleSchema schema) {
        List<Migration> shipped = schema.migrations(database.dialect());
        List<Ledger.Line> lines = database.inNew(connection -> ledger.lines(connection, schema.module()));
        SchemaCheck.require(schema.module(), shipped, lines);
        int applied = 0;
        for (Migration migration : shipped) {
            Ledger.Line line = lines.stream().filter(l -> l.version() == migration.version()).findFirst().orElse(null);
            if (line == null || !line.done()) {
                apply(schema.module(), migration, line);
                applied++;
            }
        }
        return applied;
    }

    private void apply(String module, Migration migration, Ledger.Line line) {
        long start = System.nanoTime();
        if (database.dialect() == Dialect.POSTGRESQL) {
            database.inNew(connection -> {
                ledger.begin(connection, module, migration);
                for (String statement : migration.statements()) {
                    execute(connection, module, migration, statement);
                }
                return ledger.end(connection, module, migration, clock.instant());
            });
        } else {
            applyByStatement(module, migration, line);
        }
        LOG.info("Schema of {}: {} applied in {} ms", module, migration, (System.nanoTime() - start) / 1_000_000);
    }

    private void applyByStatement(String module, Migration migration, Ledger.Line line) {
        if (line == null) {
            database.inNew(connection -> ledger.begin(connection, module, migration));
        }
        int done = line == null ? 0 : line.statements();
        List<String> statements = migration.statements();
        for (int i = done; i < statements.size(); i++) {
            String statement = statements.get(i);
            int number = i + 1;
            // Only the first one after a cut may have been done without being noted.
            boolean inDoubt = line != null && i == done;
            database.inNew(connection -> {
                try {
                    execute(connection, module, migration, statement);
                } catch (SchemaProblem e) {
                    if (!inDoubt || !(e.getCause() instanceof SQLException sql) || !EXISTS.contains(sql.getSQLState())) {
                        throw e;
                    }
                    LOG.info("Schema of {}: statement {} of {} had been done already", module, number, migration);
                }
                return ledger.progress(connection, module, migration, number);
            });
        }
        database.inNew(connection -> ledger.end(connection, module, migration, clock.instant()));
    }

    private static void execute(Connection connection, String module, Migration migration, String sql)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (Failures.isUnreachable(e)) {
                throw e;
            }
            throw new SchemaProblem("migration " + migration + " of " + module + " failed: " + e.getMessage(), e);
        }
    }

    private void createLedger() {
        try {
            database.inNew(ledger::create);
        } catch (DatabaseException e) {
            // Two nodes may create it at once; what counts is that it is there now.
            database.inNew(connection -> ledger.check(connection, e));
        }
    }
}
