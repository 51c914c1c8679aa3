package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.activity.DueDates;
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
    static final String TEAM = "team";
    static final String TYPE = "type";

    private static final Map<String, String> SOURCES = Map.of(
            QUESTIONNAIRE, "the setting for each activity",
            QUESTIONNAIRE_TYPE, "the setting for this kind of activity",
            TEAM, "the setting of the team",
            TYPE, "the activity type");

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

    protected DueInputs() {
    }

    DueInputs(String source, LocalDate base, int number, String unit, String mode, String zone) {
        this.source = source;
        this.base = base;
        this.number = number;
        this.unit = unit;
        this.mode = mode;
        this.zone = zone;
    }

    /** Whether there are any; the columns of a chosen date are empty. */
    boolean isComplete() {
        return source != null;
    }

    /** One sentence for a person: rule, days, calendar, zone. */
    String explain() {
        String day = base.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.UK));
        return "%d %s after %s (that day's date in %s), as %s says.".formatted(number, unitName(), day, zone,
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
