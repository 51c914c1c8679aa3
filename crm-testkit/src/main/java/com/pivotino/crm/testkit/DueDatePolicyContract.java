package com.pivotino.crm.testkit;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/**
 * What every {@link DueDatePolicy} must keep. Extend it, and JUnit runs these tests for yours:
 *
 * <pre>{@code
 * public class MyPolicyTest extends DueDatePolicyContract {
 *     protected DueDatePolicy policy() { return new MyPolicy(); }
 *     protected Map<String, Object> properties() { return Map.of(DueDatePolicy.TYPE, "call"); }
 * }
 * }</pre>
 */
public abstract class DueDatePolicyContract {

    private static final TypeRef CALL = new TypeRef(2, "call", "Call", "phone", "call");
    private static final TypeRef UNHEARD_OF = new TypeRef(99, "unheard_of", "Unheard of", "star", "todo");

    /** The policy under test; always the same within one test. */
    protected abstract DueDatePolicy policy();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** Questions that it is made for, beside the contract's own; none unless it needs them. */
    protected List<DueDateQuestion> questions() {
        return List.of();
    }

    @Test
    public void its_properties_name_types_and_teams() {
        for (String name : List.of(DueDatePolicy.TYPE, DueDatePolicy.TEAM)) {
            Object value = properties().get(name);
            assertFalse(name + " is left out for all", value != null && value.toString().isBlank());
        }
    }

    @Test
    public void it_answers_empty_or_a_date_that_is_not_before_the_base() {
        for (DueDateQuestion question : all()) {
            Optional<DueDate> answer = policy().dueDate(question);
            assertNotNull("Empty, never null: " + question, answer);
            answer.ifPresent(due -> assertFalse(due + " is before " + question.base(), due.date().isBefore(question.base())));
            answer.map(DueDate::explanation).ifPresent(said -> assertTrue("At most 500 characters", said.length() <= 500));
        }
    }

    @Test
    public void the_same_question_has_the_same_answer_from_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(this::answers);
    }

    @Test
    public void it_takes_less_than_250_ms_a_question() throws Exception {
        for (DueDateQuestion question : all()) {
            PluginChecks.quick(question.toString(), () -> policy().dueDate(question));
        }
    }

    private List<Optional<DueDate>> answers() {
        return all().stream().map(policy()::dueDate).toList();
    }

    /** The contract's own: full, minimal, and of a type that nobody knows; at a month's and a leap year's end. */
    private List<DueDateQuestion> all() {
        List<DueDateQuestion> all = new ArrayList<>(questions());
        Set<DayOfWeek> week = Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY);
        for (LocalDate base : List.of(LocalDate.parse("2026-01-31"), LocalDate.parse("2028-02-29"))) {
            for (String unit : List.of("days", "weeks", "months", "businessDays")) {
                all.add(new DueDateQuestion(CALL, RecordRef.opportunity(1), 1L, 2L, 3L, base, 1, unit, "business",
                        "Europe/Berlin", week, Set.of(base.plusDays(2)), "type"));
                all.add(new DueDateQuestion(UNHEARD_OF, RecordRef.opportunity(1), null, null, null, base, 0, unit, "calendar",
                        "UTC", Set.of(DayOfWeek.SUNDAY), Set.of(), "questionnaire"));
            }
        }
        return all;
    }
}
