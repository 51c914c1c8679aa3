package com.pivotino.crm.runtime.internal.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered SQL file, such as {@code V001__stages.sql}: statements that end with a semicolon at the end of a line.
 *
 * @param version 1 and up
 * @param name    what stands after the two underscores
 * @param sql     the text, line ends as {@code \n}
 */
public record Migration(int version, String name, String sql) implements Comparable<Migration> {

    private static final Pattern FILE = Pattern.compile("V(\\d{1,6})__([A-Za-z0-9_.-]+)\\.sql");

    public Migration {
        sql = sql.replace("\r\n", "\n");
    }

    /**
     * Reads a file.
     *
     * @throws SchemaProblem if the name is not of the form
     */
    public static Migration of(String fileName, String text) {
        Matcher matcher = FILE.matcher(fileName);
        if (!matcher.matches()) {
            throw new SchemaProblem("the migration " + fileName + " is not named like V001__name.sql");
        }
        return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), text);
    }

    /** SHA-256 of the text, in hex. */
    public String checksum() {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements, without semicolons; comments before a statement are left out. */
    public List<String> statements() {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : sql.split("\n")) {
            String text = line.stripTrailing();
            boolean between = statement.isEmpty() && (text.isBlank() || text.stripLeading().startsWith("--"));
            if (between) {
                continue;
            }
            boolean last = text.endsWith(";");
            statement.append(last ? text.substring(0, text.length() - 1) : text).append('\n');
            if (last) {
                statements.add(statement.toString().strip());
                statement.setLength(0);
            }
        }
        if (!statement.toString().isBlank()) {
            statements.add(statement.toString().strip());
        }
        return statements;
    }

    @Override
    public int compareTo(Migration other) {
        return Integer.compare(version, other.version);
    }

    @Override
    public String toString() {
        return "V%03d__%s".formatted(version, name);
    }
}
