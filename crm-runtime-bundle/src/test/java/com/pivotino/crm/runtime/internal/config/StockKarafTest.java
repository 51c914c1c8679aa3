package com.pivotino.crm.runtime.internal.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.nio.file.Path;
import org.junit.Test;

public class StockKarafTest {

    @Test
    public void one_line_says_where_it_is_who_signs_in_and_what_karaf_must_be_told() {
        assertEquals("Pivotino CRM listens on 127.0.0.1:8181 (etc/org.ops4j.pax.web.cfg); its first user is 'admin' with the password in"
                + " /karaf/first-admin-password; set autoRefresh = false in etc/org.apache.karaf.features.cfg, or a feature that is"
                + " installed later restarts bundles that run.", StockKaraf.advice("127.0.0.1", "8181", "true", Path.of("/karaf")));
        assertFalse(StockKaraf.advice("127.0.0.1", "8181", "false", Path.of("/karaf")).contains("autoRefresh"));
    }
}
