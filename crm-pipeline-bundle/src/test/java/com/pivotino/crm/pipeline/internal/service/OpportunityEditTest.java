package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.directory.event.ContactChanged;
import com.pivotino.crm.api.directory.event.ContactMerged;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityDeleted;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.rest.MergePatch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Test;

public class OpportunityEditTest extends OnWorld {

    @After
    public void totalsAreRight() {
        world.requireRightTotals();
    }

    @Test
    public void C5_one_event_a_save_with_display_values_and_version_plus_one() {
        Opportunity deal = world.make("Deal");
        world.events.clear();
        Opportunity edited = edit(deal, null, "expectedRevenue", Map.of("amount", "1200.50", "currency", "EUR"),
                "priority", 2, "salespersonId", 3, "expectedClosing", "2026-07-01", "description", "long", "tags",
                List.of("a", "A", " b "));
        assertEquals(2, edited.version());
        assertEquals(new Money(new BigDecimal("1200.50"), "EUR"), edited.expectedRevenue());
        assertEquals(List.of("a", "b"), edited.tags());
        assertEquals("Mia", edited.salesperson().name());
        assertEquals(LocalDate.of(2026, 7, 1), edited.expectedClosing());
        assertEquals(List.of("pipeline.OpportunityChanged"), world.told());
        OpportunityChanged told = world.events.get(0).body(OpportunityChanged.class);
        assertEquals(2, told.state().version());
        assertTrue(told.salespersonChanged());
        assertEquals(new NamedRef(1, "Ann"), told.previousSalesperson());
        assertEquals("who may lose sight of it", Long.valueOf(1), told.readersBefore().salespersonId());
        assertEquals(Set.of(new FieldChange("expectedRevenue", null, "1200.50 EUR"), new FieldChange("priority", "0", "2"),
                new FieldChange("salesperson", "Ann", "Mia"), new FieldChange("expectedClosing", null, "2026-07-01")),
                Set.copyOf(told.changes()));
    }

    @Test
    public void C5_equal_values_tell_nobody_and_untracked_members_an_event_without_words_for_the_feed() {
        Opportunity deal = world.make("Deal");
        world.events.clear();
        assertEquals(1, edit(deal, 99L, "name", "Deal", "priority", 0).version());
        assertEquals(2, edit(deal, null, "description", "Some text").version());
        edit(deal, null, "tags", List.of("Fair"));
        List<OpportunityChanged> told = world.events.stream().map(event -> event.body(OpportunityChanged.class)).toList();
        assertEquals(List.of(List.of("description"), List.of("tags")), told.stream().map(OpportunityChanged::fields).toList());
        assertTrue(told.stream().allMatch(event -> event.changes().isEmpty() && event.readersBefore() == null));
    }

    @Test
    public void a_deletion_tells_who_could_read_it() {
        Opportunity deal = world.make("Deal");
        world.opportunities.delete(Call.of(world.ann), deal.id());
        RecordAccess before = world.events.get(world.events.size() - 1).body(OpportunityDeleted.class).readersBefore();
        assertEquals(Long.valueOf(1), before.salespersonId());
    }

    @Test
    public void stale_edit_of_other_members_is_merged() {
        Opportunity deal = world.make("Deal");
        edit(deal, 1L, "name", "Big deal");
        edit(deal, 2L, "priority", 1);
        Opportunity merged = edit(deal, 1L, "email", "a@example.com");
        assertEquals("Big deal", merged.name());
        assertEquals("a@example.com", merged.email());
        assertEquals(4, merged.version());
        assertEquals(4, edit(deal, 1L, "name", "Big deal").version());
    }

    @Test
    public void stale_edit_of_a_changed_member_is_refused_with_base_theirs_and_mine() {
        Opportunity deal = world.make("Deal");
        edit(deal, 1L, "name", "Big deal");
        edit(deal, 2L, "name", "Huge deal");
        CrmException refused = assertThrows(CrmException.class, () -> edit(deal, 1L, "name", "Small deal", "priority", 3));
        assertEquals("version_conflict", refused.code());
        assertEquals(List.of(Map.of("field", "name", "base", "Deal", "theirs", "Huge deal", "mine", "Small deal")),
                refused.extras().get("conflicts"));
        assertEquals("Huge deal", ((Opportunity) refused.extras().get("current")).name());
        assertEquals(0, world.get(deal.id()).priority());
        assertEquals("version_conflict", refusal(() -> edit(deal, 9L, "priority", 1)));
    }

    @Test
    public void stage_moves_do_not_hinder_a_stale_edit() {
        Opportunity deal = world.make("Deal");
        world.opportunities.move(Call.of(world.ann), deal.id(), MoveRequest.to(World.QUALIFIED));
        assertEquals("Renamed", edit(deal, 1L, "name", "Renamed").name());
    }

