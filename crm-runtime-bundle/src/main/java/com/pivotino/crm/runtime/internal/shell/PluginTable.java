package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.plugin.PluginInfo;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** Plugins as a table. */
final class PluginTable {

    private PluginTable() {
    }

    static void print(PrintStream out, List<PluginInfo> plugins) {
        ShellTable table = new ShellTable().emptyTableText("There are no plugins of partners; --all shows the product's own.");
        table.column("Type");
        table.column("Plugin");
        table.column("Bundle");
        table.column("Ranking");
        table.column("State");
        table.column("Reason");
        for (PluginInfo plugin : plugins) {
            table.addRow().addContent(plugin.type(), plugin.name(), plugin.bundle() + " " + plugin.version(), plugin.ranking(),
                    plugin.state(), plugin.reason() == null ? "" : plugin.reason());
        }
        table.print(out);
    }
}
