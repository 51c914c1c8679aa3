package com.pivotino.crm.benchmarks;

import com.pivotino.crm.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Seeds the database of a stopped product. */
public final class SeedRun {

    private SeedRun() {
    }

    /** Adds so many opportunities of forty people; what the product makes then gets higher numbers. */
    public static void fill(Database database, DataSource source, int count) throws SQLException {
        boolean embedded = database == Database.H2;
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO dir_team (id, version, name, name_key, working_days) SELECT g.i, 1, 'Team ' || g.i,"
                    + " 'team ' || g.i, '' FROM " + numbers(embedded, 1, 5)
                    + " WHERE NOT EXISTS (SELECT 1 FROM dir_team o WHERE o.id = g.i)");
            statement.execute("INSERT INTO dir_user (id, version, login, login_key, name, name_key, is_salesperson, is_manager, is_admin,"
                    + " active, credential_version, notify_default, notify_subtypes, notify_digest, created_at) SELECT g.i, 1, 'user' ||"
                    + " g.i,"
                    + " 'user' || g.i, 'User ' || g.i, 'user ' || g.i, TRUE, FALSE, FALSE, TRUE, u.credential_version, u.notify_default,"
                    + " u.notify_subtypes, u.notify_digest, u.created_at FROM " + numbers(embedded, 2, 40) + ", dir_user u"
                    + " WHERE u.id = (SELECT MIN(id) FROM dir_user) AND NOT EXISTS (SELECT 1 FROM dir_user o WHERE o.id = g.i)");
        }
        new Seed(database, source).fill(count);
        long past = Seed.FIRST_ID + count + 1L;
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String sequence : List.of("pl_seq", "ac_seq", "dir_seq")) {
                statement.execute(embedded ? "ALTER SEQUENCE " + sequence + " RESTART WITH " + past
                        : "SELECT setval('" + sequence + "', GREATEST(nextval('" + sequence + "'), " + past + "))");
            }
        }
    }

    private static String numbers(boolean embedded, int from, int to) {
        return embedded ? "(SELECT X AS i FROM SYSTEM_RANGE(" + from + ", " + to + ")) g"
                : "generate_series(" + from + ", " + to + ") AS g(i)";
    }
}
