package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.activity.DueBasis;
import com.pivotino.crm.api.activity.DueDates;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** What a due date was computed from (SEMANTICS A4); kept, because settings and zones move on and the date does not. */
@Embeddable
public class DueInputs {

    /** Where the number of days came from. */
    static final String QUESTIONNAIRE = "questionnaire";
    static final String QUESTIONNAIRE_TYPE = "questionnaire_type";
    static final String STAGE = "stage";
    static final String TEAM = "team";
    static final String TYPE = "type";
    /** A plan's line. */
    public static final String PLAN = "plan";
    /** An extension said the date. */
    public static final String POLICY = "policy";

    private static final int MOST_SAID = 500;
    private static final Map<String, String> SOURCES = Map.of(
            QUESTIONNAIRE, "the setting for each activity",
            QUESTIONNAIRE_TYPE, "the setting for this kind of activity",
            STAGE, "the setting of the stage",
            TEAM, "the setting of the team",
            TYPE, "the activity type",
            PLAN, "the plan");

    @Column(name = "due_source")
    private String source;
    @Column(name = "due_base")
    private LocalDate base;
    @Column(name = "due_number")
    private Integer number;
    @Column(name = "due_unit")
    private String unit;
    @Column(name = "due_mode")
    private String mode;
    @Column(name = "due_zone")
    private String zone;
    /** What the extension said about its date. */
    @Column(name = "due_said")
    private String said;

    protected DueInputs() {
    }

    DueInputs(DueDateQuestion question) {
        this.source = question.source();
        this.base = question.base();
        this.number = question.number();
        this.unit = question.unit();
        this.mode = question.mode();
        this.zone = question.zone();
    }

    /** Of a date that an extension said. */
    static DueInputs said(DueDateQuestion question, String explanation) {
        DueInputs inputs = new DueInputs(question);
        inputs.source = POLICY;
        String words = explanation == null || explanation.isBlank() ? "An extension chose this date." : explanation.strip();
        inputs.said = words.substring(0, Math.min(words.length(), MOST_SAID));
        return inputs;
    }

    /** Whether there are any; the columns of a chosen date are empty. */
    boolean isComplete() {
        return source != null;
    }

    /** As the contract shows them. */
    public DueBasis toRecord() {
        return new DueBasis(source, base, number, unit, mode, zone);
    }

    /** One sentence for a person: rule, days, calendar, zone. */
    public String explain() {
        if (said != null) {
            return said;
        }
        String day = base.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.UK));
        return "%d %s after %s (%s), as %s says.".formatted(number, unitName(), day, zone,
                SOURCES.getOrDefault(source, source));
    }

    private String unitName() {
        String name = switch (unit) {
            case DueDates.WEEKS -> "week";
            case DueDates.MONTHS -> "month";
            case DueDates.BUSINESS_DAYS -> "business day";
            default -> DueDates.BUSINESS.equals(mode) ? "business day" : "calendar day";
        };
        return number == 1 ? name : name + "s";
    }
}
