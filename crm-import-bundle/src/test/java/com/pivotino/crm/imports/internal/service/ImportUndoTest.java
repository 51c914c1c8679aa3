package com.pivotino.crm.imports.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.reaction.PipelineReaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;

/** Taking an import back: all of it but what somebody has worked on, and that is said row by row. */
public class ImportUndoTest extends OnImports {

    private static final String FILE = "externalId,name,customer,stage,amount\nA,Alpha,Acme,New,100\nB,Beta,Acme,Qualified,200\n"
            + "C,Gamma,Bolt,New,300\n";

    private ImportView imported(String csv) {
        ImportView view = world.upload("opportunities", csv);
        world.options(view, Map.of("createMissing", List.of("contact", "user", "team")));
        world.run(view, false, false);
        return view;
    }

    private ImportView.RunView undo(ImportView view) {
        ImportView.RunView run = world.operations.undo(world.root, view.id(), null);
        assertEquals("taking_back", run.state());
        world.crm.deliverAll();
        return world.operations.run(world.root, view.id(), run.id());
    }

    private static String figures(ImportView.RunView run) {
        return run.state() + " " + run.removed() + "/" + run.restored() + "/" + run.kept();
    }

    private List<String> statuses(ImportView view) {
        return world.report(view).stream().map(ReportLine::status).collect(Collectors.toList());
    }

    private long rows(String table) {
        try (Connection connection = world.crm.dataSource().getConnection(); Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void what_a_run_made_is_gone_again_with_whom_it_made_on_the_way() {
        ImportView view = imported(FILE);
        assertEquals(3, world.all().size());
        ImportView.RunView run = undo(view);
        assertEquals("undone 3/0/0", figures(run));
        assertEquals(List.of("removed", "removed", "removed"), statuses(view));
        assertEquals(0, world.all().size());
        assertEquals(2, world.people.withdrawn.size());
        for (String table : List.of("pl_history", "pl_term", "pl_tag", "pl_import_key", "rt_record_reader")) {
            assertEquals(table, 0, rows(table));
        }
        assertEquals("3/0/0/0/0", ImportWorld.figures(world.run(view, false, false)));
    }

    @Test
    public void what_somebody_has_worked_on_stays_and_the_report_says_so() {
        ImportView view = imported(FILE);
        world.opportunities.move(Call.of(world.root), world.byKey("B").id(), MoveRequest.to(4));
        ImportView.RunView run = undo(view);
        assertEquals("undone 2/0/1", figures(run));
        assertEquals(List.of("removed", "kept", "removed"), statuses(view));
        assertEquals(List.of("warning worked_on null"), ImportWorld.problems(world.report(view).get(1)));
        assertEquals(List.of("Beta"), world.all().stream().map(Opportunity::name).toList());
        assertEquals("its customer is used and stays", 1, world.people.withdrawn.size());
        assertEquals("what stays is still known by its key", "2/0/1/0/0", ImportWorld.figures(world.run(view, false, false)));
    }

    @Test
    public void a_first_activity_that_came_by_itself_is_nobodys_work() {
        world.crm.reaction("activity.opportunities", 100, new String[] {"pipeline.OpportunityCreated"}, (event, tx) ->
                tx.publish(event.record(), new ActivityScheduled(new ActivityState(event.record().id(), event.record(),
                        new TypeRef(1, "todo", "To-Do", "check", "todo"), "First activity", LocalDate.of(2026, 6, 6),
                        Instant.EPOCH, Instant.EPOCH, null, "first", true, "open"))));
        world.crm.reaction("pipeline.activities", 0, new String[] {"activity.*"}, new PipelineReaction(world.core));
        ImportView view = imported(FILE);
        assertEquals("undone 3/0/0", figures(undo(view)));
        assertEquals(List.of(), world.all());
    }

    @Test
    public void what_a_run_changed_is_what_it_was_unless_changed_again() {
        imported(FILE);
        ImportView second = imported(FILE.replace("Alpha", "Alpha Two").replace(",200", ",999").replace("Qualified", "Proposition"));
        assertEquals("Alpha Two", world.byKey("A").name());
        world.opportunities.update(Call.of(world.root), world.byKey("A").id(), new MergePatch(Map.of("priority", 2)));
        ImportView.RunView run = undo(second);
        assertEquals("undone 0/1/1", figures(run));
        assertEquals(List.of("kept", "restored", "skipped"), statuses(second));
        assertEquals("Alpha Two", world.byKey("A").name());
        assertEquals("200.00", world.byKey("B").expectedRevenue().amount().toPlainString());
        assertEquals(3, world.byKey("B").stageId());
    }

    @Test
    public void a_run_is_taken_back_once_and_only_if_it_wrote_something() {
        ImportView view = imported(FILE);
        undo(view);
        assertEquals("nothing_to_undo", refusal(view, world.root));
        ImportView dry = world.upload("opportunities", FILE);
        world.run(dry, true, false);
        assertEquals("nothing_to_undo", refusal(dry, world.root));
    }

    @Test
    public void imports_of_others_are_not_there() {
        ImportView view = imported(FILE);
        assertEquals("not_found", refusal(view, world.mia));
        assertEquals(3, world.all().size());
    }

    @Test
    public void contacts_of_a_file_go_unless_they_are_used() {
        ImportView view = world.upload("contacts", "name,email\nAcme,a@acme.example\nBolt,b@bolt.example\n");
        world.run(view, false, false);
        world.people.kept.add(world.people.contacts.get("bolt").id());
        ImportView.RunView run = undo(view);
        assertEquals("undone 1/0/1", figures(run));
        assertEquals(List.of("removed", "kept"), statuses(view));
        assertTrue(world.people.withdrawn.contains("contact " + world.people.contacts.get("acme").id()));
    }

    private String refusal(ImportView view, Actor actor) {
        return assertThrows(CrmException.class, () -> world.operations.undo(actor, view.id(), null)).code();
    }
}
