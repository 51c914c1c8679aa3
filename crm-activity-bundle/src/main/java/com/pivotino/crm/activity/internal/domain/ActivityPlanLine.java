package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.activity.DueDates;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** A line of a plan; replaced, never changed. */
@Embeddable
public class ActivityPlanLine {

    private static final Set<String> MEMBERS = Set.of("typeId", "summary", "note", "offset", "unit", "from", "assignee",
            "assigneeId", "teamId");

    @Column(name = "type_id")
    private long typeId;
    private String summary;
    private String note;
    @Column(name = "due_offset")
    private Integer offset;
    @Column(name = "due_unit")
    private String unit;
    @Column(name = "counts_from")
    private String from;
    @Column(name = "assignee_kind")
    private String assignee;
    @Column(name = "assignee_id")
    private Long assigneeId;
    @Column(name = "team_id")
    private Long teamId;

    protected ActivityPlanLine() {
    }

    /** As it was sent. */
    static ActivityPlanLine of(MergePatch sent) {
        sent.allowing(MEMBERS, Set.of());
        ActivityPlanLine line = new ActivityPlanLine();
        if (sent.number("typeId") == null) {
            throw CrmException.invalid("typeId", "required", "An activity has a type.");
        }
        line.typeId = sent.number("typeId");
        line.summary = sent.text("summary", 255);
        line.note = sent.text("note", 20_000);
        line.offset = sent.number("offset", 0, 3650);
        line.unit = oneOf(sent, "unit", List.of(DueDates.DAYS, DueDates.WEEKS, DueDates.MONTHS, DueDates.BUSINESS_DAYS));
        line.from = oneOf(sent, "from", List.of("start", "previous"));
        line.assignee = oneOf(sent, "assignee", List.of("actor", "salesperson", "person", "team"));
        line.assigneeId = needed(sent, "assigneeId", "person".equals(line.assignee));
        line.teamId = needed(sent, "teamId", "team".equals(line.assignee));
        return line;
    }

    public PlanLine toRecord() {
        return new PlanLine(typeId, summary, note, offset, unit, from, assignee, assigneeId, teamId);
    }

    private static Long needed(MergePatch sent, String member, boolean needed) {
        Long id = sent.number(member);
        if (needed != (id != null)) {
            throw CrmException.invalid(member, needed ? "required" : "invalid",
                    "The assignee of a line is actor, salesperson, person with assigneeId, or team with teamId.");
        }
        return id;
    }

    private static String oneOf(MergePatch sent, String member, List<String> known) {
        String text = Objects.requireNonNullElse(sent.text(member, 40), known.get(0));
        if (!known.contains(text)) {
            throw CrmException.invalid(member, "invalid", "One of " + known + ".");
        }
        return text;
    }
}
