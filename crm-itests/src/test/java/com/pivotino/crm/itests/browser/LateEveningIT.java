package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * Late in the evening of one person it is morning for the second and tomorrow for the third: one due date is three
 * states. At 10:30 UTC it is 23:30 of the day before in Pago Pago (-11) and 00:30 of the day after in Kiritimati (+14);
 * places 24 hours apart, such as Honolulu and Kiritimati, never see more than two dates at once.
 */
public class LateEveningIT extends BrowserCase {

    /** A product of its own, whose time can be set. */
    @ClassRule
    public static final BrowserWorld WORLD = new BrowserWorld("crm-test-clock");

    private final LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(1);

    @Test
    public void A13_one_due_date_is_three_states_and_each_menu_counts_its_rows() {
        admin().put("/test-clock", Map.of("instant", due.atTime(LocalTime.of(10, 30)).toInstant(ZoneOffset.UTC).toString(), "frozen",
                false))
                .expect(200);
        sees("Pacific/Pago_Pago", "planned", "0 overdue, 0 today, 1 upcoming");
        sees("UTC", "today", "0 overdue, 1 today, 0 upcoming");
        sees("Pacific/Kiritimati", "overdue", "1 overdue, 0 today, 0 upcoming");
    }

    private void sees(String zone, String state, String counts) {
        Person person = Person.salesperson("Eve " + zone.replaceAll(".*/", ""));
        admin().patch("/users/" + person.id(), Map.of("zone", zone)).expect(200);
        long id = person.opportunity("Night shift " + zone);
        for (JsonNode first : person.rest().get("/activities?record=opportunity:" + id).expect(200).json().path("items")) {
            person.rest().post("/activities/" + first.path("id").asLong() + "/cancellation", Map.of()).expect(200);
        }
        long call = Work.plan(person, id, "One date", due);
        assertEquals(zone, state, Work.of(person, call).path("state").asText());

        Page page = visit(person, desktop().setTimezoneId(zone), "/pipeline");
        Work work = new Work(page);
        assertThat(work.menu()).hasAccessibleName("Activities: " + counts);
        String colour = Map.of("overdue", "late", "today", "today", "planned", "plan").get(state);
        assertThat(new Board(page).card("Night shift " + zone).locator(".due." + colour)).isVisible();
        for (String one : List.of("overdue", "today", "planned")) {
            page.navigate("/activities?state=" + one);
            assertThat(page.locator(".work-view [role=status]").first()).hasText((one.equals(state) ? "1 activity" : "0 activities"));
            assertThat(work.rows()).hasCount(one.equals(state) ? 1 : 0);
        }
    }
}
