package com.pivotino.crm.rest.internal.json;

import com.pivotino.crm.rest.internal.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8, and no characters that no database and no other client can hold: NUL and halves of surrogate pairs. */
final class JsonText {

    private JsonText() {
    }

    static String of(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed("The body is not UTF-8.", e);
        }
        if (text.indexOf("\\u") >= 0) {
            refuseBrokenEscapes(text);
        }
        return text;
    }

    private static void refuseBrokenEscapes(String text) {
        int i = 0;
        while ((i = text.indexOf('\\', i)) >= 0) {
            int unit = unitAt(text, i);
            if (unit == 0 || Character.isLowSurrogate((char) Math.max(unit, 0))) {
                throw broken();
            }
            if (unit > 0 && Character.isHighSurrogate((char) unit)) {
                i += 6;
                int low = i < text.length() && text.charAt(i) == '\\' ? unitAt(text, i) : -1;
                if (low < 0 || !Character.isLowSurrogate((char) low)) {
                    throw broken();
                }
            }
            i += unit < 0 ? 2 : 6;
        }
    }

    /** The unit that an escape at this place stands for, or -1 if it is another escape. */
    private static int unitAt(String text, int backslash) {
        if (backslash + 6 > text.length() || text.charAt(backslash + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = backslash + 2; i < backslash + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private static Refusal broken() {
        return Refusal.malformed("The body holds an escape that is no character.", null);
    }
}
