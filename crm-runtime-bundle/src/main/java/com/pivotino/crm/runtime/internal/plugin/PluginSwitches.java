package com.pivotino.crm.runtime.internal.plugin;

import com.pivotino.crm.runtime.internal.sql.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The table of plugins that the operator has disabled; it holds for all nodes. */
public final class PluginSwitches {

    private final Database database;

    public PluginSwitches(Database database) {
        this.database = database;
    }

    /** The disabled plugins by name, with the operator's name. */
    public Map<String, String> disabled() {
        return database.inNew(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT name, disabled_by FROM rt_plugin_disabled");
                    ResultSet row = select.executeQuery()) {
                Map<String, String> disabled = new HashMap<>();
                while (row.next()) {
                    disabled.put(row.getString(1), String.valueOf(row.getString(2)));
                }
                return disabled;
            }
        });
    }

    /** Disables a plugin; one that is disabled already stays so. */
    public void disable(String name, String operator, Instant now) {
        database.inNew(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO rt_plugin_disabled (name, disabled_at,"
                    + " disabled_by) SELECT CAST(? AS VARCHAR(400)), CAST(? AS TIMESTAMP(6)), CAST(? AS VARCHAR(200))"
                    + " WHERE NOT EXISTS (SELECT 1 FROM rt_plugin_disabled WHERE name = ?)")) {
                insert.setString(1, name);
                insert.setObject(2, Database.column(now));
                insert.setString(3, operator);
                insert.setString(4, name);
                return insert.executeUpdate();
            }
        });
    }

    /** Enables a plugin again; false if it was not disabled. */
    public boolean enable(String name) {
        return database.inNew(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM rt_plugin_disabled WHERE name = ?")) {
                delete.setString(1, name);
                return delete.executeUpdate();
            }
        }) == 1;
    }
}
