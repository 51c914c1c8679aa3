package com.pivotino.crm.api.text;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class SearchTextTest {

    @Test
    public void letters_without_a_decomposition_are_found_by_their_plain_spelling() {
        assertFinds("strasse", "Lange Straße 5");
        assertFinds("STRASSE", "LANGE STRAẞE");
        assertFinds("straße", "Lange Strasse");
        assertFinds("lodz", "Łódź");
        assertFinds("ol", "Øl og vin");
        assertFinds("isik", "Işık Ltd");
        assertFinds("IŞIK", "ışık");
        assertFinds("istanbul", "İstanbul");
        assertFinds("aegir", "Ægir");
        assertFinds("thor", "Þór");
        assertFinds("dordevic", "Đorđević");
        assertFinds("muller", "Müller");
    }

    @Test
    public void case_accents_and_compatibility_forms_do_not_count() {
        assertFinds("cafe", "CAFÉ");
        assertFinds("cafe", "Cafe\u0301 du port");
        assertFinds("office", "Oﬃce");
        assertFinds("ёлка", "Елка");
        assertFinds("acme", "ＡＣＭＥ");
    }

    @Test
    public void every_word_of_a_search_begins_a_word_of_the_text() {
        assertFinds("har li", "Harbour lights");
        assertFalse(finds("bour", "Harbour lights"));
        assertFalse(finds("harbour dark", "Harbour lights"));
        assertFinds("müller-lüdenscheidt", "Frau Müller-Lüdenscheidt");
    }

    @Test
    public void scripts_without_spaces_are_found_inside_a_word() {
        assertFinds("東京", "株式会社東京商事");
        assertFinds("商事", "株式会社東京商事");
        assertFinds("カメラ", "デジタルカメラ");
        assertFinds("서울", "주식회사서울전자");
        assertFinds("กรุงเทพ", "บริษัทกรุงเทพ");
        assertFalse(finds("大阪", "株式会社東京商事"));
    }

    @Test
    public void a_phone_number_is_found_from_any_digit_on_and_in_any_spacing() {
        Set<String> kept = new LinkedHashSet<>();
        SearchText.addNumber("+33 4 72 10 20 30", 60, kept);
        for (String typed : List.of("04 72 10 20 30", "+33 472 102030", "0033472102030", "(4) 72-10.20", "102030", "72/10 20")) {
            String digits = SearchText.askedNumber(typed);
            assertTrue(typed, kept.stream().anyMatch(number -> number.startsWith(digits)));
        }
        assertNull("a year", SearchText.askedNumber("2026"));
        assertNull("a name", SearchText.askedNumber("Plan 2026 2027"));
        assertEquals("472102030", SearchText.numberTail("0472 10 20 30"));
        assertNull(SearchText.numberTail("112"));
    }

    @Test
    public void words_are_bounded_in_length_and_number() {
        Set<String> kept = new LinkedHashSet<>();
        SearchText.add("a".repeat(100) + " " + "会".repeat(200), 40, 20, kept);
        assertEquals(20, kept.size());
        assertTrue(kept.stream().allMatch(word -> word.length() <= 40));
        assertEquals(List.of(), List.copyOf(SearchText.asked(" -- ", 40, 8)));
        assertEquals("b", SearchText.after("a"));
    }

    private static void assertFinds(String search, String text) {
        assertTrue(search + " in " + text, finds(search, text));
    }

    private static boolean finds(String search, String text) {
        Set<String> kept = new LinkedHashSet<>();
        SearchText.add(text, 40, 80, kept);
        return SearchText.asked(search, 40, 8).stream().allMatch(asked -> kept.stream()
                .anyMatch(word -> word.compareTo(asked) >= 0 && word.compareTo(SearchText.after(asked)) < 0));
    }
}
