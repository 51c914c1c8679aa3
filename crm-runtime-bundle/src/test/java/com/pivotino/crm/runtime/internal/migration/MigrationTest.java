package com.pivotino.crm.runtime.internal.migration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.runtime.internal.sql.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class MigrationTest {

    @Test
    public void statements_end_with_a_semicolon_at_the_end_of_a_line() {
        Migration migration = Migration.of("V002__more.sql", """
                -- A comment; with a semicolon
                CREATE TABLE a (
                  text VARCHAR(10) DEFAULT 'x;y' NOT NULL -- inner comment
                );

                -- Another;
                INSERT INTO a VALUES ('1');\s\s
                INSERT INTO a VALUES ('2')
                """);
        assertEquals(List.of("CREATE TABLE a (\n  text VARCHAR(10) DEFAULT 'x;y' NOT NULL -- inner comment\n)",
                "INSERT INTO a VALUES ('1')", "INSERT INTO a VALUES ('2')"), migration.statements());
        assertEquals(2, migration.version());
        assertEquals("V002__more", migration.toString());
    }

    @Test
    public void the_checksum_does_not_depend_on_line_ends() {
        assertEquals(new Migration(1, "a", "x;\ny;\n").checksum(), new Migration(1, "a", "x;\r\ny;\r\n").checksum());
        assertNotEquals(new Migration(1, "a", "x;\n").checksum(), new Migration(1, "a", "x ;\n").checksum());
    }

    @Test
    public void a_file_of_another_name_is_refused() {
        assertThrows(SchemaProblem.class, () -> Migration.of("1_first.sql", ""));
    }

    @Test
    public void each_database_has_the_common_files_and_its_own() {
        ModuleSchema schema = new ModuleSchema("m", Map.of("V001__a.sql", "a;", "h2/V002__b.sql", "h;",
                "postgresql/V002__b.sql", "p;", "V010__c.sql", "c;"));
        assertEquals(List.of("a;", "h;", "c;"), schema.migrations(Dialect.H2).stream().map(Migration::sql).toList());
        assertEquals(List.of("a;", "p;", "c;"),
                schema.migrations(Dialect.POSTGRESQL).stream().map(Migration::sql).toList());
    }

    @Test
    public void two_of_one_number_are_refused() {
        ModuleSchema schema = new ModuleSchema("m", Map.of("V001__a.sql", "a;", "h2/V001__b.sql", "h;"));
        assertThrows(SchemaProblem.class, () -> schema.migrations(Dialect.H2));
    }

    @Test
    public void a_newer_schema_a_changed_and_a_late_file_are_refused() {
        Migration first = new Migration(1, "a", "a;");
        Migration second = new Migration(2, "b", "b;");
        SchemaCheck.require("m", List.of(first, second), List.of(line(first)));
        assertProblem("install a newer bundle", List.of(first), List.of(line(first), line(second)));
        assertProblem("was changed", List.of(new Migration(1, "a", "other;")), List.of(line(first)));
        assertProblem("was added below", List.of(first, second), List.of(line(second)));
        assertProblem("not in this bundle", List.of(second), List.of(line(first)));
    }

    private static void assertProblem(String part, List<Migration> shipped, List<Ledger.Line> lines) {
        SchemaProblem problem = assertThrows(SchemaProblem.class, () -> SchemaCheck.require("m", shipped, lines));
        assertEquals(problem.getMessage(), true, problem.getMessage().contains(part));
    }

    private static Ledger.Line line(Migration migration) {
        return new Ledger.Line(migration.version(), migration.name(), migration.checksum(), 1, true);
    }
}
