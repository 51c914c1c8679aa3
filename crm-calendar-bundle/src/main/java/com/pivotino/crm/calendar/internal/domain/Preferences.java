package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.api.calendar.CalendarPreferences;
import com.pivotino.crm.api.calendar.Reminder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** What a user's own events start with and when they work, once they have chosen. */
@Entity
@Table(name = "cal_preferences")
public class Preferences {

    @Id
    @Column(name = "user_id")
    private long userId;
    @Version
    private long version;
    /** One reminder a line: {@code 15 minutes popup}. */
    private String reminders;
    private String privacy;
    @Column(name = "week_start")
    private String weekStart;
    @Column(name = "work_from")
    private String workFrom;
    @Column(name = "work_to")
    private String workTo;

    protected Preferences() {
    }

    public Preferences(long userId, String locale) {
        this.userId = userId;
        choose(unchosen(locale));
    }

    /**
     * Of a user who has never chosen: a popup a quarter of an hour before, public, nine to five. The week begins as it does in the
     * user's country (SEMANTICS R4), on Monday if the locale names none.
     *
     * @param locale language tag, or null
     */
    public static CalendarPreferences unchosen(String locale) {
        Locale known = locale == null ? Locale.ROOT : Locale.forLanguageTag(locale.replace('_', '-'));
        DayOfWeek first = known.getCountry().isEmpty() ? DayOfWeek.MONDAY : WeekFields.of(known).getFirstDayOfWeek();
        return new CalendarPreferences(0, List.of(new Reminder(15, "minutes", "popup")), "public",
                first.name().substring(0, 2).toLowerCase(Locale.ROOT), LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    public void choose(CalendarPreferences chosen) {
        reminders = chosen.reminders().stream().map(r -> r.offset() + " " + r.unit() + " " + r.channel())
                .collect(Collectors.joining("\n"));
        privacy = chosen.privacy();
        weekStart = chosen.weekStart();
        workFrom = chosen.workFrom().toString();
        workTo = chosen.workTo().toString();
    }

    public long userId() {
        return userId;
    }

    public CalendarPreferences toRecord() {
        List<Reminder> lines = reminders.isEmpty() ? List.of() : Arrays.stream(reminders.split("\n")).map(line -> line.split(" "))
                .map(part -> new Reminder(Integer.parseInt(part[0]), part[1], part[2])).toList();
        return new CalendarPreferences(version, lines, privacy, weekStart, LocalTime.parse(workFrom), LocalTime.parse(workTo));
    }
}
