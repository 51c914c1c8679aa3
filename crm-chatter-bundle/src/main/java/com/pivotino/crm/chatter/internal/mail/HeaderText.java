package com.pivotino.crm.chatter.internal.mail;

/**
 * Text that people wrote, made fit for a mail header: one line without control characters, line or paragraph separators,
 * or unpaired surrogates, and not longer than a header should be. Encoding it is the mail library's work.
 */
public final class HeaderText {

    private static final int MAX_CHARS = 250;

    private HeaderText() {
    }

    /** Never null; may be empty. */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().map(point -> isBreaking(point) ? ' ' : point)
                .filter(point -> point != ' ' || !line.isEmpty() && line.charAt(line.length() - 1) != ' ')
                .takeWhile(point -> line.length() < MAX_CHARS - 1)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean isBreaking(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
                    Character.SPACE_SEPARATOR -> true;
            case Character.FORMAT -> point != 0x200D;
            default -> false;
        };
    }
}
