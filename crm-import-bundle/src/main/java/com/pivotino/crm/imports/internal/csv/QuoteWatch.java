package com.pivotino.crm.imports.internal.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads on behalf of the parser and looks at quotes. One that opens a cell and, lines later, is closed in the middle of a
 * text has swallowed whole rows; the parser itself, which is lenient, would make one row of them.
 */
final class QuoteWatch extends FilterReader {

    private enum State {
        START, PLAIN, QUOTED, CLOSING
    }

    private final char separator;
    private State state = State.START;
    private int line = 1;
    private int opened;
    private int stray;

    QuoteWatch(Reader in, char separator) {
        super(in);
        this.separator = separator;
    }

    /** The line on which the first such quote stands, of what has been read; 0 if there is none. */
    int stray() {
        return stray;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            see((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = 0; i < count; i++) {
            see(buffer[offset + i]);
        }
        return count;
    }

    private void see(char c) {
        if (state == State.CLOSING) {
            closed(c);
        } else if (state == State.QUOTED) {
            state = c == '"' ? State.CLOSING : State.QUOTED;
        } else if (c == separator || c == '\n' || c == '\r') {
            state = State.START;
        } else if (state == State.START && c == '"') {
            state = State.QUOTED;
            opened = line;
        } else if (state == State.PLAIN || c != ' ') {
            state = State.PLAIN;
        }
        line += c == '\n' ? 1 : 0;
    }

    /** What follows a quote inside of quotes: another one stands for one, an end of the cell is as it should be. */
    private void closed(char c) {
        if (c == '"') {
            state = State.QUOTED;
        } else if (c == separator || c == '\n' || c == '\r') {
            state = State.START;
        } else if (c != ' ') {
            stray = stray == 0 && line > opened ? opened : stray;
            state = State.PLAIN;
        }
    }
}
