package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.activity.ActivityType;
import com.pivotino.crm.api.activity.DueDates;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.spi.ActivityTypeDefinition;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

/** A type of activity. Its key never changes; one in use is set inactive, never deleted. */
@Entity
@Table(name = "ac_type")
public class ActivityTypeEntity {

    /** The seeded to-do: what the first activity is unless the settings say otherwise (SEMANTICS A1). */
    public static final long TO_DO = 1;

    /** Members that a caller may send. */
    public static final Set<String> MEMBERS = Set.of("name", "icon", "category", "dueDays", "dueUnit", "chaining",
            "nextTypeIds", "nextFrom", "active", "outcomes", "defaultSummary", "defaultNote");

    private static final Set<String> CATEGORIES = Set.of("todo", "email", "call", "meeting", "letter", "upload");
    private static final Set<String> UNITS = Set.of(DueDates.DAYS, DueDates.WEEKS, DueDates.MONTHS,
            DueDates.BUSINESS_DAYS);
    private static final int MAX_DUE_DAYS = 3650;
    private static final int MAX_SUMMARY = 255;
    private static final int MAX_NOTE = 20_000;
    private static final int MAX_OUTCOME = 40;
    private static final int MOST_OUTCOMES = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ac_seq")
    @SequenceGenerator(name = "ac_seq", sequenceName = "ac_seq", allocationSize = 50)
    private Long id;
    @Version
    private long version;
    @Column(name = "type_key")
    private String key;
    private String name;
    private String icon = "check";
    private String category = "todo";
    @Column(name = "due_days")
    private Integer dueDays;
    @Column(name = "due_unit")
    private String dueUnit = DueDates.DAYS;
    private String chaining = "none";
    @Column(name = "next_type_ids")
    private String nextTypeIds = "";
    @Column(name = "next_from")
    private String nextFrom = "completion";
    private boolean active = true;
    /** One a line. */
    private String outcomes = "";
    @Column(name = "default_summary")
    private String defaultSummary;
    @Column(name = "default_note")
    private String defaultNote;

    /** The partner whose type it is, or null for the workspace's own. */
    private String provider;
    /** Whether its partner is there. */
    private boolean available = true;

    protected ActivityTypeEntity() {
    }

    public ActivityTypeEntity(String key, String name) {
        this.key = key;
        this.name = name;
    }

    /** A partner's type, to be filled by {@link #follow}. */
    public static ActivityTypeEntity provided(ActivityTypeDefinition type) {
        return new ActivityTypeEntity(type.key(), type.name());
    }

    /**
     * Is as its partner says, and there.
     *
     * @throws CrmException if that is not acceptable; nothing has changed then
     */
    public void follow(String partner, ActivityTypeDefinition type) {
        Map<String, Object> members = new HashMap<>();
        members.put("name", type.name());
        members.put("icon", type.icon());
        members.put("category", type.category());
        members.put("dueDays", type.dueDays());
        members.put("dueUnit", type.dueUnit());
        members.put("outcomes", type.outcomes());
        members.put("defaultSummary", type.defaultSummary());
        members.put("defaultNote", type.defaultNote());
        if (!key.matches("[a-z][a-z0-9_]{0,39}")) {
            throw CrmException.invalid("key", "invalid", "Lower case letters, digits and underscores.");
        }
        new ActivityTypeEntity(key, type.name()).edit(new MergePatch(members));
        edit(new MergePatch(members));
        provider = partner;
        available = true;
    }

    /** Its partner is gone: it is shown and not offered. */
    public void leave() {
        available = false;
    }

    /** The partner whose type it is, or null for the workspace's own. */
    public String provider() {
        return provider;
    }

