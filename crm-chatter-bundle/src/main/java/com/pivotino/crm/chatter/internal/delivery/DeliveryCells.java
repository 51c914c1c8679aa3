package com.pivotino.crm.chatter.internal.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of new deliveries as texts, and many of them as one text: a line each, a tab between cells, {@code =} as above. */
final class DeliveryCells {

    private static final String NONE = "\\N";
    private static final String AS_ABOVE = "=";

    private DeliveryCells() {
    }

    /** The cells of a new one, for {@link DeliveryEntity#COLUMNS}; null where there is nothing. */
    static String[] of(DeliveryEntity delivery) {
        return Arrays.stream(delivery.cells()).map(DeliveryCells::cell).toArray(String[]::new);
    }

    private static String cell(Object value) {
        return value == null ? null
                : value instanceof Instant at ? at.atOffset(ZoneOffset.UTC).toLocalDateTime().toString() : value.toString();
    }

    static String text(List<String[]> rows) {
        StringBuilder text = new StringBuilder();
        String[] above = {};
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                text.append(i == 0 ? text.length() == 0 ? "" : "\n" : "\t")
                        .append(i < above.length && above[i] != null && above[i].equals(row[i]) ? AS_ABOVE : escaped(row[i]));
            }
            above = row;
        }
        return text.toString();
    }

    static List<String[]> rows(String text) {
        List<String[]> rows = new ArrayList<>();
        String[] above = {};
        for (String line : text.split("\n")) {
            String[] row = line.split("\t", -1);
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i].equals(AS_ABOVE) ? above[i] : plain(row[i]);
            }
            rows.add(row);
            above = row;
        }
        return rows;
    }

    private static String escaped(String cell) {
        return cell == null ? NONE : cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("=", "\\=");
    }

    private static String plain(String cell) {
        if (cell.equals(NONE) || cell.indexOf('\\') < 0) {
            return cell.equals(NONE) ? null : cell;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\') {
                c = cell.charAt(++i);
                c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
