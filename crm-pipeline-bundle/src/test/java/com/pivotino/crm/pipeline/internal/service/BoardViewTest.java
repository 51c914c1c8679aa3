package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.event.ContactChanged;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.Duplicates;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.NewSavedFilter;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.SavedFilter;
import com.pivotino.crm.api.rest.MergePatch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** How people look at the board: orders, folded columns, search, filters that they keep, hints of duplicates. */
public class BoardViewTest extends OnWorld {

    private Opportunity card(String name, String amount, LocalDate closing) {
        world.crm.clock().advance(Duration.ofHours(1));
        Money money = amount == null ? null : new Money(new BigDecimal(amount), "EUR");
        return world.make(new NewOpportunity(name, null, null, null, null, money, World.QUALIFIED, 1L, 1L, null, closing, null, null,
                null, null, null));
    }

    private List<String> sorted(String sort) {
        List<String> names = new ArrayList<>();
        ListQuery query = new ListQuery(2, null, sort, false, Map.of());
        BoardColumn column = world.boards.board(world.ann, query).columns().get(2);
        while (true) {
            column.items().forEach(card -> names.add(card.name()));
            if (column.next() == null) {
                return names;
            }
            column = world.boards.column(world.ann, World.QUALIFIED, new ListQuery(2, column.next(), sort, false, Map.of()));
        }
    }

    @Test
    public void columns_are_sorted_and_page_on_in_that_order() {
        card("beta", "20", LocalDate.of(2026, 9, 1));
        Opportunity alpha = card("Alpha", "300", null);
        card("gamma", null, LocalDate.of(2026, 7, 1));
        card("delta", "1", LocalDate.of(2026, 8, 1));
        card("epsilon", "20", LocalDate.of(2026, 7, 1));
        world.crm.clock().advance(Duration.ofHours(1));
        world.opportunities.update(Call.of(world.ann), alpha.id(), new MergePatch(Map.of("priority", 1)));
        assertEquals(List.of("Alpha", "beta", "delta", "epsilon", "gamma"), sorted("name"));
        assertEquals(List.of("Alpha", "epsilon", "beta", "delta", "gamma"), sorted("-expectedRevenue"));
        assertEquals(List.of("Alpha", "gamma", "epsilon", "delta", "beta"), sorted("expectedClosing"));
        assertEquals(List.of("beta", "Alpha", "gamma", "delta", "epsilon"), sorted("createdAt"));
        assertEquals("Alpha", sorted("-changedAt").get(0));
        assertEquals(5, sorted("activity").size());
        assertEquals("epsilon", sorted(null).get(0));
        CrmException e = assertThrows(CrmException.class, () -> sorted("colour"));
        assertEquals("sort", e.fields().get(0).field());
    }

