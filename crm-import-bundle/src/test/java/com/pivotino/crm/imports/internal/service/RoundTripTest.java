package com.pivotino.crm.imports.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What is exported goes back in: into an empty database as it was, into the same one without anything twice. */
public class RoundTripTest extends OnEachDatabase {

    private static String export(ImportWorld world, Actor actor, String... filter) {
        OpportunityExport export = new OpportunityExport(world.opportunities, world.people.directory, world.people);
        StringWriter out = new StringWriter();
        try {
            export.of(actor, new ListQuery(50, null, null, false, filter.length == 0 ? Map.of() : Map.of(filter[0], List.of(filter[1]))))
                    .write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void fill(ImportWorld world) {
        long acme = world.people.createContact(world.root, new NewContact("=Acme, \"Inc\"", "a@acme.example", null, null)).id();
        String[] names = {"Plain", "=1+1", "+49 170", "-dash", "@home", "'quoted", "'=both", "a,b;c\"d", "Zoë Łódź 日本"};
        for (int i = 0; i < names.length; i++) {
            world.crm.clock().advance(Duration.ofMinutes(7).plusNanos(123_456_000));
            Money money = i % 3 == 0 ? null : i % 3 == 1 ? new Money(new BigDecimal("1234.5"), "EUR")
                    : new Money(new BigDecimal("1.234"), "BHD");
            world.opportunities.create(Call.of(world.root), new NewOpportunity(names[i], i % 2 == 0 ? acme : null, null,
                    i == 3 ? "ann@example.com" : null, i == 4 ? "+49 170 1234567" : null, money, 1L + i % 4, i % 2 == 0 ? 1L : null,
                    i % 4 == 0 ? 1L : null, i % 4, i == 5 ? LocalDate.of(2026, 12, 24) : null,
                    i == 6 ? "first line\nsecond, \"line\"\n=third" : null, i == 7 ? List.of("a;b", "say \"x\"", "plain") : null, false,
                    null, null));
        }
        List<Long> ids = world.all().stream().map(row -> row.id()).toList();
        world.crm.clock().advance(Duration.ofDays(3));
        world.opportunities.win(Call.of(world.root), ids.get(0), new WonRequest(null));
        world.opportunities.lose(Call.of(world.root), ids.get(1), new LostRequest(8L, "Wrong colour", "It was =too= red", null));
        world.opportunities.move(Call.of(world.root), ids.get(2), MoveRequest.to(ImportWorld.QUALIFIED));
        world.opportunities.update(Call.of(world.root), ids.get(4), new MergePatch(Map.of("probability", 33)));
    }

    private static ImportView.RunView runAll(ImportWorld world, String csv) {
        ImportView view = world.upload("opportunities", csv);
        world.options(view, Map.of("createMissing", List.of("contact", "user", "team"), "firstActivity", false));
        return world.run(view, false, false);
    }

    @Test
    public void export_goes_into_an_empty_database_and_comes_out_equal() {
        String file;
        try (ImportWorld from = new ImportWorld(database)) {
            fill(from);
            file = export(from, from.root);
            assertEquals("the same file twice", file, export(from, from.root));
        }
        try (ImportWorld to = new ImportWorld(database)) {
            to.crm.clock().advance(Duration.ofDays(30));
            ImportView.RunView run = runAll(to, file);
            assertEquals("9/0/0/0/0", ImportWorld.figures(run));
            assertEquals(file, export(to, to.root));
        }
    }

    @Test
    public void export_into_the_same_database_makes_nothing_twice_and_changes_nothing() {
        try (ImportWorld world = new ImportWorld(database)) {
            fill(world);
            String file = export(world, world.root);
            assertEquals("0/0/9/0/0", ImportWorld.figures(runAll(world, file)));
            assertEquals("0/0/9/0/0", ImportWorld.figures(runAll(world, "\uFEFF" + file)));
            assertEquals(file, export(world, world.root));
            ImportView.RunView changed = runAll(world, file.replace("Plain", "Renamed"));
            assertEquals("0/1/8/0/0", ImportWorld.figures(changed));
            assertEquals(9, world.all().size());
        }
    }

    @Test
    public void A24_no_cell_is_a_formula() {
        try (ImportWorld world = new ImportWorld(database)) {
            fill(world);
            for (String cell : List.of("=1+1", "+49 170", "-dash", "@home", "'quoted")) {
                assertTrue(cell, export(world, world.root).contains(",'" + cell + ","));
            }
        }
    }

    @Test
    public void everybody_exports_what_they_may_read_and_the_filters_let_through() {
        try (ImportWorld world = new ImportWorld(database)) {
            fill(world);
            assertFalse(export(world, world.ann).contains("-dash"));
            assertTrue(export(world, world.ann).contains("Plain"));
            assertEquals(2, export(world, world.root, "outcome", "won").lines().count());
        }
    }
}
