package com.pivotino.crm.chatter.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text: valid UTF-8 to the end, no controls but white space. */
final class PlainUtf8 {

    private PlainUtf8() {
    }

    /**
     * Reads to the end, or to the first byte that is no text.
     *
     * @param head what was read already
     * @param rest not closed
     */
    static boolean isText(byte[] head, InputStream rest) throws IOException {
        Reader reader = new InputStreamReader(new SequenceInputStream(new ByteArrayInputStream(head), rest),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        char[] buffer = new char[8192];
        try {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (Character.isISOControl(buffer[i]) && "\t\n\r\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
