package com.pivotino.crm.runtime.internal.config;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Dictionary;
import java.util.Hashtable;
import org.junit.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

public class ConfigurationGuardTest {

    private ConfigurationGuard guard = new ConfigurationGuard();

    @Test
    public void a_port_that_is_none_leaves_the_last_good_one() throws Exception {
        String free = free();
        web(free, "127.0.0.1");
        for (String wrong : new String[] {"banana", "0", "65536", "-1", "99999999999"}) {
            assertEquals(free, web(wrong, "127.0.0.1").get(ConfigurationGuard.PORT));
        }
        String other = free();
        assertEquals(other, web(other, "127.0.0.1").get(ConfigurationGuard.PORT));
    }

    @Test
    public void where_nothing_can_listen_the_server_does_not_go() throws Exception {
        String free = free();
        web(free, "127.0.0.1");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertEquals(free, web(String.valueOf(taken.getLocalPort()), "127.0.0.1").get(ConfigurationGuard.PORT));
        }
        assertEquals("127.0.0.1", web(free, "203.0.113.7").get(ConfigurationGuard.ADDRESSES));
    }

    @Test
    public void the_database_keeps_its_last_good_configuration_and_takes_good_ones_over() {
        String h2 = "org.h2.Driver";
        dataSource(h2, "jdbc:h2:mem:a", "16");
        assertEquals("16", dataSource(h2, "jdbc:h2:mem:a", "banana").get("pool.maxPoolSize"));
        assertEquals("jdbc:h2:mem:a", dataSource(h2, "jdbc:banana:x", "16").get("url"));
        assertEquals(h2, dataSource("com.example.Driver", "jdbc:h2:mem:a", "16").get("osgi.jdbc.driver.class"));
        assertEquals("jdbc:postgresql://db/crm", dataSource("org.postgresql.Driver", "jdbc:postgresql://db/crm", "8").get("url"));
    }

    @Test
    public void what_runs_already_is_the_first_good_one() throws Exception {
        Hashtable<String, Object> running = new Hashtable<>();
        running.put("service.pid", ConfigurationGuard.WEB);
        running.put(ConfigurationGuard.PORT, "8181");
        Configuration configuration = (Configuration) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> method.getName().equals("getPid") ? ConfigurationGuard.WEB : running);
        guard = new ConfigurationGuard((ConfigurationAdmin) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {ConfigurationAdmin.class}, (proxy, method, arguments) -> new Configuration[] {configuration}));
        assertEquals("8181", web("banana", "127.0.0.1").get(ConfigurationGuard.PORT));
    }

    private Dictionary<String, Object> web(String port, String addresses) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("service.pid", ConfigurationGuard.WEB);
        properties.put(ConfigurationGuard.PORT, port);
        properties.put(ConfigurationGuard.ADDRESSES, addresses);
        guard.modifyConfiguration(null, properties);
        return properties;
    }

    private Dictionary<String, Object> dataSource(String driver, String url, String size) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("service.pid", ConfigurationGuard.DATA_SOURCE + "~crm");
        properties.put("osgi.jdbc.driver.class", driver);
        properties.put("url", url);
        properties.put("pool.maxPoolSize", size);
        properties.put("pool", "transx");
        properties.put("xa", "true");
        guard.modifyConfiguration(null, properties);
        return properties;
    }

    private static String free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
