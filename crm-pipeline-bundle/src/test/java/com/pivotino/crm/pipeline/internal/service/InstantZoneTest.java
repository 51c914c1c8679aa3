package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.pipeline.Opportunity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.junit.After;
import org.junit.Test;

/** Instants are kept in any zone of the JVM, also in the hour that its clock skips in spring and repeats in autumn. */
public class InstantZoneTest extends OnWorld {

    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe");
    private static final List<Instant> INSTANTS = List.of(Instant.parse("2026-03-29T02:30:00Z"),
            Instant.parse("2026-03-29T00:30:00Z"), Instant.parse("2026-10-25T02:30:00Z"), Instant.parse("2026-03-08T02:30:00Z"),
            Instant.parse("2026-10-04T02:15:00Z"));

    private final TimeZone before = TimeZone.getDefault();

    @After
    public void back() {
        TimeZone.setDefault(before);
    }

    @Test
    public void what_one_zone_writes_every_zone_reads() {
        for (String writer : ZONES) {
            for (Instant instant : INSTANTS) {
                TimeZone.setDefault(TimeZone.getTimeZone(writer));
                world.crm.clock().set(instant);
                Opportunity made = world.makeIn(World.QUALIFIED);
                for (String reader : ZONES) {
                    TimeZone.setDefault(TimeZone.getTimeZone(reader));
                    assertEquals(writer + " to " + reader, instant, world.get(made.id()).createdAt());
                }
            }
        }
    }

    @Test
    public void timestamps_and_utc_wall_clocks_are_the_same_in_the_database() throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (Connection connection = world.crm.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT CAST(? AS TIMESTAMP(6)), CAST(? AS TIMESTAMP(6))")) {
            for (Instant instant : INSTANTS) {
                select.setTimestamp(1, Timestamp.from(instant));
                select.setObject(2, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    assertEquals(instant, row.getTimestamp(2).toInstant());
                    assertEquals(instant, ((Timestamp) row.getObject(1)).toInstant());
                    assertEquals(instant, row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                }
            }
        }
    }
}
