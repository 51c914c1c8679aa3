package com.pivotino.crm.benchmarks;

import com.pivotino.crm.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Seeds the database of a running product. */
public final class SeedRun {

    private SeedRun() {
    }

    /** Adds so many opportunities of forty people; what the product makes then gets higher numbers. */
    public static void fill(DataSource source, int count) throws SQLException {
        long past = Seed.FIRST_ID + count + 1;
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO dir_team (id, version, name, name_key, working_days) SELECT g, 1, 'Team ' || g, 'team ' || g, ''"
                    + " FROM generate_series(1, 5) g WHERE NOT EXISTS (SELECT 1 FROM dir_team o WHERE o.id = g)");
            statement.execute("INSERT INTO dir_user (id, version, login, login_key, name, name_key, is_salesperson, is_manager, is_admin,"
                    + " active, credential_version, notify_default, notify_subtypes, notify_digest, created_at) SELECT g, 1, 'user' || g,"
                    + " 'user' || g, 'User ' || g, 'user ' || g, TRUE, FALSE, FALSE, TRUE, u.credential_version, u.notify_default,"
                    + " u.notify_subtypes, u.notify_digest, u.created_at FROM generate_series(2, 40) g, dir_user u"
                    + " WHERE u.id = (SELECT MIN(id) FROM dir_user) AND NOT EXISTS (SELECT 1 FROM dir_user o WHERE o.id = g)");
        }
        new Seed(Database.POSTGRESQL, source).fill(count);
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String sequence : new String[] {"pl_seq", "ac_seq", "dir_seq"}) {
                statement.execute("SELECT setval('" + sequence + "', GREATEST(nextval('" + sequence + "'), " + past + "))");
            }
        }
    }
}
