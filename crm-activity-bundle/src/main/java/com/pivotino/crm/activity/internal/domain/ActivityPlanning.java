package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.activity.ActivityPlan;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.persistence.CollectionTable;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.OrderColumn;
import javax.persistence.Table;
import javax.persistence.Version;

/** A plan of several activities. A launch copies what it says, so that a plan changes for what comes and not for what was. */
@Entity
@Table(name = "ac_plan")
public class ActivityPlanning {

    /** Members that a caller may send. */
    public static final Set<String> MEMBERS = Set.of("name", "active", "lines");

    private static final int MOST_LINES = 50;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ac_seq")
    private Long id;
    @Version
    private long version;
    private String name;
    private boolean active = true;
    /** How often it was edited; changes with the lines, so that the version does. */
    private int edits;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "ac_plan_line", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "place")
    private List<ActivityPlanLine> lines = new ArrayList<>();

    protected ActivityPlanning() {
    }

    public ActivityPlanning(MergePatch members) {
        name = members.requiredText("name", 80);
        if (!members.has("lines")) {
            throw CrmException.invalid("lines", "required", "A plan has at least one line.");
        }
        edit(members);
    }

    /** Takes over the members that were sent; lines as a whole. */
    public void edit(MergePatch patch) {
        if (patch.has("name")) {
            name = patch.requiredText("name", 80);
        }
        if (patch.has("active")) {
            active = Boolean.TRUE.equals(patch.flag("active"));
        }
        if (patch.has("lines")) {
            lines = lines(patch.value("lines"));
        }
        edits++;
    }

    /** Written before new lines are: the same lines in another order are no change to the persistence. */
    public void clear() {
        lines = new ArrayList<>();
    }

    public ActivityPlan toRecord() {
        return new ActivityPlan(id, version, name, active, toLines());
    }

    public List<PlanLine> toLines() {
        return lines.stream().map(ActivityPlanLine::toRecord).toList();
    }

    public String name() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    public long version() {
        return version;
    }

    private static List<ActivityPlanLine> lines(Object sent) {
        if (!(sent instanceof List<?> list) || list.isEmpty() || list.size() > MOST_LINES) {
            throw CrmException.invalid("lines", "invalid", "A plan has 1 to " + MOST_LINES + " lines.");
        }
        List<ActivityPlanLine> lines = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            lines.add(line(list.get(i), i));
        }
        return lines;
    }

    private static ActivityPlanLine line(Object sent, int index) {
        if (!(sent instanceof Map<?, ?>)) {
            throw CrmException.invalid("lines[" + index + "]", "invalid", "A line is an object.");
        }
        return atLine(index, () -> ActivityPlanLine.of(new MergePatch(new MergePatch(Map.of("line", sent)).object("line"))));
    }

    /** What is done for one line; a refusal names it. */
    public static <T> T atLine(int index, Supplier<T> work) {
        try {
            return work.get();
        } catch (CrmException refusal) {
            throw atLine(refusal, index);
        }
    }

    /** The same refusal, with the line in the names of its fields. */
    private static CrmException atLine(CrmException refusal, int index) {
        List<FieldProblem> fields = refusal.fields().stream().map(problem -> new FieldProblem(
                "lines[" + index + "]." + problem.field(), problem.code(), problem.message())).toList();
        return new CrmException(refusal.kind(), refusal.code(), refusal.getMessage(), fields, refusal.extras(), refusal);
    }
}
