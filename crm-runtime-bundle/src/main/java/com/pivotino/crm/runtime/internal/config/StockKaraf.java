package com.pivotino.crm.runtime.internal.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in one line of the log what an operator of a Karaf of their own has to know: where the product listens, where the first
 * password is, and what that Karaf must be told. The product's launcher has told its Karaf already.
 */
@Component(service = {}, immediate = true)
public final class StockKaraf {

    private static final Logger LOG = LoggerFactory.getLogger(StockKaraf.class);

    @Activate
    public StockKaraf(@Reference ConfigurationAdmin configurations) throws IOException, InvalidSyntaxException {
        if (System.getProperty("crm.data") == null) {
            LOG.warn(advice(value(configurations, ConfigurationGuard.WEB, ConfigurationGuard.ADDRESSES, "0.0.0.0"),
                    value(configurations, ConfigurationGuard.WEB, ConfigurationGuard.PORT, "8080"),
                    value(configurations, "org.apache.karaf.features", "autoRefresh", "true"),
                    Path.of(System.getProperty("karaf.base", "."))));
        }
    }

    static String advice(String address, String port, String autoRefresh, Path base) {
        List<String> advice = new ArrayList<>();
        advice.add("Pivotino CRM listens on " + address + ":" + port + " (etc/org.ops4j.pax.web.cfg)");
        advice.add("its first user is 'admin' with the password in " + base.resolve("first-admin-password"));
        if (!autoRefresh.equals("false")) {
            advice.add("set autoRefresh = false in etc/org.apache.karaf.features.cfg, or a feature that is installed later"
                    + " restarts bundles that run");
        }
        return String.join("; ", advice) + ".";
    }

    private static String value(ConfigurationAdmin configurations, String pid, String key, String absent)
            throws IOException, InvalidSyntaxException {
        Configuration[] found = configurations.listConfigurations("(service.pid=" + pid + ")");
        Dictionary<String, Object> properties = found == null ? null : found[0].getProperties();
        Object value = properties == null ? null : properties.get(key);
        return value == null ? absent : String.valueOf(value);
    }
}
