package com.pivotino.crm.activity.internal.morning;

import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.MyDay;
import java.util.List;
import java.util.stream.Collectors;

/** A user's day as plain text: what is overdue, then what is due today. */
final class MorningText {

    private static final int MOST = 50;

    private final MyDay day;

    MorningText(MyDay day) {
        this.day = day;
    }

    String subject() {
        return day.total() == 1 ? "Your day: 1 activity" : "Your day: " + day.total() + " activities";
    }

    String body() {
        List<Activity> shown = day.items().stream().map(MyDay.Item::activity).limit(MOST).toList();
        String overdue = lines(shown.stream().filter(one -> one.dueDate().isBefore(day.date())).toList(), true);
        String today = lines(shown.stream().filter(one -> !one.dueDate().isBefore(day.date())).toList(), false);
        long more = day.total() - shown.size();
        return (overdue.isEmpty() ? "" : "Overdue:\n" + overdue + "\n\n") + (today.isEmpty() ? "" : "Today:\n" + today)
                + (more > 0 ? "\n\nand " + more + " more" : "");
    }

    private static String lines(List<Activity> activities, boolean withDate) {
        return activities.stream().map(one -> "- " + one.type().name() + (one.summary().isBlank() ? "" : ": " + one.summary())
                + (one.recordTitle() == null ? "" : " (" + one.recordTitle() + ")") + (withDate ? ", due " + one.dueDate() : ""))
                .collect(Collectors.joining("\n"));
    }
}
