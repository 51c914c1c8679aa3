package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.pipeline.internal.service.TotalsKeeper;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** {@code crm:verify} finds nothing in what acts have made, and everything that was broken behind their back. */
public class IntegrityTest extends OnEachDatabase {

    private static final List<String> TABLES = List.of("pl_opportunity", "pl_history", "pl_total_delta", "pl_open_activity",
            "ac_activity", "ac_record", "ch_entry", "ch_change", "rt_record", "rt_event", "rt_cursor", "rt_parked", "rt_missed");

    /** Each breaks one thing that must hold; with what the finding says. */
    private static Map<String, String> mutants() {
        Map<String, String> mutants = new LinkedHashMap<>();
        String card = " WHERE id = (SELECT MIN(id) FROM pl_opportunity)";
        String open = " WHERE id = (SELECT MIN(id) FROM ac_activity WHERE status = 'OPEN')";
        mutants.put("UPDATE pl_opportunity SET outcome = 'won'" + card, "A card is won in a won stage");
        mutants.put("UPDATE pl_opportunity SET probability = 99 WHERE outcome = 'won'", "Won is 100 percent");
        mutants.put("UPDATE pl_opportunity SET lost_reason_id = 1" + card, "A lost card has a reason");
        mutants.put("UPDATE pl_opportunity SET closed_at = NULL WHERE outcome = 'lost'", "A closed card has a closing date");
        mutants.put("UPDATE pl_opportunity SET stage_id = 4" + card, "The history ends in the card's stage");
        mutants.put("UPDATE pl_history SET to_kind = 'won' WHERE to_kind = 'lost' AND kind = 'outcome'",
                "The history ends with the card's outcome");
        mutants.put("DELETE FROM pl_history WHERE from_kind = 'new' AND to_kind = 'normal'", "A line of the history goes on");
        mutants.put("UPDATE pl_total_delta SET amount = amount + 1", "The board's totals are the sums");
        mutants.put("UPDATE pl_opportunity SET rank_key = '7'" + card, "A card has a place in its column");
        mutants.put("UPDATE pl_opportunity SET next_due = DATE '2000-01-01'" + card, "A card shows its earliest open activity");
        mutants.put("UPDATE pl_opportunity SET name = 'Another'" + card, "A card is as its last event told");
        mutants.put("UPDATE rt_record SET title = 'Another'", "The record index knows each card as it is");
        mutants.put("DELETE FROM rt_record", "The record index knows each card as it is");
        mutants.put("DELETE FROM pl_open_activity", "A card knows exactly its open activities");
        mutants.put("INSERT INTO pl_open_activity (id, opportunity_id, due_date, today_from, late_from) SELECT -1, MIN(id), DATE"
                + " '2000-01-01',"
                + " TIMESTAMP '2000-01-01 00:00:00', TIMESTAMP '2000-01-01 00:00:00' FROM pl_opportunity",
                "A card knows exactly its open activities");
        mutants.put("UPDATE ac_activity SET first_generation = id, record_id = (SELECT MIN(id) FROM pl_opportunity), status = 'OPEN'",
                "A card has at most one open first activity");
        mutants.put("UPDATE ac_activity SET first_generation = id, record_id = (SELECT MIN(id) FROM pl_opportunity), status = 'DONE'",
                "At most one first activity of a card was ever done");
        mutants.put("UPDATE ac_activity SET first_generation = NULL" + open, "A card in New that had a first activity still has one");
        mutants.put("UPDATE ac_activity SET cancel_reason = 'and done' WHERE status = 'DONE'", "An activity is open, done or cancelled");
        mutants.put("UPDATE rt_record SET deleted = TRUE", "A deleted card has no activities");
        mutants.put("UPDATE ac_record SET outcome = 'won'", "What is known of a card is what its last event told");
        mutants.put("DELETE FROM ch_entry WHERE subtype = 'stage_changed'", "Every change stands in the feed");
        mutants.put("UPDATE ch_entry SET record_id = -1", "Every change stands in the feed");
        mutants.put("INSERT INTO ch_entry (id, event_id, record_type, record_id, kind, subtype, entry_at, body, cause_id, folded,"
                + " automatic, undone, hidden)"
                + " SELECT -1, 'twice', record_type, record_id, kind, subtype, entry_at, body, cause_id, folded, automatic, undone, hidden"
                + " FROM ch_entry"
                + " WHERE id = (SELECT MIN(id) FROM ch_entry)", "Everything that the feed tells has happened, once");
        mutants.put("DELETE FROM rt_event WHERE position = 3", "The places in the log have no gap");
        mutants.put("UPDATE rt_event SET position = 4 WHERE position = 3", "A place in the log is given once");
        mutants.put("UPDATE rt_event SET event_id = 'same' WHERE position < 3", "An event is in the log once");
        mutants.put("DELETE FROM rt_event WHERE hop = 0 AND type = 'pipeline.StageChanged'",
                "What followed from something stands in the log");
        mutants.put("INSERT INTO rt_cursor (listener_id, position) VALUES ('ahead', 1000000)", "A listener stands inside the log");
        mutants.put("INSERT INTO rt_cursor (listener_id, position, owner) VALUES ('owned', 0, 'me')",
                "Who works a lane has it for a while");
        mutants.put("INSERT INTO rt_parked (listener_id, event_seq, parked_at, tries) VALUES ('gone', 1, TIMESTAMP '2000-01-01 00:00:00',"
                + " 1)",
                "What is parked for a listener is in the log");
        mutants.put("INSERT INTO rt_missed (reaction_id, event_seq) VALUES ('unknown', 1)", "What a reaction missed is in the log");
        return mutants;
    }

