package com.pivotino.crm.chatter.internal.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import org.junit.Test;

public class FileNameTest {

    @Test
    public void paths_are_cut_off() {
        assertEquals("passwd", clean("../../etc/passwd"));
        assertEquals("offer.pdf", clean("C:\\Users\\ann\\offer.pdf"));
        assertEquals("offer.pdf", clean("..\\..\\/offer.pdf"));
    }

    @Test
    public void controls_and_turned_directions_are_left_out() {
        assertEquals("ab.pdf", clean("a\u0000b\r\n.pdf"));
        assertEquals("invoicefdp.exe", clean("invoice\u202Efdp.exe"));
        assertEquals("ab.pdf", clean("a\u2066b\u2069.pdf"));
        assertTrue(FileName.of("invoice\u202Efdp.exe").isRunnable());
    }

    @Test
    public void what_systems_reserve_is_changed() {
        assertEquals("_NUL.txt", clean("NUL.txt"));
        assertEquals("_com1", clean("com1"));
        assertEquals("a_b_.txt", clean("a:b?.txt"));
        assertEquals("console.txt", clean("console.txt"));
        assertEquals("htaccess", clean(".htaccess"));
    }

    @Test
    public void letters_of_any_language_stay() {
        assertEquals("Übersicht 見積.pdf", clean(" U\u0308bersicht 見積.pdf "));
    }

    @Test
    public void long_names_keep_their_extension() {
        String cut = clean("x".repeat(500) + ".pdf");
        assertEquals(200, cut.length());
        assertTrue(cut.endsWith("x.pdf"));
        String pairs = clean("a" + "\uD83D\uDE00".repeat(150) + ".pdf");
        assertTrue(pairs.length() <= 200);
        assertFalse(Character.isHighSurrogate(pairs.charAt(pairs.length() - 5)));
    }

    @Test
    public void a_name_of_nothing_is_refused() {
        for (String nothing : new String[] {null, "", "  ", "..", "a/", "\u202E"}) {
            assertEquals("name", assertThrows(CrmException.class, () -> FileName.of(nothing)).fields().get(0).field());
        }
    }

    @Test
    public void names_that_some_system_runs_are_known() {
        for (String name : new String[] {"a.exe", "a.EXE", "a.pdf.bat", "a.cmd", "a.com", "a.scr", "a.js", "a.jse", "a.vbs", "a.hta",
                "a.LNK", "a.iso",
            "a.ps1", "a.jar", "a.msi", "a.sh", "a.app", "a.exe.", "a.exe "}) {
            assertTrue(name, FileName.of(name).isRunnable());
        }
        for (String name : new String[] {"exe", "a.json", "a.company", "sh.pdf"}) {
            assertFalse(name, FileName.of(name).isRunnable());
        }
    }

    private static String clean(String name) {
        return FileName.of(name).text();
    }
}
