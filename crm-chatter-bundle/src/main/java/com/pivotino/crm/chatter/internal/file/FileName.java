package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.CrmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * A name under which a file can be shown and saved anywhere: no path, no control or direction characters, nothing that
 * Windows reserves, at most 200 characters with its extension kept.
 */
record FileName(String text) {

    static final int CHARS = 200;

    private static final int EXTENSION_CHARS = 20;
    private static final Set<String> RUNNABLE = Set.of("exe", "bat", "cmd", "com", "scr", "js", "jse", "vbs", "ps1", "jar",
            "msi", "sh", "app", "hta", "lnk", "iso", "img", "vhd", "vhdx", "vbe", "wsf", "wsh", "msc", "cpl", "pif", "reg", "scf",
            "url", "jnlp", "msp", "chm");
    private static final String RESERVED = "(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)";

    /**
     * The name as it may be shown.
     *
     * @throws CrmException {@code validation_failed} on {@code name} if nothing is left of it
     */
    static FileName of(String given) {
        String text = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        text = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        // Cc and Cf: controls, and what turns the reading direction so that "exe.pdf" is read where "fdp.exe" stands;
        // lone surrogates cannot be written in UTF-8
        text = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "").replaceAll("[<>:\"|?*]", "_");
        text = text.replaceAll("^[\\s.\\u00A0]+|[\\s.\\u00A0]+$", "");
        if (text.isEmpty()) {
            throw CrmException.invalid("name", "required", "Give the file a name.");
        }
        int dot = text.indexOf('.');
        if ((dot < 0 ? text : text.substring(0, dot)).strip().matches(RESERVED)) {
            text = "_" + text;
        }
        return new FileName(shortened(text));
    }

    /** Whether some system would run a file of this name. */
    boolean isRunnable() {
        return RUNNABLE.contains(extension());
    }

    /** What stands behind the last dot, in lower case; empty if there is none. */
    String extension() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        if (text.length() <= CHARS) {
            return text;
        }
        int dot = text.lastIndexOf('.');
        String tail = dot > 0 && text.length() - dot <= EXTENSION_CHARS ? text.substring(dot) : "";
        int end = CHARS - tail.length();
        // not between the halves of one character
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + tail;
    }
}
