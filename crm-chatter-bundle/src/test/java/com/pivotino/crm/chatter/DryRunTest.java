package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ActivityBulk;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.OpportunityBulk;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.MergePatch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.Test;

/** {@code ?dryRun=true}: every act answers what it would answer, and not one row of any table is another one after it. */
public class DryRunTest extends OnTrio {

    private static final long QUALIFIED = 3;
    private static final long NO_BUDGET = 3;

    @Test
    public void P19_a_dry_run_of_every_act_answers_its_effects_and_changes_nothing_anywhere() throws SQLException {
        List<String> heard = new ArrayList<>();
        trio.crm.listener("everything", new String[] {"*"}, event -> heard.add(event.type()));
        for (Map.Entry<String, Supplier<Answer<?>>> act : acts().entrySet()) {
            trio.crm.deliverAll();
            heard.clear();
            Map<String, List<String>> before = rows();
            Answer<?> dry = trio.crm.requests().within(true, act.getValue()::get);
            trio.crm.deliverAll();
            assertEquals(act.getKey(), before, rows());
            assertEquals(act.getKey(), List.of(), heard);
            Answer<?> done = act.getValue().get();
            assertEquals(act.getKey(), summaries(done), summaries(dry));
            assertEquals(act.getKey(), done.undo() == null, dry.undo() == null);
            assertFalse(act.getKey() + " did nothing at all", before.equals(rows()));
        }
    }

    /** Each on a card of its own. */
    private static Map<String, Supplier<Answer<?>>> acts() {
        Actor ann = trio.actor(1);
        Call call = Call.of(ann);
        Map<String, Supplier<Answer<?>>> acts = new LinkedHashMap<>();
        acts.put("create", () -> trio.opportunities.create(call, NewOpportunity.named("Made")));
        long edited = make();
        acts.put("edit", () -> trio.opportunities.update(call, edited, new MergePatch(Map.of("name", "Renamed"))));
        long moved = make();
        acts.put("move", () -> trio.opportunities.move(call, moved, MoveRequest.to(QUALIFIED)));
        long won = make();
        acts.put("won", () -> trio.opportunities.win(call, won, new WonRequest("cancel")));
        long lost = make();
        acts.put("lost", () -> trio.opportunities.lose(call, lost, new LostRequest(NO_BUDGET, null, "Note", null)));
        acts.put("restoration", () -> trio.opportunities.restore(call, lost, new RestoreRequest(null)));
        List<Long> many = List.of(make(), make());
        acts.put("bulk", () -> trio.opportunities.bulk(call, OpportunityBulk.all(many,
                new OpportunityBulk.Move(MoveRequest.to(QUALIFIED)))));
        acts.put("bulk delete", () -> trio.opportunities.bulk(call,
                OpportunityBulk.all(many, new OpportunityBulk.Delete())));
        long planned = make();
        acts.put("schedule", () -> trio.activities.schedule(ann, new NewActivity(RecordRef.opportunity(planned), 1L, "Call",
                null, null, null)));
        long finished = first(make());
        acts.put("completion", () -> trio.activities.complete(Call.of(ann), finished, new Completion("Spoke", null, null, null)));
        long dropped = first(make());
        acts.put("cancellation", () -> trio.activities.cancel(Call.of(ann), dropped, new Cancellation("No")));
        long ticked = first(make());
        acts.put("activities in bulk", () -> trio.work.bulk(ann, new ActivityBulk(List.of(ticked), "done", null, null, null, null,
                null, null, null, null, null)));
        String token = trio.opportunities.move(call, make(), MoveRequest.to(QUALIFIED)).undo().token();
        acts.put("undo", () -> trio.crm.undos().undo(ann, token));
        return acts;
    }

    private static long make() {
        return trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named("Deal")).value().id();
    }

    private static long first(long card) {
        return trio.opportunities.get(trio.actor(4), card).nextActivity().id();
    }

    private static List<String> summaries(Answer<?> answer) {
        return answer.effects().stream().map(effect -> effect.type() + ": " + effect.summary()).toList();
    }

    /** Every row of every table, but for the leases and places that deliveries write by themselves. */
    private static Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = trio.crm.dataSource().getConnection(); Statement sql = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet row = sql.executeQuery("SELECT table_name FROM information_schema.tables"
                    + " WHERE UPPER(table_schema) NOT IN ('INFORMATION_SCHEMA', 'PG_CATALOG')"
                    + " AND LOWER(table_name) NOT IN ('rt_cursor', 'rt_sequencer', 'rt_lock')")) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            for (String name : names) {
                tables.put(name, content(sql, name));
            }
        }
        return tables;
    }

    private static List<String> content(Statement sql, String table) throws SQLException {
        List<String> content = new ArrayList<>();
        try (ResultSet row = sql.executeQuery("SELECT * FROM " + table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    text.append(row.getString(i)).append('|');
                }
                content.add(text.toString());
            }
        }
        content.sort(null);
        return content;
    }
}