    @Test
    public void unknown_members_and_those_of_others_are_told_apart() {
        Opportunity deal = world.make("Deal");
        assertEquals("unknown_field", refusal(() -> edit(deal, null, "nam", "x")));
        assertEquals("forbidden", refusal(() -> edit(deal, null, "stageId", 2)));
        assertEquals("forbidden", refusal(() -> edit(deal, null, "outcome", "won")));
        assertEquals("name", field(() -> edit(deal, null, "name", " ")));
        assertEquals("priority", field(() -> edit(deal, null, "priority", 4)));
        assertEquals("email", field(() -> edit(deal, null, "email", "nonsense")));
        assertEquals("salespersonId", field(() -> edit(deal, null, "salespersonId", 77)));
        assertEquals("teamId", field(() -> edit(deal, null, "teamId", 77)));
        assertEquals("customerId", field(() -> edit(deal, null, "customerId", 77)));
        assertEquals("lostReasonId", field(() -> edit(deal, null, "lostReasonId", 1)));
        assertEquals("expectedRevenue", field(() -> edit(deal, null, "expectedRevenue", Map.of("amount", "-1"))));
        assertEquals(deal, world.get(deal.id()));
    }

    @Test
    public void a_person_who_left_takes_on_nothing() {
        world.directory.add(new User(9, 1, "gone", "Gone", null, null, null, Set.of(), false));
        Opportunity deal = world.make("Deal");
        assertEquals("salespersonId", field(() -> edit(deal, null, "salespersonId", 9)));
    }