    /** Takes over the members that were sent; the key never changes. */
    public void edit(MergePatch patch) {
        for (String member : patch.names()) {
            switch (member) {
                case "name" -> name = patch.requiredText(member, 80);
                case "icon" -> icon = patch.requiredText(member, 40);
                case "category" -> category = oneOf(patch, member, CATEGORIES);
                case "dueDays" -> dueDays = patch.number(member, 0, MAX_DUE_DAYS);
                case "dueUnit" -> dueUnit = oneOf(patch, member, UNITS);
                case "chaining" -> chaining = oneOf(patch, member, Set.of("none", "suggest", "trigger"));
                case "nextTypeIds" -> nextTypeIds = joined(patch.ids(member));
                case "nextFrom" -> nextFrom = oneOf(patch, member, Set.of("completion", "previous"));
                case "active" -> active = required(patch, member);
                case "outcomes" -> outcomes = lines(patch.texts(member));
                case "defaultSummary" -> defaultSummary = patch.text(member, MAX_SUMMARY);
                case "defaultNote" -> defaultNote = patch.text(member, MAX_NOTE);
                case "key" -> requireSame(patch.text(member, 40));
                default -> throw CrmException.refused("unknown_field", "There is no member " + member + ".", List.of());
            }
        }
    }

    public ActivityType toRecord() {
        return new ActivityType(id, version, key, name, icon, category, dueDays, dueUnit, chaining, nextTypeIds(),
                nextFrom, active, outcomes(), defaultSummary, defaultNote, provider,
                available);
    }

    public TypeRef toRef() {
        return new TypeRef(id, key, name, icon, category);
    }

    public List<Long> nextTypeIds() {
        return nextTypeIds.isEmpty() ? List.of() : Arrays.stream(nextTypeIds.split(",")).map(Long::valueOf).toList();
    }

    /** What a completion may name as its outcome; empty if it may name anything. */
    public List<String> outcomes() {
        return outcomes.lines().toList();
    }

    /** What an activity of this type is called that gets no summary. */
    public String summary() {
        return defaultSummary == null ? name : defaultSummary;
    }

    /** The note of an activity that gets none, or null. */
    public String note() {
        return defaultNote;
    }

    public boolean triggers() {
        return "trigger".equals(chaining);
    }

    public boolean suggests() {
        return "suggest".equals(chaining);
    }

    /** Whether what follows counts from the due date before instead of the day of completion (SEMANTICS A9). */
    public boolean countsFromPrevious() {
        return "previous".equals(nextFrom);
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public Integer dueDays() {
        return dueDays;
    }

    public String dueUnit() {
        return dueUnit;
    }

    /** Whether it may be chosen for what is new. */
    public boolean isActive() {
        return active && available;
    }

    private void requireSame(String sent) {
        if (sent != null && !sent.equals(key)) {
            throw CrmException.invalid("key", "invalid", "The key of a type never changes.");
        }
    }

    private static String joined(List<Long> ids) {
        if (ids.size() > 20) {
            throw CrmException.invalid("nextTypeIds", "too_long", "At most 20 types.");
        }
        return ids.stream().distinct().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String lines(List<String> outcomes) {
        List<String> kept = outcomes.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
        if (kept.size() > MOST_OUTCOMES || kept.stream().anyMatch(text -> text.length() > MAX_OUTCOME || text.contains("\n"))) {
            throw CrmException.invalid("outcomes", "too_long", "At most " + MOST_OUTCOMES + " outcomes of at most "
                    + MAX_OUTCOME + " characters, each in one line.");
        }
        return String.join("\n", kept);
    }

    private static boolean required(MergePatch patch, String member) {
        if (patch.flag(member) == null) {
            throw CrmException.invalid(member, "required", "This must be true or false.");
        }
        return patch.flag(member);
    }

    private static String oneOf(MergePatch patch, String member, Set<String> allowed) {
        String value = patch.requiredText(member, 40);
        if (!allowed.contains(value)) {
            throw CrmException.invalid(member, "invalid", "One of " + allowed.stream().sorted().toList() + ".");
        }
        return value;
    }
}
