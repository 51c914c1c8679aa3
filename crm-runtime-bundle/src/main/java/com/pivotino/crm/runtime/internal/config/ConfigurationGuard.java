package com.pivotino.crm.runtime.internal.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the web server and the database running when their files are edited wrongly: a configuration with a value that cannot
 * be is not handed over, the last good one is, and the log says which value it was.
 */
@Component(service = ConfigurationPlugin.class, immediate = true, property = {
    ConfigurationPlugin.CM_RANKING + ":Integer=500",
    "cm.target=" + ConfigurationGuard.WEB, "cm.target=" + ConfigurationGuard.DATA_SOURCE})
public final class ConfigurationGuard implements ConfigurationPlugin {

    static final String WEB = "org.ops4j.pax.web";
    static final String DATA_SOURCE = "org.ops4j.datasource";
    static final String PORT = "org.osgi.service.http.port";
    static final String ADDRESSES = "org.ops4j.pax.web.listening.addresses";

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationGuard.class);
    private static final int LAST_PORT = 65_535;
    private static final List<String> DRIVERS = List.of("org.h2.Driver", "org.postgresql.Driver");

    private final Map<String, Map<String, Object>> good = new ConcurrentHashMap<>();
    /** What was said already of a configuration: each of its readers asks anew. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    ConfigurationGuard() {
        // Knows none yet.
    }

    /** What web server and database run with already was handed over before this came. */
    @Activate
    public ConfigurationGuard(@Reference ConfigurationAdmin configurations) throws IOException, InvalidSyntaxException {
        Configuration[] present = configurations.listConfigurations("(|(service.pid=" + WEB + ")(service.factoryPid=" + DATA_SOURCE + "))");
        for (Configuration configuration : present == null ? new Configuration[0] : present) {
            Map<String, Object> running = map(configuration.getProperties());
            if (problem(configuration.getPid(), running, null) == null) {
                good.put(configuration.getPid(), Map.copyOf(running));
            }
        }
    }

    private static Map<String, Object> map(Dictionary<String, Object> properties) {
        Map<String, Object> map = new HashMap<>();
        Collections.list(properties.keys()).forEach(key -> map.put(key, properties.get(key)));
        return map;
    }

    private static String problem(String pid, Map<String, Object> wanted, Map<String, Object> before) {
        return pid.equals(WEB) ? web(wanted, before) : pid.startsWith(DATA_SOURCE) ? dataSource(wanted) : null;
    }

    @Override
    public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
        Map<String, Object> wanted = map(properties);
        String pid = String.valueOf(wanted.get(Constants.SERVICE_PID));
        Map<String, Object> before = good.get(pid);
        String problem = problem(pid, wanted, before);
        if (problem == null) {
            good.put(pid, Map.copyOf(wanted));
            told.remove(pid);
            return;
        }
        if (!problem.equals(told.put(pid, problem))) {
            LOG.error("The configuration {} has a wrong value{}: {}", pid,
                    before == null ? "" : " and is not taken over, the last good one stays", problem);
        }
        if (before != null) {
            wanted.keySet().forEach(properties::remove);
            before.forEach(properties::put);
        }
    }

    private static String web(Map<String, Object> wanted, Map<String, Object> before) {
        String numbers = numbers(wanted, "org.ops4j.pax.web.server.");
        if (numbers != null) {
            return numbers;
        }
        String port = text(wanted, PORT);
        if (!port.isEmpty() && !isNumber(port, 1, LAST_PORT)) {
            return PORT + " = " + port + " is no port from 1 to " + LAST_PORT;
        }
        boolean same = before != null && port.equals(text(before, PORT)) && text(wanted, ADDRESSES).equals(text(before, ADDRESSES));
        return before == null || same || port.isEmpty() ? null : taken(port, text(wanted, ADDRESSES),
                port.equals(text(before, PORT)));
    }

    /** Whether the server could not listen there; it does already at a port that stays. */
    private static String taken(String port, String addresses, boolean staying) {
        for (String address : addresses.isEmpty() ? List.of("0.0.0.0") : List.of(addresses.split("\\s*,\\s*"))) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.getByName(address), staying ? 0 : Integer.parseInt(port)));
            } catch (IOException e) {
                return "nothing can listen at " + address + ":" + port + " (" + e.getMessage() + ")";
            }
        }
        return null;
    }

    private static String dataSource(Map<String, Object> wanted) {
        String numbers = numbers(wanted, "pool.");
        if (numbers != null) {
            return numbers;
        }
        String driver = text(wanted, "osgi.jdbc.driver.class");
        if (!DRIVERS.contains(driver)) {
            return "osgi.jdbc.driver.class = " + driver + " is none of " + String.join(", ", DRIVERS);
        }
        String url = text(wanted, "url");
        if (!url.startsWith(driver.contains("h2") ? "jdbc:h2:" : "jdbc:postgresql:")) {
            return "url does not fit " + driver;
        }
        if (!text(wanted, "xa").equals("true") || !text(wanted, "pool").equals("transx")) {
            return "xa must be true and pool must be transx, or transactions of several bundles do not roll back";
        }
        return null;
    }

    /** The first of the numbers that is none; switches and names are no numbers. */
    private static String numbers(Map<String, Object> wanted, String prefix) {
        return wanted.keySet().stream().filter(key -> key.startsWith(prefix) && key.matches(".*(Size|Idle|[tT]imeout|Threads|Lifetime)"))
                .sorted().filter(key -> !isNumber(text(wanted, key), 0, Integer.MAX_VALUE)).findFirst()
                .map(key -> key + " = " + text(wanted, key) + " is no number").orElse(null);
    }

    private static boolean isNumber(String text, int from, int to) {
        return text.matches("\\d{1,9}") && Integer.parseInt(text) >= from && Integer.parseInt(text) <= to;
    }

    private static String text(Map<String, Object> properties, String key) {
        Object value = properties.get(key);
        return value == null ? "" : String.valueOf(value).strip();
    }
}
