package com.pivotino.crm.imports.internal.service;

import static com.pivotino.crm.imports.internal.service.ImportWorld.figures;
import static com.pivotino.crm.imports.internal.service.ImportWorld.problems;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.imports.internal.service.ImportView.RunView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Uploading, deciding, running; on both databases. */
public class ImportOperationsTest extends OnImports {

    private static final String SALES = """
            opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
            1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,10/20/2016,3/1/2017,1054
            Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Won,10/25/2016,3/11/2017,4514
            EC4QE1BX,Darcel Schlecht,MG Special,Cancity,Lost,10/25/2016,3/7/2017,0
            MV1LWRNH,Moses Frase,GTX Basic,,Engaging,10/25/2016,,
            PE84CX4O,Moses Frase,GTX Basic,Hatfan,Prospecting,,,
            HAXMC4IX,James Ascencio,MG Advanced,Ron-tech,Engaging,11/3/2016,,
            """;

    private ImportView sales() {
        return world.options(world.upload("opportunities", SALES),
                Map.of("lostReason", "imported", "createMissing", List.of("contact", "user")));
    }

    @Test
    public void an_upload_suggests_where_columns_go_and_what_stages_mean() {
        ImportView view = world.upload("opportunities", SALES);
        assertEquals(6, view.rows());
        assertEquals("UTF-8", view.encoding());
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("opportunity_id", "externalId");
        expected.put("sales_agent", "salesperson");
        expected.put("product", "description");
        expected.put("account", "customer");
        expected.put("deal_stage", "stage");
        expected.put("engage_date", "createdAt");
        expected.put("close_date", "closingDate");
        expected.put("close_value", "expectedRevenue");
        assertEquals(expected, view.mapping());
        assertEquals(Map.of("Won", 5L, "Lost", 6L, "Engaging", 3L, "Prospecting", 1L), view.values().get("stage"));
        assertEquals("{product} - {account}", view.options().nameTemplate());
        assertEquals(List.of(new ImportView.DateColumn("engage_date", "M/D/YYYY", false),
                new ImportView.DateColumn("close_date", "M/D/YYYY", false)), view.dates());
        assertEquals("ready", view.state());
        assertEquals(List.of("1C1I7A6R", "Moses Frase", "GTX Plus Basic", "Cancity", "Won", "10/20/2016", "3/1/2017", "1054"),
                view.sample().get(0));
    }

    @Test
    public void a_dry_run_tells_exactly_what_a_run_does_and_changes_nothing() {
        ImportView view = sales();
        RunView dry = world.run(view, true, false);
        assertEquals("done 6/0/0/0/0 3 {contact=4, user=3}", dry.state() + " " + figures(dry) + " " + dry.firstActivities() + " "
                + dry.made());
        assertEquals(0, world.all().size());
        assertEquals(0, world.people.contacts.size());
        List<List<String>> said = world.report(view).stream().map(ImportWorld::problems).toList();
        RunView real = world.run(view, false, false);
        assertEquals("done 6/0/0/0/0 3 {contact=4, user=3}", real.state() + " " + figures(real) + " " + real.firstActivities() + " "
                + real.made());
        assertEquals(said, world.report(view).stream().map(ImportWorld::problems).toList());
        assertEquals(6, world.all().size());
        assertEquals(12, real.progress().done());
        assertTrue(world.report(view).stream().allMatch(line -> line.status().equals("created") && line.recordId() != null));
    }

    @Test
    public void P14_closing_dates_reasons_and_people_are_kept() {
        world.run(sales(), false, false);
        Opportunity won = world.byKey("1C1I7A6R");
        assertEquals("GTX Plus Basic - Cancity", won.name());
        assertEquals("won", won.outcome());
        assertEquals(Instant.parse("2016-10-20T12:00:00Z"), won.createdAt());
        assertEquals(Instant.parse("2017-03-01T12:00:00Z"), won.closedAt());
        assertEquals("1054.00", won.expectedRevenue().amount().toPlainString());
        assertEquals("Cancity", won.customer().name());
        assertEquals("Moses Frase", won.salesperson().name());
        Opportunity lost = world.byKey("EC4QE1BX");
        assertEquals("imported", lost.lostReason().name());
        assertEquals(Instant.parse("2017-03-07T12:00:00Z"), lost.closedAt());
        assertEquals("Qualified", world.byKey("HAXMC4IX").stage().name());
        assertEquals("New", world.byKey("PE84CX4O").stage().name());
        assertEquals("moses.frase", world.people.findUser("Moses Frase").orElseThrow().login());
        assertTrue(world.events.stream().allMatch(event -> event.cause().equals("import") && event.json().contains("\"silent\":true")));
        assertEquals("import", world.opportunities.history(world.root, won.id()).get(0).cause());
    }

