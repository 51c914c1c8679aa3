package com.pivotino.crm.imports.internal.service;

import static com.pivotino.crm.imports.internal.service.ImportWorld.figures;
import static com.pivotino.crm.imports.internal.service.ImportWorld.problems;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.imports.internal.service.ImportView.RunView;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Rows by key: those of hidden records do not give them away, double ones are told; dates and amounts row by row. */
public class ImportKeysTest extends OnImports {

    private ImportView uploadAs(Actor actor, String csv) {
        return world.operations.upload(actor, "opportunities", null, null, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private RunView runAs(Actor actor, ImportView view) {
        RunView run = world.operations.start(actor, view.id(), false, true);
        world.crm.deliverAll();
        return world.operations.run(actor, view.id(), run.id());
    }

    @Test
    public void the_key_of_a_hidden_record_does_not_give_it_away() {
        assertEquals("2/0/0/0/0", figures(world.run(world.upload("opportunities", "id,name,owner\nk1,Secret,Root\nk2,Other secret,Root\n"),
                false, false)));
        ImportView mine = uploadAs(world.mia, "id,name,owner\nk1,Mine,Mia\nk9,Nine,Mia\n");
        RunView run = runAs(world.mia, mine);
        assertEquals("done 2/0/0/0/0", run.state() + " " + figures(run));
        assertTrue(world.report(mine).stream().allMatch(line -> line.problems().isEmpty()));
        assertEquals("Nothing twice", "0/0/2/0/0",
                figures(runAs(world.mia, uploadAs(world.mia, "id,name,owner\nk1,Mine,Mia\nk9,Nine,Mia\n"))));
        assertEquals("0/1/1/0/0", figures(runAs(world.mia, uploadAs(world.mia, "id,name,owner\nk1,Mine too,Mia\nk9,Nine,Mia\n"))));
        assertEquals(List.of("Mine too", "Nine", "Other secret", "Secret"), world.all().stream().map(Opportunity::name).sorted().toList());
    }

    @Test
    public void an_unchanged_hidden_row_tells_no_id() {
        String file = "name,owner\nSecret,Root\n";
        assertEquals("1/0/0/0/0", figures(world.run(world.upload("opportunities", file), false, false)));
        ImportView mine = uploadAs(world.mia, file);
        runAs(world.mia, mine);
        ReportLine line = world.report(mine).get(0);
        assertEquals("failed [error forbidden owner]", line.status() + " " + problems(line));
        assertNull(line.recordId());
    }

    @Test
    public void equal_rows_are_told_and_each_is_imported() {
        ImportView view = world.upload("opportunities", "name,amount\nRoof,100\nRoof,100\nDoor,5\n");
        assertEquals("3/0/0/0/0", figures(world.run(view, true, false)));
        assertEquals(List.of(List.of(), List.of("warning double_row null"), List.of()),
                world.report(view).stream().map(ImportWorld::problems).toList());
        assertEquals("3/0/0/0/0", figures(world.run(view, false, false)));
    }

    @Test
    public void an_ambiguous_column_is_asked_once() {
        ImportView view = world.upload("opportunities",
                "name,expected closing,created\nRoof,03/04/2027,2026-04-03\nDoor,05-06-2027,2026-05-04\n");
        assertEquals(Map.of("created", "YYYY-MM-DD"), withoutNulls(view.options().dateFormats()));
        assertTrue(view.options().dateFormats().containsKey("expected closing"));
        world.run(view, true, false);
        assertEquals(List.of("warning date_ambiguous expected closing"), problems(world.report(view).get(0)));
        ImportView told = world.options(view, Map.of("dateFormats", Map.of("expected closing", "D/M/YYYY")));
        assertEquals(false, told.dates().get(0).ambiguous());
        world.run(view, false, false);
        assertEquals(List.of(), problems(world.report(view).get(0)));
        Opportunity roof = world.all().stream().filter(deal -> deal.name().equals("Roof")).findFirst().orElseThrow();
        assertEquals("2027-04-03 2026-04-03", roof.expectedClosing() + " " + roof.createdAt().toString().substring(0, 10));
    }

    private static Map<String, String> withoutNulls(Map<String, String> map) {
        Map<String, String> rest = new java.util.TreeMap<>(map);
        rest.values().removeIf(java.util.Objects::isNull);
        return rest;
    }

    @Test
    public void day_numbers_of_spreadsheets_are_refused_with_what_they_are() {
        ImportView view = world.upload("opportunities", "name,expected closing\nRoof,2027-04-03\nDoor,45383\n");
        world.run(view, true, false);
        ReportLine line = world.report(view).get(1);
        assertEquals(List.of("error invalid_date expected closing"), problems(line));
        assertTrue(line.problems().get(0).message(), line.problems().get(0).message().contains("2024-04-01"));
    }

    @Test
    public void currencies_beside_amounts_hold() {
        ImportView view = world.upload("opportunities",
                "name,amount\nRoof,\"$1,200.50\"\nDoor,£5\nWall,100 kr\nTree,12.5k\nBush,\"0,333\"\n");
        assertEquals("3/0/0/2/0", figures(world.run(view, false, true)));
        assertEquals(List.of(List.of("warning currency_read amount"), List.of(), List.of("error unknown_currency amount"), List.of(),
                List.of("error invalid_amount amount")), world.report(view).stream().map(ImportWorld::problems).toList());
        Map<String, String> amounts = new java.util.TreeMap<>();
        world.all().forEach(deal -> amounts.put(deal.name(), deal.expectedRevenue().amount().toPlainString() + " " + deal.expectedRevenue()
                .currency()));
        assertEquals(Map.of("Roof", "1200.50 USD", "Door", "5.00 GBP", "Tree", "12500.00 EUR"), amounts);
    }

    @Test
    public void stars_and_numbers_are_priorities_and_nothing_below_zero_is() {
        ImportView view = world.upload("opportunities", "name,priority\nA,★★\nB,-1\nC,3\nD,very high\nE,★☆☆\nF,4\n");
        assertEquals("4/0/0/2/0", figures(world.run(view, false, true)));
        Map<String, Integer> priorities = new java.util.TreeMap<>();
        world.all().forEach(deal -> priorities.put(deal.name(), deal.priority()));
        assertEquals(Map.of("A", 2, "C", 3, "D", 3, "E", 1), priorities);
    }

    @Test
    public void closing_and_probability_find_their_fields() {
        ImportView view = world.upload("opportunities", "Deal,Closing,Probability,Planned closing date\nRoof,2027-04-03,40%,2027-04-03\n");
        assertEquals("closingDate", view.mapping().get("Closing"));
        assertEquals("probability", view.mapping().get("Probability"));
    }

    @Test
    public void a_run_that_made_nothing_does_not_hide_the_one_to_be_taken_back() {
        ImportView view = world.upload("opportunities", "id,name\n1,Roof\n");
        RunView run = world.run(view, false, false);
        assertEquals("0/0/1/0/0", figures(world.run(view, false, false)));
        assertEquals(Long.valueOf(run.id()), world.operations.get(world.root, view.id()).undoable());
        assertEquals("The list tells of it too", 1, world.operations.list(world.root, ListQuery.first(5)).items().get(0).created());
        assertEquals(run.id(), world.operations.undo(world.root, view.id(), null).id());
        world.crm.deliverAll();
        assertEquals(0, world.all().size());
        assertNull(world.operations.get(world.root, view.id()).undoable());
        world.operations.edit(world.root, view.id(), new MergePatch(Map.of()), null);
    }
}
