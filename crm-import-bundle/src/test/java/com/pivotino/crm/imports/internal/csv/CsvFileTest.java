package com.pivotino.crm.imports.internal.csv;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.CrmException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files as they come in the wild (RELIABILITY A-24). */
public class CsvFileTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void utf8_with_and_without_a_byte_order_mark_is_read_alike() throws IOException {
        assertEquals("[name, city] [[Zoë, Köln]] UTF-8 ,", read("name,city\nZoë,Köln\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("[name, city] [[Zoë, Köln]] UTF-8 ,", read("\ufeffname,city\nZoë,Köln\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void utf16_is_known_by_its_mark_or_by_its_nul_bytes() throws IOException {
        String text = "name;city\r\nZoë;Köln\r\n";
        assertEquals("[name, city] [[Zoë, Köln]] UTF-16LE ;", read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("[name, city] [[Zoë, Köln]] UTF-16BE ;", read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE)));
        assertEquals("[name, city] [[Zoë, Köln]] UTF-16LE ;", read(text.getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    public void what_is_no_utf8_is_windows_1252_even_if_only_its_last_byte_says_so() throws IOException {
        StringBuilder text = new StringBuilder("name\tcity\n");
        for (int i = 0; i < 5000; i++) {
            text.append("plain\tascii\n");
        }
        text.append("Zoë\t€");
        Path file = write(text.toString().getBytes(Charset.forName("windows-1252")));
        try (CsvFile csv = CsvFile.open(file, null)) {
            assertEquals("windows-1252", csv.charset());
            List<CsvRow> rows = rows(csv);
            assertEquals(List.of("Zoë", "€"), rows.get(rows.size() - 1).cells());
        }
    }

    @Test
    public void separators_inside_quotes_do_not_count() throws IOException {
        assertEquals("[name, note] [[A, 1;2;3], [B, 4;5]] UTF-8 ,", read("name,note\nA,\"1;2;3\"\nB,\"4;5\"\n"));
        assertEquals("[name, note] [[A, 1,5], [B, 2,5]] UTF-8 ;", read("sep=;\nname;note\nA;1,5\nB;2,5\n"));
    }

    @Test
    public void rows_know_their_line_across_quoted_line_breaks_and_blank_lines() throws IOException {
        try (CsvFile csv = CsvFile.open(write("a,b\n1,\"x\ny\"\n\n,\n2,z\n".getBytes(StandardCharsets.UTF_8)), null)) {
            List<CsvRow> rows = rows(csv);
            assertEquals(List.of(2, 6), rows.stream().map(CsvRow::line).toList());
            assertEquals("x\ny", rows.get(0).cell(1));
        }
    }

    @Test
    public void columns_get_names_of_their_own_and_short_rows_have_empty_cells() throws IOException {
        try (CsvFile csv = CsvFile.open(write("Name,,name,\n1\n".getBytes(StandardCharsets.UTF_8)), null)) {
            assertEquals(List.of("Name", "Column 2", "name (2)", "Column 4"), csv.columns());
            assertEquals("", rows(csv).get(0).cell(3));
        }
    }

    @Test
    public void nul_characters_and_blanks_around_cells_are_dropped() throws IOException {
        assertEquals("[a, b] [[xy, z]] UTF-8 ,", read("a,b\n x\0y , z \n"));
    }

    @Test
    public void a_quote_that_is_never_closed_is_told_with_its_line() {
        String text = "a,b\n1,2\n3,\"" + "x".repeat(CsvFile.MAX_CELL + 1);
        CrmException refused = assertThrows(CrmException.class, () -> read(text));
        assertEquals("malformed_csv", refused.fields().get(0).code());
        assertEquals(true, refused.getMessage().contains("Line 3"));
    }

    @Test
    public void one_bad_byte_in_good_utf8_is_told_with_its_line_and_not_read_as_something_else() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        bytes.write("name,city\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 2; i <= 301; i++) {
            bytes.write(("Zoë " + i + ",Köln\n").getBytes(StandardCharsets.UTF_8));
        }
        bytes.write(new byte[] {'J', (byte) 0xF6, 'r', 'g', ',', 'x', '\n'});
        CrmException refused = assertThrows(CrmException.class, () -> read(bytes.toByteArray()));
        assertEquals("bad_encoding 302 UTF-8", refused.fields().get(0).code() + " " + refused.extras().get("line") + " "
                + refused.extras().get("encoding"));
        try (CsvFile chosen = CsvFile.open(write(bytes.toByteArray()), Charset.forName("windows-1252"))) {
            assertEquals("Jörg", rows(chosen).get(300).cell(0));
        }
    }

    @Test
    public void one_good_letter_and_one_bad_byte_are_asked_about_too() {
        byte[] good = "name,city\nZoë,Rome\nJ".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = java.util.Arrays.copyOf(good, good.length + 5);
        System.arraycopy(new byte[] {(byte) 0xF6, 'r', 'g', ',', 'x'}, 0, bytes, good.length, 5);
        CrmException refused = assertThrows(CrmException.class, () -> read(bytes));
        assertEquals("bad_encoding 3", refused.fields().get(0).code() + " " + refused.extras().get("line"));
    }

    @Test
    public void an_encoding_that_somebody_chose_is_held_to() throws IOException {
        byte[] polish = "name;city\nŁucja;Łódź\n".getBytes(Charset.forName("windows-1250"));
        try (CsvFile chosen = CsvFile.open(write(polish), Charset.forName("windows-1250"))) {
            assertEquals("[Łucja, Łódź] windows-1250", rows(chosen).get(0).cells() + " " + chosen.charset());
        }
        try (CsvFile chosen = CsvFile.open(write("\ufeffname\nZoë\n".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)) {
            assertEquals("[name] [Zoë]", chosen.columns() + " " + rows(chosen).get(0).cells());
        }
        CrmException refused = assertThrows(CrmException.class, () -> CsvFile.open(write(polish), StandardCharsets.UTF_8));
        assertEquals("bad_encoding 2", refused.fields().get(0).code() + " " + refused.extras().get("line"));
        CrmException unknown = assertThrows(CrmException.class, () -> Encoding.named("encoding", "klingon-1"));
        assertEquals("encoding unknown_encoding", unknown.fields().get(0).field() + " " + unknown.fields().get(0).code());
    }

    @Test
    public void a_quote_that_is_never_closed_does_not_make_one_row_of_three() {
        assertMalformed(2, "name,amount\n\"Roof,100\nDoor,200\nWall,300\n");
        assertMalformed(3, "name,amount\nRoof,100\n\"Door,200\nWall,300\n\"Tree\",400\n");
        assertMalformed(2, "name;amount;note\n\"Roof;100;x\nDoor;200;y\nWall;300;\"z\"\n");
    }

    @Test
    public void line_breaks_and_quotes_that_belong_to_a_cell_are_left_alone() throws IOException {
        assertEquals("[name, note] [[Roof, Hello, Ann\nthe 5\" pipe, too\nBye], [Door, x]] UTF-8 ,",
                read("name,note\nRoof,\"Hello, Ann\nthe 5\"\" pipe, too\nBye\"\nDoor,x\n"));
    }

    @Test
    public void a_blank_before_a_quote_does_not_count() throws IOException {
        assertEquals("[name, amount] [[Roof, 1,234.5]] UTF-8 ,", read("name, amount\nRoof, \"1,234.5\"\n"));
    }

    private void assertMalformed(int line, String text) {
        CrmException refused = assertThrows(text, CrmException.class, () -> read(text));
        assertEquals(text, "malformed_csv " + line, refused.fields().get(0).code() + " " + refused.extras().get("line"));
    }

    @Test
    public void workbooks_and_empty_files_are_refused() {
        assertEquals("not_csv", assertThrows(CrmException.class, () -> read(new byte[] {'P', 'K', 3, 4, 0, 0})).fields().get(0).code());
        assertEquals("empty_file", assertThrows(CrmException.class, () -> read("")).fields().get(0).code());
    }

    @Test
    public void a_block_gives_back_what_was_packed() {
        List<CsvRow> rows = List.of(new CsvRow(7, 2, List.of("Zoë", "", "a\nb")), new CsvRow(9, List.of()));
        assertEquals(rows, RowBlock.unpack(RowBlock.pack(rows)));
    }

    @Test
    public void formulas_are_written_as_text() throws IOException {
        java.io.StringWriter out = new java.io.StringWriter();
        new CsvText(out).line("=1+1", "+49 30", "a,\"b\"", null, "@x", "-");
        assertEquals("'=1+1,'+49 30,\"a,\"\"b\"\"\",,'@x,'-\r\n", out.toString());
        java.io.StringWriter wide = new java.io.StringWriter();
        new CsvText(wide).line("\uff1d1+1", "\uff20x", "\uff0b1", "\uff0d1");
        assertEquals("Full-width twins too", "'\uff1d1+1,'\uff20x,'\uff0b1,'\uff0d1\r\n", wide.toString());
        assertEquals("\uff1d1+1", CsvText.read("'\uff1d1+1"));
    }

    private String read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(byte[] bytes) throws IOException {
        try (CsvFile csv = CsvFile.open(write(bytes), null)) {
            return csv.columns() + " " + rows(csv).stream().map(CsvRow::cells).toList() + " " + csv.charset() + " " + csv.separator();
        }
    }

    private static List<CsvRow> rows(CsvFile csv) {
        List<CsvRow> rows = new ArrayList<>();
        csv.forEach(rows::add);
        return rows;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.newFile().toPath(), bytes);
    }
}