    @Test
    public void dirt_is_reported_by_row_and_nothing_is_lost() {
        ImportView view = sales();
        world.run(view, false, false);
        List<ReportLine> lines = world.report(view);
        assertEquals(List.of("warning product_corrected product"), problems(lines.get(1)));
        assertEquals("GTX Pro - Isdom", world.byKey("Z063OYW0").name());
        assertEquals("product: GTX Pro (in the file: GTXPro)", world.byKey("Z063OYW0").description());
        assertEquals(List.of("warning blank_account account", "warning missing_value close_value"), problems(lines.get(3)));
        assertEquals("GTX Basic", world.byKey("MV1LWRNH").name());
        assertNull(world.byKey("MV1LWRNH").customer());
        assertEquals(List.of("warning missing_value close_value", "warning missing_date engage_date"), problems(lines.get(4)));
        assertEquals(5, lines.get(3).line());
    }

    @Test
    public void P14_without_a_lost_reason_nothing_at_all_is_imported() {
        ImportView view = world.options(world.upload("opportunities", SALES), Map.of("createMissing", List.of("contact", "user")));
        RunView dry = world.run(view, true, false);
        RunView real = world.run(view, false, false);
        assertEquals("done 0/0/0/1/5 1 of 6 rows cannot be imported as they are; a run would write nothing.",
                dry.state() + " " + figures(dry));
        assertEquals("failed 0/0/0/1/5 1 of 6 rows cannot be imported as they are; nothing was written.",
                real.state() + " " + figures(real));
        assertEquals(0, world.all().size());
        assertEquals(0, world.people.contacts.size());
        assertEquals(List.of("error lost_reason_required deal_stage"), problems(world.report(view).get(2)));
        assertEquals("held", world.report(view).get(0).status());
    }

    @Test
    public void partial_writes_the_good_rows_and_reports_the_bad_ones() {
        ImportView view = world.options(world.upload("opportunities", SALES), Map.of("createMissing", List.of("contact", "user")));
        RunView real = world.run(view, false, true);
        assertEquals("done 5/0/0/1/0", real.state() + " " + figures(real));
        assertEquals(5, world.all().size());
        assertEquals("failed", world.report(view).get(2).status());
    }

    @Test
    public void a_salesperson_is_known_by_address_too_and_no_second_account_is_made() {
        ImportView view = world.options(world.upload("opportunities", "name,salesperson\nRoof,ANN@example.com\nDoor,ann\n"),
                Map.of("createMissing", List.of("user")));
        assertEquals("2/0/0/0/0", figures(world.run(view, false, false)));
        assertEquals(List.of("Ann", "Ann"), world.all().stream().map(deal -> deal.salesperson().name()).toList());
        assertEquals(List.of(1L, 1L), world.all().stream().map(deal -> deal.salesperson().id()).toList());
    }

    @Test
    public void a_name_with_a_line_break_or_nothing_to_see_is_told_by_its_row() {
        ImportView view = world.upload("opportunities", "name,amount\n\"Two\nlines\",1\n\u00a0,2\nRoof,3\n");
        assertEquals("1/0/0/2/0", figures(world.run(view, false, true)));
        assertEquals(List.of("error invalid_name name"), problems(world.report(view).get(0)));
        assertEquals(List.of("Roof"), world.all().stream().map(Opportunity::name).toList());
    }