    @Test
    public void reason_of_a_lost_one_can_be_corrected_but_not_taken_away() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        world.opportunities.lose(Call.of(world.ann), deal.id(), new LostRequest(World.NO_BUDGET, null, null, null));
        assertEquals("lost_reason_required", refusal(() -> edit(deal, null, "lostReasonId", null)));
        world.events.clear();
        assertEquals("Too expensive", edit(deal, null, "lostReasonId", 1).lostReason().name());
        assertEquals(List.of(new FieldChange("lostReason", "No budget", "Too expensive")),
                world.events.get(0).body(OpportunityChanged.class).changes());
    }

    @Test
    public void customer_by_id_brings_address_and_follows_its_name() {
        world.directory.add(new Contact(50, 1, "Acme", "info@acme.test", "123", null, false));
        Opportunity deal = world.make(new com.pivotino.crm.api.pipeline.NewOpportunity("Deal", 50L, null, null, null, null,
                null, 1L, 1L, null, null, null, null, null, null, null));
        assertEquals(new NamedRef(50, "Acme"), deal.customer());
        assertEquals("info@acme.test", deal.email());
        assertEquals("123", deal.phone());
        world.publish(new RecordRef("contact", 50), new ContactChanged(50, "Acme Ltd", null, null, false));
        assertEquals("Acme Ltd", world.get(deal.id()).customer().name());
        assertEquals(1, world.get(deal.id()).version());
        assertEquals(1, world.opportunities.list(world.ann, World.query(50, "q", "acme LTD")).items().size());
        world.events.clear();
        world.publish(new RecordRef("contact", 50), new ContactChanged(50, "Acme Ltd", null, null, true));
        assertNull(world.get(deal.id()).customer());
        assertEquals("the feed tells of it", List.of(new FieldChange("customer", "Acme Ltd", null)), world.events.stream()
                .filter(event -> event.type().equals("pipeline.OpportunityChanged")).findFirst().orElseThrow()
                .body(OpportunityChanged.class).changes());
        assertEquals("who edits meanwhile sees that it changed", 2, world.get(deal.id()).version());
        assertEquals(0, world.opportunities.list(world.ann, World.query(50, "q", "ltd")).items().size());
    }

    @Test
    public void cards_of_a_merged_contact_get_the_other_say_so_and_come_back_as_one() {
        world.directory.add(new Contact(60, 1, "Twin Co", "a@twin.example", null, null, false));
        world.directory.add(new Contact(61, 1, "Twin Co", "b@twin.example", null, null, false));
        Opportunity mine = ofCustomer("Mine", 61L, 1L);
        Opportunity hidden = ofCustomer("Hidden", 61L, 2L);
        RecordRef record = new RecordRef("contact", 61);
        world.events.clear();
        Answer<DomainEvent> merged = world.crm.acts().run(Act.of(world.mia, record).undoable(10),
                tx -> tx.publish(record, new ContactMerged(61, new NamedRef(60, "Twin Co"))));
        for (Opportunity deal : List.of(mine, hidden)) {
            assertEquals(60, world.get(deal.id()).customer().id());
            assertEquals(2, world.get(deal.id()).version());
        }
        assertEquals("namesakes are told apart in the feed", List.of(new FieldChange("customer", "Twin Co (b@twin.example)",
                "Twin Co (a@twin.example)")), world.events.stream().filter(event -> event.type().equals("pipeline.OpportunityChanged"))
                .findFirst().orElseThrow().body(OpportunityChanged.class).changes());
        assertEquals("what one may not read is counted", List.of("\"Mine\" goes to Twin Co.",
                "1 more opportunity that you cannot read goes along."), merged.effects().stream().map(Effect::summary).toList());
        world.crm.undos().undo(world.mia, merged.undo().token());
        assertEquals(61, world.get(mine.id()).customer().id());
        assertEquals(61, world.get(hidden.id()).customer().id());
        assertEquals(2, world.opportunities.list(world.root, World.query(50, "customer", "61")).items().size());
    }

    @Test
    public void a_merge_is_not_undone_for_a_card_that_was_given_to_somebody_else_since() {
        world.directory.add(new Contact(62, 1, "One", null, null, null, false));
        world.directory.add(new Contact(63, 1, "Two", null, null, null, false));
        world.directory.add(new Contact(64, 1, "Three", null, null, null, false));
        Opportunity deal = ofCustomer("Deal", 63L, 1L);
        RecordRef record = new RecordRef("contact", 63);
        String token = world.crm.acts().run(Act.of(world.mia, record).undoable(10),
                tx -> tx.publish(record, new ContactMerged(63, new NamedRef(62, "One")))).undo().token();
        edit(deal, null, "customerId", 64);
        assertEquals(412, assertThrows(CrmException.class, () -> world.crm.undos().undo(world.mia, token)).kind().status());
        assertEquals("Three", world.get(deal.id()).customer().name());
    }

    private Opportunity ofCustomer(String name, Long customer, Long team) {
        Call call = Call.of(team == 1 ? world.ann : world.bob);
        return world.opportunities.create(call, new com.pivotino.crm.api.pipeline.NewOpportunity(name, customer, null, null, null,
                null, null, team, team, null, null, null, null, null, null, null)).value();
    }

    @Test
    public void names_of_white_space_or_with_line_breaks_are_refused() {
        Opportunity deal = world.make("Deal");
        for (String wrong : new String[] {" ", "\t", "\u00a0", "\u200b \u2003", "Two\nlines", "Two\u2028lines", "Bell\u0007"}) {
            assertEquals("name", assertThrows(CrmException.class, () -> world.make(wrong)).fields().get(0).field());
            assertEquals("name", assertThrows(CrmException.class, () -> edit(deal, null, "name", wrong)).fields().get(0).field());
        }
        assertEquals("D\u00fcsseldorf 5 \u20ac", world.make(" D\u00fcsseldorf 5 \u20ac\n").name());
    }

    @Test
    public void customer_inline_is_made_and_linked_and_null_unlinks() {
        Opportunity deal = world.make("Deal");
        Opportunity linked = edit(deal, null, "customer", Map.of("name", "Newton", "email", "n@example.com"));
        assertEquals("Newton", linked.customer().name());
        assertEquals("ambiguous", assertThrows(CrmException.class,
                () -> edit(deal, null, "customer", Map.of("name", "x"), "customerId", 1)).fields().get(0).code());
        assertNull(edit(deal, null, "customer", null).customer());
    }

    @Test
    public void P3_team_change_moves_a_card_out_of_the_old_teams_stage_in_the_same_save() {
        Stage trial = world.stages.create(Call.of(world.mia), new NewStage("Trial", "normal", 38, 60, 1L, null, null));
        Opportunity deal = world.makeIn(trial.id());
        world.events.clear();
        Opportunity moved = handOver(deal, 2);
        assertEquals(World.PROPOSITION, moved.stageId());
        assertEquals(2, moved.version());
        assertEquals(List.of("pipeline.OpportunityChanged"), world.told());
        assertEquals(List.of(new FieldChange("stage", "Trial", "Proposition"), new FieldChange("team", "North", "South")),
                world.events.get(0).body(OpportunityChanged.class).changes());
        assertEquals(2, world.opportunities.history(world.root, deal.id()).size());
    }

    @Test
    public void P3_team_change_keeps_a_stage_that_the_new_team_sees() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        assertEquals(World.QUALIFIED, handOver(deal, 2).stageId());
        assertEquals(1, world.opportunities.history(world.root, deal.id()).size());
        Stage trial = world.stages.create(Call.of(world.mia), new NewStage("Trial", "normal", 38, 60, 1L, null, null));
        assertEquals("stageId", field(() -> world.opportunities.move(Call.of(world.root), deal.id(), MoveRequest.to(trial.id()))));
    }

    @Test
    public void P12_manual_flag_can_be_set_as_it_stands() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        Opportunity kept = edit(deal, null, "probabilityManual", true);
        assertTrue(kept.probabilityManual());
        assertEquals(40, kept.probability());
        assertFalse(edit(deal, null, "probability", null).probabilityManual());
    }

    private Opportunity edit(Opportunity deal, Long version, Object... members) {
        Map<String, Object> patch = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            patch.put((String) members[i], members[i + 1]);
        }
        return world.opportunities.update(new Call(world.ann, "api", version), deal.id(), new MergePatch(patch)).value();
    }

    /** To a team that the owner is not in, which is for administrators. */
    private static Opportunity handOver(Opportunity deal, long team) {
        return world.opportunities.update(Call.of(world.root), deal.id(), new MergePatch(Map.of("teamId", team))).value();
    }

    private static String refusal(org.junit.function.ThrowingRunnable call) {
        return assertThrows(CrmException.class, call).code();
    }

    private static String field(org.junit.function.ThrowingRunnable call) {
        return assertThrows(CrmException.class, call).fields().get(0).field();
    }
}
