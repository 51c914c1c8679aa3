package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** {@code ./crm run --demo}: there when the product is ready, people can sign in, and never made twice. */
public class DemoIT {

    @Test
    public void the_demonstration_is_there_when_the_product_is_ready_and_comes_only_once() throws IOException {
        try (CrmProcess crm = new CrmProcess("demo", "--demo").start()) {
            long total = total(crm);
            assertTrue(total + " opportunities", total >= 280 && total <= 320);
            assertEquals(8, crm.admin().get("/users").expect(200).json().path("items").size() - 1);
            assertEquals(3, crm.admin().get("/teams").expect(200).json().path("items").size());
            for (JsonNode column : crm.admin().get("/board").expect(200).json().path("columns")) {
                assertTrue(column.path("stage").path("name").asText(), column.path("count").asInt() >= 20);
            }
            JsonNode steps = crm.admin().get("/activities/summary?scope=readable").expect(200).json();
            assertTrue(steps.toString(), steps.path("overdue").asInt() > 5 && steps.path("today").asInt() > 5
                    && steps.path("planned").asInt() > 20);

            Path file = crm.home().resolve("demo-users.txt");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            List<String> roles = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\\s+");
                assertEquals(parts[0], crm.rest().as(parts[0], parts[1]).get("/me").expect(200).json().path("login").asText());
                assertTrue(crm.rest().as(parts[0], parts[1]).get("/opportunities?salesperson=me").expect(200).json().path("items")
                        .size() > 10);
                roles.add(parts[2]);
            }
            assertEquals(8, roles.size());
            assertTrue(Files.readString(crm.output()).contains("hugo.martin"));

            crm.stop();
            crm.start();
            assertEquals(total, total(crm));
        }
    }

    private static long total(CrmProcess crm) {
        return crm.admin().get("/opportunities?limit=1&count=true").expect(200).json().path("total").asLong();
    }
}