    @Test
    public void a_second_run_and_a_second_upload_make_nothing_twice() {
        ImportView view = sales();
        world.run(view, false, false);
        assertEquals("0/0/6/0/0", figures(world.run(view, false, false)));
        assertEquals("0/0/6/0/0", figures(world.run(sales(), false, false)));
        assertEquals(6, world.all().size());
        String keyless = "name,amount\nRoof,100\nRoof,100\nDoor,5\n";
        assertEquals("3/0/0/0/0", figures(world.run(world.upload("opportunities", keyless), false, false)));
        assertEquals("0/0/3/0/0", figures(world.run(world.upload("opportunities", keyless), false, false)));
        assertEquals(9, world.all().size());
    }

    @Test
    public void a_changed_row_changes_its_record_but_not_what_people_changed_here() {
        world.run(sales(), false, false);
        Opportunity mine = world.byKey("HAXMC4IX");
        world.opportunities.update(com.pivotino.crm.api.Call.of(world.root), mine.id(), new MergePatch(Map.of("name", "Our name")));
        String changed = SALES.replace("HAXMC4IX,James Ascencio,MG Advanced,Ron-tech,Engaging,11/3/2016,,",
                "HAXMC4IX,James Ascencio,MG Advanced,Ron-tech,Won,11/3/2016,4/1/2017,3393");
        ImportView view = world.options(world.upload("opportunities", changed),
                Map.of("lostReason", "imported", "createMissing", List.of("contact", "user")));
        assertEquals("0/1/5/0/0", figures(world.run(view, true, false)));
        assertEquals("0/1/5/0/0", figures(world.run(view, false, false)));
        Opportunity now = world.byKey("HAXMC4IX");
        assertEquals("Our name Won 3393.00", now.name() + " " + now.stage().name() + " " + now.expectedRevenue().amount());
    }

    @Test
    public void the_same_key_twice_in_one_file_is_imported_once() {
        ImportView view = world.mapping(world.upload("opportunities", "id,name\n1,Roof\n1,Other\n"), Map.of());
        assertEquals("1/0/1/0/0", figures(world.run(view, false, false)));
        assertEquals(List.of("warning duplicate_in_file id"), problems(world.report(view).get(1)));
    }

    @Test
    public void unknown_columns_fields_and_options_are_refused() {
        ImportView view = world.upload("opportunities", SALES);
        assertEquals("unknown_column", refusal(view, Map.of("mapping", Map.of("nope", "name"))));
        assertEquals("unknown_field", refusal(view, Map.of("mapping", Map.of("product", "nope"))));
        assertEquals("mapped_twice", refusal(view, Map.of("mapping", Map.of("product", "customer"))));
        assertEquals("unknown_stage", refusal(view, Map.of("values", Map.of("stage", Map.of("Won", 99)))));
        assertEquals("unknown_field", refusal(view, Map.of("values", Map.of("nope", Map.of("a", 1)))));
        assertEquals("unknown_field", refusal(view, Map.of("options", Map.of("nope", 1))));
        assertEquals("invalid", refusal(view, Map.of("options", Map.of("dateFormat", "yyyy"))));
        assertEquals("unknown_field", refusal(view, Map.of("nope", 1)));
        assertEquals("version_conflict", assertThrows(CrmException.class,
                () -> world.operations.edit(world.root, view.id(), new MergePatch(Map.of()), view.version() + 7)).code());
    }

    @Test
    public void a_decision_on_a_stage_or_a_spelling_holds() {
        ImportView view = sales();
        world.operations.edit(world.root, view.id(), new MergePatch(Map.of("values",
                Map.of("stage", Map.of("Engaging", 4), "product", Map.of("GTXPro", "GTX Pro 2")))), null);
        world.run(view, false, false);
        assertEquals("Proposition", world.byKey("HAXMC4IX").stage().name());
        assertEquals("GTX Pro 2 - Isdom", world.byKey("Z063OYW0").name());
    }

    private String refusal(ImportView view, Map<String, Object> patch) {
        CrmException e = assertThrows(CrmException.class, () -> world.operations.edit(world.root, view.id(), new MergePatch(patch), null));
        return e.fields().get(0).code();
    }
}
