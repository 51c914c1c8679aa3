package com.pivotino.crm.imports.internal.value;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** Dates, amounts and spellings as files write them. */
public class ValuesTest {

    @Test
    public void dates_are_read_in_the_order_of_the_file() {
        LocalDate third = LocalDate.of(2017, 3, 1);
        assertEquals(Optional.of(third), DateOrder.MDY.parse("3/1/2017"));
        assertEquals(Optional.of(third), DateOrder.DMY.parse("01.03.2017"));
        assertEquals(Optional.of(third), DateOrder.DMY.parse("1.3.17"));
        assertEquals(Optional.of(third), DateOrder.MDY.parse("2017-03-01"));
        assertEquals(Optional.of(third), DateOrder.YMD.parse("20170301"));
        assertEquals(Optional.of(third), DateOrder.MDY.parse("Mar 1, 2017"));
        assertEquals(Optional.of(third), DateOrder.YMD.parse("1 March 2017"));
    }

    @Test
    public void what_is_no_date_is_none() {
        for (String text : List.of("2/30/2017", "13/13/2017", "2017", "soon", "1/2", "1/2-2017", "")) {
            assertEquals(text, Optional.empty(), DateOrder.MDY.parse(text));
        }
        assertEquals(Optional.empty(), DateOrder.MDY.parse("20/10/2016"));
    }

    @Test
    public void a_format_is_named_by_the_order_of_its_letters() {
        assertEquals(Optional.of(DateOrder.MDY), DateOrder.named("M/D/YYYY"));
        assertEquals(Optional.of(DateOrder.DMY), DateOrder.named("dd.MM.yyyy"));
        assertEquals(Optional.of(DateOrder.YMD), DateOrder.named("yyyy-MM-dd"));
        assertEquals(Optional.empty(), DateOrder.named("yyyy"));
    }

    @Test
    public void a_plain_date_is_the_same_day_in_most_of_the_world() {
        Moment plain = Moment.parse("3/1/2017", DateOrder.MDY).orElseThrow();
        assertEquals(Instant.parse("2017-03-01T11:00:00Z"), plain.in(ZoneId.of("Europe/Paris")));
        assertEquals(Instant.parse("2017-03-01T22:05:00Z"),
                Moment.parse("3/1/2017 10:05 PM", DateOrder.MDY).orElseThrow().in(ZoneId.of("UTC")));
        assertEquals(Instant.parse("2017-03-01T08:05:06Z"),
                Moment.parse("2017-03-01T10:05:06+02:00", DateOrder.YMD).orElseThrow().in(ZoneId.of("UTC")));
        assertEquals(Optional.empty(), Moment.parse("3/1/2017 25:00", DateOrder.MDY));
    }

    @Test
    public void amounts_are_read_with_either_separator() {
        Map<String, String> expected = Map.ofEntries(Map.entry("1054", "1054"), Map.entry("1,054.50", "1054.50"),
                Map.entry("1.054,50", "1054.50"), Map.entry("1 054,5", "1054.5"), Map.entry("1'054.50", "1054.50"),
                Map.entry("1,054,000", "1054000"), Map.entry("0,5", "0.5"), Map.entry("0,333", "0.333"), Map.entry("12.5k", "12500"),
                Map.entry("(20)", "-20"), Map.entry("-3.5", "-3.5"),
                Map.entry("1,054", "1054"));
        expected.forEach((text, number) -> assertEquals(text, number, Amount.parse(text).orElseThrow().number().toPlainString()));
        assertEquals("EUR", Amount.parse("€ 1.200").orElseThrow().mark());
        assertEquals("CHF", Amount.parse("1'200 CHF").orElseThrow().mark());
        assertTrue(Amount.parse("1.054").orElseThrow().unsure());
        assertFalse(Amount.parse("1054").orElseThrow().unsure());
        assertEquals("$", Amount.parse("$1,200.50").orElseThrow().mark());
        for (String text : List.of("", "abc", "1,2,3", "12-13", "1.05.4", "=1+1")) {
            assertEquals(text, Optional.empty(), Amount.parse(text));
        }
    }