    @Test
    public void P5_each_folds_columns_for_themselves() {
        assertTrue(world.column(world.ann, World.LOST).folded());
        assertFalse(world.column(world.ann, World.WON).folded());
        assertTrue(world.boards.fold(Call.of(world.ann), World.WON, true));
        assertFalse(world.boards.fold(Call.of(world.ann), World.LOST, false));
        assertTrue(world.column(world.ann, World.WON).folded());
        assertFalse(world.column(world.ann, World.LOST).folded());
        assertTrue(world.column(world.bob, World.LOST).folded());
        assertTrue("the stage's default again", world.boards.fold(Call.of(world.ann), World.LOST, null));
        assertTrue(world.column(world.ann, World.LOST).folded());
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.boards.fold(Call.of(world.ann), 99, true)).code());
    }

    private List<Long> found(String q) {
        return world.opportunities.list(world.ann, World.query(50, "q", q)).items().stream().map(Opportunity::id).toList();
    }

    @Test
    public void search_finds_plain_letters_parts_of_words_without_spaces_and_numbers_in_any_spacing() {
        Opportunity deal = world.make(new NewOpportunity("Lange Straße in Łódź, 株式会社東京商事", null, null, null, "+33 4 72 10 20 30", null,
                null,
                1L, 1L, null, null, "Plan 2026 2027", List.of(), null, null, null));
        for (String q : List.of("strasse", "STRASSE lodz", "łódź", "東京", "04 72 10 20 30", "0033 472-102030", "102030", "2026 2027")) {
            assertEquals(q, List.of(deal.id()), found(q));
        }
        assertEquals(List.of(), found("大阪"));
        assertEquals(List.of(), found("472 10 20 99"));
        world.opportunities.update(Call.of(world.ann), deal.id(), new MergePatch(Map.of("phone", "0472 99 99 99")));
        assertEquals(List.of(), found("102030"));
        assertEquals(List.of(deal.id()), found("472 999 999"));
    }

    @Test
    public void search_finds_beginnings_of_words_of_name_customer_address_tags_and_text() {
        world.directory.add(new Contact(70, 1, "Müller & Söhne", null, null, null, false));
        Opportunity deal = world.make(new NewOpportunity("Über-Deal No. 7", 70L, null, "buyer@acme.example", null, null, null, 1L, 1L,
                null, null, "They want a lighthouse", List.of("Hot Lead"), null, null, null));
        world.make("Something else");
        for (String q : List.of("uber", "ÜBER", "deal 7", "muller", "söh", "acme.ex", "buyer@acme", "light", "hot", "they uber lead")) {
            assertEquals(q, List.of(deal.id()), found(q));
        }
        for (String q : List.of("ber", "house", "uber nothing", "%", "--")) {
            assertEquals(q, List.of(), found(q));
        }
        assertEquals(2, found(" ").size());
        world.opportunities.update(Call.of(world.ann), deal.id(),
                new MergePatch(Map.of("description", "A tower", "tags", List.of("cold"))));
        assertEquals(List.of(), found("lighthouse"));
        assertEquals(List.of(deal.id()), found("tower cold"));
        world.publish(new RecordRef("contact", 70), new ContactChanged(70, "Newname", null, null, false));
        assertEquals(List.of(deal.id()), found("newname"));
        assertEquals(List.of(), found("muller"));
        world.opportunities.delete(Call.of(world.ann), deal.id());
        assertEquals(List.of(), found("tower"));
    }

    @Test
    public void duplicates_are_hinted_by_address_and_phone_and_only_readable_ones() {
        Opportunity mine = world.make(new NewOpportunity("Mine", null, null, "Buyer@Acme.example", "+49 170 1234567", null, null, 1L, 1L,
                null, null, null, null, null, null, null));
        Opportunity bobs = world.opportunities.create(Call.of(world.bob), new NewOpportunity("Bob's", null, null, "buyer@acme.example",
                null,
                null, null, 2L, 2L, null, null, null, null, null, null, null)).value();
        Opportunity lost = world.make(new NewOpportunity("Old", null, null, "buyer@acme.example", null, null, World.LOST, 1L, 1L, null,
                null, null, null, null, World.NO_BUDGET, null));
        Duplicates byMail = world.reports.duplicates(world.ann, World.query(50, "email", " buyer@ACME.example "));
        assertEquals(List.of(mine.id()), byMail.opportunities().stream().map(hint -> hint.id()).toList());
        assertEquals(List.of("email"), byMail.opportunities().get(0).matched());
        for (String phone : List.of("0170 1234567", "+49 (170) 123-4567", "00491701234567")) {
            Duplicates byPhone = world.reports.duplicates(world.ann, World.query(50, "phone", phone));
            assertEquals(phone, List.of(mine.id()), byPhone.opportunities().stream().map(hint -> hint.id()).toList());
        }
        assertEquals(List.of(), world.reports.duplicates(world.ann, World.query(50, "phone", "567")).opportunities());
        assertEquals(List.of(bobs.id()), world.reports.duplicates(world.bob, World.query(50, "email", "buyer@acme.example"))
                .opportunities().stream().map(hint -> hint.id()).toList());
        assertEquals("lost", lost.outcome());
        assertThrows(CrmException.class, () -> world.reports.duplicates(world.ann, World.query(50)));
    }

    @Test
    public void saved_filters_are_each_persons_own_with_one_default_a_view() {
        Call ann = Call.of(world.ann);
        SavedFilter first = world.filters.create(ann, new NewSavedFilter("Mine", "board", "salesperson=me", null, true));
        SavedFilter second = world.filters.create(ann, new NewSavedFilter("Hot", "board", "tag=hot", null, true));
        SavedFilter list = world.filters.create(ann, new NewSavedFilter("All", "list", "", null, true));
        List<SavedFilter> own = world.filters.list(world.ann, World.query(50)).items();
        assertEquals(List.of(false, true, true), own.stream().map(SavedFilter::isDefault).toList());
        assertEquals(List.of(list.id()), world.filters.list(world.ann, World.query(50, "view", "list")).items().stream()
                .map(SavedFilter::id).toList());
        assertEquals(List.of(), world.filters.list(world.bob, World.query(50)).items());
        assertEquals("not_found", refusal(() -> world.filters.update(Call.of(world.root), first.id(),
                new MergePatch(Map.of("name", "x")))));
        assertEquals("not_found", refusal(() -> world.filters.delete(Call.of(world.bob), first.id())));
        SavedFilter renamed = world.filters.update(ann, first.id(), new MergePatch(Map.of("name", "My cards", "sequence", 5)));
        assertEquals(List.of("My cards", "salesperson=me", 5), List.of(renamed.name(), renamed.query(), renamed.sequence()));
        assertEquals("version_conflict", refusal(() -> world.filters.delete(new Call(world.ann, "api", 1L), first.id())));
        world.filters.delete(ann, second.id());
        assertEquals(List.of(first.id(), list.id()), world.filters.list(world.ann, World.query(50)).items().stream()
                .map(SavedFilter::id).toList());
        assertEquals("validation_failed", refusal(() -> world.filters.create(ann, new NewSavedFilter("x", "wall", "", null, null))));
        assertEquals("validation_failed", refusal(() -> world.filters.create(ann, new NewSavedFilter(" ", "list", "", null, null))));
    }

    private static String refusal(org.junit.function.ThrowingRunnable act) {
        return assertThrows(CrmException.class, act).code();
    }

    @Test
    public void counts_of_activities_stay_right_when_damaged_and_repaired() {
        card("one", "1", null);
        card("two", null, null);
        world.requireRightTotals();
        world.core.act(com.pivotino.crm.api.event.Act.of(world.root), (tx, db) -> db.em()
                .createNativeQuery("DELETE FROM pl_active_delta").executeUpdate());
        assertTrue(world.totals.check(), world.totals.check().contains("wrong"));
        world.totals.repair();
        world.requireRightTotals();
        world.crm.clock().advance(Duration.ofDays(60));
        world.totals.run(world.crm.clock().instant());
        world.requireRightTotals();
        assertEquals(2, world.column(world.ann, World.QUALIFIED).activity().overdue());
        assertEquals(world.column(world.ann, World.QUALIFIED), world.column(world.ann, World.QUALIFIED, "q", ""));
    }
}