    private Trio trio;

    @Before
    public void live() {
        trio = new Trio(database);
        Call ann = Call.of(trio.actor(1));
        long open = create("Open");
        long won = create("Won");
        long lost = create("Lost");
        long back = create("Back again");
        long done = create("Done");
        trio.opportunities.win(ann, won, new WonRequest(null));
        trio.opportunities.lose(ann, lost, new LostRequest(3L, null, "Sorry", null));
        trio.opportunities.lose(ann, back, new LostRequest(3L, null, null, null));
        trio.opportunities.restore(ann, back, new RestoreRequest(null));
        trio.opportunities.move(ann, back, MoveRequest.to(3));
        trio.opportunities.move(ann, back, MoveRequest.to(4));
        trio.activities.complete(Call.of(trio.actor(1)), trio.opportunities.get(trio.actor(1), done).nextActivity().id(),
                Completion.plain());
        String undo = trio.opportunities.move(ann, open, MoveRequest.to(3)).undo().token();
        trio.crm.undos().undo(trio.actor(1), undo);
        trio.crm.deliverAll();
    }

    @After
    public void close() {
        trio.close();
    }

    @Test
    public void what_acts_have_made_holds_together() {
        assertEquals(List.of(), trio.verify());
    }

    @Test
    public void everything_that_is_broken_is_found() {
        TABLES.forEach(table -> execute("CREATE TABLE keep_" + table + " AS SELECT * FROM " + table));
        for (Map.Entry<String, String> mutant : mutants().entrySet()) {
            execute(mutant.getKey());
            List<String> wrong = trio.verify();
            assertTrue(mutant.getKey() + " should break '" + mutant.getValue() + "': " + wrong,
                    wrong.stream().anyMatch(finding -> finding.contains(mutant.getValue())));
            TABLES.forEach(table -> execute("DELETE FROM " + table));
            TABLES.forEach(table -> execute("INSERT INTO " + table + " SELECT * FROM keep_" + table));
        }
        assertEquals("all is as before", List.of(), trio.verify());
    }

    @Test
    public void totals_that_are_wrong_are_told_of_and_repaired() {
        TotalsKeeper totals = new TotalsKeeper(trio.core);
        totals.run(trio.crm.clock().instant());
        execute("UPDATE pl_total SET n = n + 5, amount = amount - 17.5 WHERE stage_id = (SELECT MIN(stage_id) FROM pl_total)");
        execute("DELETE FROM pl_total WHERE stage_id = (SELECT MAX(stage_id) FROM pl_total)");
        execute("INSERT INTO pl_total_delta (stage_id, team_id, salesperson_id, currency, n, amount, weighted) VALUES (3, 9, 9, 'EUR', 1,"
                + " 1, 1)");
        List<String> wrong = trio.verify();
        assertEquals(wrong.toString(), 1, wrong.size());
        assertTrue(wrong.get(0), wrong.get(0).contains("The board's totals are the sums of the cards: no, 3"));
        assertEquals("Mended the board's totals in 3 places.", totals.repair());
        assertEquals(List.of(), trio.verify());
        assertEquals("The board's totals were right.", totals.repair());
    }

    @Test
    public void what_a_big_import_has_made_holds_together_too() {
        int cards = Integer.getInteger("crm.verify.cards", 500);
        for (int i = 0; i < cards; i += 500) {
            int from = i;
            trio.opportunities.createAll(Call.of(trio.actor(4)), IntStream.range(from, from + 500).mapToObj(row -> new ImportedOpportunity(
                    NewOpportunity.named("Row " + row), "row-" + row, null, null, null, true)).toList());
        }
        trio.crm.deliverAll();
        long begin = System.nanoTime();
        assertEquals(List.of(), trio.verify());
        System.out.println("Verified " + cards + " cards on " + database + " in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    private long create(String name) {
        return trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named(name)).value().id();
    }

    private void execute(String command) {
        try (Connection connection = trio.crm.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new AssertionError(command, e);
        }
    }
}