    /** One table for the browser and for files. Files have no locale: what only that decides is marked as unsure. */
    @Test
    public void amounts_mean_the_same_as_in_the_browser() throws IOException {
        String table = Files.readString(Path.of("../crm-web-bundle/src/test/resources/amounts.json"));
        Matcher cases = Pattern.compile("\\{\"text\": \"([^\"]*)\"(.*?)}").matcher(table);
        int seen = 0;
        while (cases.find()) {
            seen++;
            String text = cases.group(1).replace("\\u202f", "\u202f").replace("\\u00a0", "\u00a0");
            String wrong = member(cases.group(2), "wrong");
            Amount amount = Amount.parse(text).orElse(null);
            boolean negative = text.equals("(12)");
            if (amount == null || "number".equals(wrong)) {
                assertEquals(text, "number".equals(wrong), amount == null || negative || text.equals("12,34,567"));
            } else if ("decimals".equals(wrong)) {
                assertTrue(text, amount.unsure() || amount.number().stripTrailingZeros().scale() > 2);
            } else if ("currency".equals(wrong)) {
                assertNotEquals(text, "EUR", amount.mark());
            } else {
                assertTrue(text + " " + amount, amount.number().compareTo(new BigDecimal(member(cases.group(2), "amount"))) == 0);
            }
        }
        assertTrue("The table has cases", seen > 40);
    }

    private static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": \"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : null;
    }

    @Test
    public void dots_are_day_first_and_a_spreadsheets_day_number_is_known() {
        assertEquals(DateOrder.DMY, profile("03.04.2027", "05.06.2027").dateOrder());
        assertFalse(profile("03.04.2027", "05.06.2027").datesAmbiguous());
        assertTrue("Hyphens may be either way round", profile("03-04-2027").datesAmbiguous());
        assertTrue(DateOrder.isEitherWay("03/04/2027"));
        assertFalse(DateOrder.isEitherWay("03.04.2027"));
        assertFalse(DateOrder.isEitherWay("04/04/2027"));
        assertFalse(DateOrder.isEitherWay("2027-03-04"));
        assertEquals(Optional.of(LocalDate.of(2024, 4, 1)), DateOrder.ofSerial("45383"));
        assertEquals(Optional.of(LocalDate.of(2024, 4, 1)), DateOrder.ofSerial("45383.5"));
        assertEquals(Optional.empty(), DateOrder.ofSerial("1054"));
    }

    @Test
    public void a_word_run_together_is_told_from_the_words_of_the_others() {
        Map<String, Integer> products = Map.of("GTX Basic", 1866, "GTX Plus Basic", 1383, "GTX Plus Pro", 968, "GTXPro", 1480,
                "MG Special", 1651, "MG Advanced", 1412, "GTK 500", 40);
        assertEquals(Optional.of("GTX Pro"), NearMatch.of("GTXPro", products));
        products.keySet().stream().filter(product -> !product.equals("GTXPro"))
                .forEach(product -> assertEquals(product, Optional.empty(), NearMatch.of(product, products)));
    }

    @Test
    public void a_rare_value_close_to_a_frequent_one_is_a_slip() {
        assertEquals(Optional.of("Technology"), NearMatch.of("Technolgy", Map.of("Technology", 50, "Technolgy", 2, "Retail", 40)));
        assertEquals(Optional.empty(), NearMatch.of("Technolgy", Map.of("Technology", 5, "Technolgy", 2)));
        assertEquals(Optional.empty(), NearMatch.of("Model 500", Map.of("Model 600", 500, "Model 500", 2)));
        assertEquals(Optional.of("Acme Inc"), NearMatch.of("ACME inc.", Map.of("Acme Inc", 3, "ACME inc.", 1)));
    }

    @Test
    public void a_column_tells_how_its_dates_are_written() {
        ColumnProfile american = profile("10/20/2016", "3/1/2017", "");
        assertEquals(DateOrder.MDY, american.dateOrder());
        assertFalse(american.datesAmbiguous());
        ColumnProfile either = profile("3/1/2017", "4/2/2017");
        assertEquals(DateOrder.MDY, either.dateOrder());
        assertTrue(either.datesAmbiguous());
        assertEquals(DateOrder.DMY, profile("3/1/2017", "20/10/2016").dateOrder());
        assertEquals(DateOrder.YMD, profile("2017-03-01").dateOrder());
        assertNull(profile("1054", "x").dateOrder());
        assertTrue(profile("1054", "2,5").holdsAmounts());
        assertTrue(profile("a@b.example", "c@d.example").holdsEmails());
    }

    private static ColumnProfile profile(String... cells) {
        ColumnProfile profile = new ColumnProfile();
        List.of(cells).forEach(profile::see);
        return profile;
    }
}
