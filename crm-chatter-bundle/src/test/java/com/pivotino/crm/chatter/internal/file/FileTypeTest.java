package com.pivotino.crm.chatter.internal.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Test;

public class FileTypeTest {

    @Test
    public void L7_content_tells_the_type_whatever_is_claimed() throws IOException {
        assertEquals("application/pdf", type("%PDF-1.7\n", "text/html"));
        assertEquals("image/png", type(hex("89504E470D0A1A0A00"), "text/html"));
        assertEquals("image/jpeg", type(hex("FFD8FFE000104A464946"), null));
        assertEquals("image/gif", type("GIF89a/*\u0001*/alert(1)", "text/javascript"));
        assertEquals("image/webp", type(hex("524946460000000057454250"), null));
        assertEquals(FileType.UNKNOWN, type(hex("00010203"), "application/pdf"));
    }

    @Test
    public void L7_the_claim_tells_only_kinds_of_text_apart() throws IOException {
        assertEquals("text/csv", type("a;b\n1;2\n", "text/csv; charset=utf-8"));
        assertEquals("text/plain", type("a;b\n", "application/pdf"));
        assertEquals("text/plain", type("<script>alert(1)</script>", "text/html"));
        assertEquals("text/plain", type("<svg onload='x'/>", "image/svg+xml"));
        assertEquals("text/plain", type("hällo", null));
    }

    @Test
    public void text_is_valid_to_its_last_byte() throws IOException {
        String lines = "0123456789\n".repeat(2000);
        assertEquals("text/plain", type(lines, null));
        assertEquals(FileType.UNKNOWN, type(lines + "\u0000", null));
        assertEquals(FileType.UNKNOWN, type((lines + "\u00e4").getBytes(StandardCharsets.ISO_8859_1), null));
        assertEquals("text/plain", type("x".repeat(4095) + "ä", null));
    }

    @Test
    public void office_documents_are_told_from_other_archives() throws IOException {
        assertEquals("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                type(zip("[Content_Types].xml", "word/document.xml"), null));
        assertEquals("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                type(zip("[Content_Types].xml", "xl/workbook.xml"), null));
        assertEquals("application/vnd.openxmlformats-officedocument.presentationml.presentation",
                type(zip("[Content_Types].xml", "ppt/presentation.xml"), null));
        assertEquals("application/zip", type(zip("word/notes.txt"), null));
    }

    @Test
    public void L7_programs_are_known_by_their_content() throws IOException {
        for (String program : new String[] {"4D5A90000300", "7F454C46020101", "FEEDFACF00", "CFFAEDFE07", "CEFAEDFE07",
            "CAFEBABE00", "23212F62696E2F7368", "EFBBBF23212F62696E"}) {
            assertTrue(program, FileType.of(new ByteArrayInputStream(hex(program)), "application/pdf").executable());
        }
        assertFalse(FileType.of(new ByteArrayInputStream("MZ is a motor cycle".getBytes(StandardCharsets.UTF_8)), null)
                .executable());
        assertFalse(FileType.of(new ByteArrayInputStream(new byte[0]), null).executable());
    }

    private static String type(String text, String claimed) throws IOException {
        return type(text.getBytes(StandardCharsets.UTF_8), claimed);
    }

    private static String type(byte[] content, String claimed) throws IOException {
        return FileType.of(new ByteArrayInputStream(content), claimed).name();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }
}
