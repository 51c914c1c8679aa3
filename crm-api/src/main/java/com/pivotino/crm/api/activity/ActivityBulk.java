package com.pivotino.crm.api.activity;

import java.time.LocalDate;
import java.util.List;

/**
 * One thing done to many activities (REST "Bulk").
 *
 * @param ids             1 to 500, each once
 * @param action          {@code reschedule, reassign, done, cancel}
 * @param partial         whether the others are done if some are refused; null for no
 * @param dueDate         for {@code reschedule}: the new due date, or null if {@code days} is given
 * @param days            for {@code reschedule}: by how many days the due date moves, -3650 to 3650; or null
 * @param assigneeId      for {@code reassign}: who gets them, or null if {@code teamId} is given
 * @param teamId          for {@code reassign}: the team whose members may claim them, or null
 * @param feedback        for {@code done}: what came of them, or null
 * @param outcome         for {@code done}: key of the outcome, or null
 * @param durationMinutes for {@code done}: how long each took, or null
 * @param reason          for {@code cancel}: why, or null
 */
public record ActivityBulk(List<Long> ids, String action, Boolean partial, LocalDate dueDate, Integer days,
        Long assigneeId, Long teamId, String feedback, String outcome, Integer durationMinutes, String reason) {

    /** The most ids of one call. */
    public static final int MOST = 500;

    public ActivityBulk {
        ids = ids == null ? List.of() : ids.stream().filter(id -> id != null).distinct().toList();
    }

    /** Whether the others are done if some are refused. */
    public boolean isPartial() {
        return Boolean.TRUE.equals(partial);
    }
}
