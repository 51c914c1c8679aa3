package com.pivotino.crm.api.record;

/**
 * The columns that the reading rule needs from a table: SQL expressions, never input.
 *
 * @param owner   user responsible
 * @param team    team
 * @param creator user who made it
 * @param type    record type, a column or a quoted word such as {@code 'opportunity'}
 * @param id      record id
 */
public record RecordColumns(String owner, String team, String creator, String type, String id) {

    /** The columns of {@code rt_record} under an alias. */
    public static RecordColumns index(String alias) {
        return new RecordColumns(alias + ".owner_id", alias + ".team_id", alias + ".creator_id", alias + ".record_type",
                alias + ".record_id");
    }

    boolean hasOneType() {
        return type.startsWith("'");
    }
}
