package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Who may call what: one row for every operation of the live contract, one column for every kind of caller (RELIABILITY
 * A-01). Unreadable is 404, readable but not allowed is 403, a stranger is 401.
 */
public class PermissionMatrixIT {

    private static CrmProcess crm;
    private static MatrixWorld world;

    /** One line of permission-matrix.txt. */
    private record Row(String method, String path, String body, List<String> expected) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeClass
    public static void start() {
        crm = new CrmProcess("matrix").start();
        world = new MatrixWorld(crm);
    }

    @AfterClass
    public static void stop() {
        crm.close();
    }

    @Test
    public void every_operation_answers_every_kind_of_caller_as_the_matrix_says() throws IOException {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (Row row : matrix()) {
            List<String> actual = new ArrayList<>();
            for (String caller : MatrixWorld.CALLERS) {
                actual.add(String.valueOf(world.call(caller, row.method(), row.path(), row.body())));
                cells++;
            }
            if (!actual.equals(row.expected())) {
                wrong.add(row + "\n  wanted " + row.expected() + "\n  got    " + actual);
            }
        }
        assertTrue("The matrix is not empty", cells > 100);
        assertEquals(String.join("\n", wrong), 0, wrong.size());
    }

    @Test
    public void the_matrix_has_a_row_for_every_operation_of_the_live_contract_and_no_other() throws IOException {
        Set<String> contract = new TreeSet<>();
        JsonNode paths = crm.rest().get("/openapi.json").expect(200).json().path("paths");
        for (Iterator<String> names = paths.fieldNames(); names.hasNext();) {
            String path = names.next();
            for (Iterator<String> methods = paths.path(path).fieldNames(); methods.hasNext();) {
                String method = methods.next();
                if (Set.of("get", "post", "put", "patch", "delete").contains(method)) {
                    contract.add(method.toUpperCase(java.util.Locale.ROOT) + " " + general(path));
                }
            }
        }
        Set<String> rows = new TreeSet<>();
        for (Row row : matrix()) {
            rows.add(row.method() + " " + general(row.path()));
        }
        assertEquals(contract, rows);
    }

    /** Parameters by place, not by name; fixed record types and roles count as parameters; no query. */
    private static String general(String path) {
        return path.replaceFirst("\\?.*", "").replaceFirst("^/records/[^/]+/", "/records/{}/")
                .replaceFirst("^/follower-templates/[^/]+", "/follower-templates/{}").replaceAll("\\{[^}]*}", "{}");
    }

    private static List<Row> matrix() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                PermissionMatrixIT.class.getResourceAsStream("/permission-matrix.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\\s*\\|\\s*");
                    String[] call = parts[0].strip().split(" ");
                    rows.add(new Row(call[0], call[1], parts[1].strip(), Arrays.asList(parts[2].strip().split("\\s+"))));
                }
            }
        }
        return rows;
    }
}
