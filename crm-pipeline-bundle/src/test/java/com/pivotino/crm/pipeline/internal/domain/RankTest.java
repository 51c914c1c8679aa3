package com.pivotino.crm.pipeline.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class RankTest {

    @Test
    public void P6_new_cards_go_above_for_a_hundred_thousand_cards_without_growing() {
        String top = Rank.FIRST;
        for (int i = 0; i < 100_000; i++) {
            String above = Rank.above(top);
            assertTrue(above.compareTo(top) < 0);
            top = above;
        }
        assertEquals(Rank.FIRST.length(), top.length());
    }

    @Test
    public void P6_between_two_is_between_and_as_short_as_can_be() {
        assertEquals("50000000000005", Rank.between("5000000000000", "5000000000001"));
        assertEquals("5000000000001", Rank.between("5000000000000", "5000000000002"));
        assertEquals("50000000000003", Rank.between("5000000000000", "50000000000005"));
        assertEquals("4999999999999", Rank.between(null, "5000000000000"));
        assertEquals("5000000000001", Rank.between("50000000000007", null));
        assertEquals(Rank.FIRST, Rank.between(null, null));
    }

    @Test
    public void P6_text_order_is_the_order_whatever_is_dragged_where() {
        Random random = new Random(42);
        List<String> column = new ArrayList<>(List.of(Rank.FIRST));
        for (int i = 0; i < 5_000; i++) {
            int at = random.nextInt(column.size() + 1);
            String upper = at == 0 ? null : column.get(at - 1);
            String lower = at == column.size() ? null : column.get(at);
            String rank = Rank.between(upper, lower);
            assertNotNull(rank);
            column.add(at, rank);
        }
        assertEquals(column.stream().sorted().distinct().toList(), column);
        assertTrue(column.stream().allMatch(rank -> rank.length() < 40));
    }

    @Test
    public void P6_one_place_takes_hundreds_of_drags_then_says_that_it_is_full() {
        String upper = "5000000000000";
        String lower = "5000000000001";
        int drags = 0;
        for (String rank = lower; rank != null; rank = Rank.between(upper, rank)) {
            lower = rank;
            drags++;
        }
        assertTrue("only " + drags, drags > 700);
        assertTrue(lower.length() <= 255);
        assertNull(Rank.between(upper, upper));
        assertNull(Rank.between(lower, upper));
    }

    @Test
    public void P6_spread_keeps_bounds_and_order() {
        for (String[] bounds : new String[][] {{"5000000000000", "5000000000001"}, {null, "5000000000000"},
                {"5000000000000", null}, {null, null}, {"50000000000001", "500000000000011"}}) {
            List<String> places = Rank.spread(bounds[0], bounds[1], 51);
            assertEquals(51, places.stream().distinct().count());
            assertEquals(places.stream().sorted().toList(), places);
            assertTrue(bounds[0] == null || bounds[0].compareTo(places.get(0)) < 0);
            assertTrue(bounds[1] == null || bounds[1].compareTo(places.get(50)) > 0);
            assertTrue(places.stream().allMatch(place -> place.length() < 25));
        }
        assertNull(Rank.spread("5000000000000", "5000000000000", 2));
    }
}
