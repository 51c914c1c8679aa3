package com.pivotino.crm.runtime.internal.shell;

import com.pivotino.crm.runtime.internal.plugin.PluginInfo;
import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** {@code crm:plugin list|why|disable|enable}. */
@Service
@Command(scope = "crm", name = "plugin", description = "Lists, explains, disables and enables partners' plugins")
public final class PluginCommand implements Action {

    @Argument(index = 0, name = "action", description = "list, why, disable or enable", required = true)
    @Completion(value = StringsCompleter.class, values = {"list", "why", "disable", "enable"})
    private String action;
    @Argument(index = 1, name = "plugin", description = "The plugin's name, as crm:plugin list shows it")
    private String name;
    @Option(name = "--all", description = "With list: the product's own services of the same extension points too")
    private boolean all;
    @Reference
    private OperationsComponent operations;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        if (action.equals("list")) {
            PluginTable.print(session.getConsole(), operations.plugins().stream().filter(one -> all || !one.standard()).toList());
            return null;
        }
        if (name == null) {
            throw new IllegalArgumentException("Which plugin? crm:plugin " + action + " <name>");
        }
        Map<String, String> disabled = operations.disabledPlugins();
        List<PluginInfo> found = operations.plugins().stream().filter(one -> one.name().equals(name)).toList();
        if (found.isEmpty() && !disabled.containsKey(name)) {
            throw new IllegalArgumentException("There is no plugin " + name + "; crm:plugin list --all shows all.");
        }
        switch (action) {
            case "why" -> why(found, disabled.get(name));
            case "disable" -> {
                operations.disable(name, String.valueOf(session.get("USER")));
                say(name + " is disabled on all nodes until crm:plugin enable " + name + ".");
            }
            case "enable" -> {
                operations.enable(name);
                say(name + " is enabled.");
            }
            default -> throw new IllegalArgumentException("list, why, disable or enable, not " + action);
        }
        return null;
    }

    private void why(List<PluginInfo> found, String disabledBy) {
        if (disabledBy != null) {
            say(name + " was disabled by " + disabledBy + ".");
        }
        if (found.isEmpty()) {
            say("It is not here now.");
        }
        found.forEach(plugin -> {
            say(plugin.type() + " " + plugin.name() + " of " + plugin.bundle() + " " + plugin.version() + ", service "
                    + plugin.serviceId() + ", ranking " + plugin.ranking());
            say("  state: " + plugin.state() + (plugin.reason() == null ? "" : ": " + plugin.reason()));
            if (plugin.state().equals("quarantined")) {
                say("  left out " + (plugin.quarantinedUntil() == null ? "until crm:plugin enable " + plugin.name()
                        : "until " + plugin.quarantinedUntil()) + "; failures in a row: " + plugin.failures());
            }
        });
    }

    private void say(String line) {
        session.getConsole().println(line);
    }
}
