package com.pivotino.crm.support;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class StaleVersionTest {

    private record Change(String member, String before) {
    }

    @Test
    public void who_names_no_version_is_never_stale() {
        assertFalse(StaleVersion.is(null, 3));
        assertFalse(StaleVersion.is(3L, 3));
        assertTrue(StaleVersion.is(2L, 3));
        assertTrue("a version that is not there yet", StaleVersion.is(4L, 3));
    }

    @Test
    public void an_act_on_another_version_is_refused_with_the_current_state() {
        StaleVersion.refuse(3L, 3, () -> "now");
        CrmException refused = assertThrows(CrmException.class, () -> StaleVersion.refuse(2L, 3, () -> "now"));
        assertEquals("version_conflict", refused.code());
        assertEquals(Map.of("current", "now"), refused.extras());
    }

    @Test
    public void only_members_that_both_changed_conflict() {
        Map<String, String> since = new HashMap<>();
        since.put("name", "Old");
        since.put("note", null);
        List<Map<String, Object>> conflicts = StaleVersion.conflicts(List.of("phone", "name", "note"), since, member -> "their " + member,
                member -> "my " + member);
        Map<String, Object> note = new HashMap<>(Map.of("field", "note", "theirs", "their note", "mine", "my note"));
        note.put("base", null);
        assertEquals(List.of(Map.of("field", "name", "base", "Old", "theirs", "their name", "mine", "my name"), note), conflicts);
    }

    @Test
    public void the_base_is_what_was_there_before_the_first_change() {
        Map<String, Change> first = StaleVersion.firstByMember(List.of(new Change("name", "A"), new Change("phone", "1"),
                new Change("name", "B")), Change::member);
        assertEquals(List.of("name", "phone"), List.copyOf(first.keySet()));
        assertEquals("A", first.get("name").before());
    }

    @Test
    public void the_refusal_says_who_changed_it_if_somebody_knows() {
        assertEquals(Map.of("current", 1, "conflicts", List.of()),
                StaleVersion.refusal(1, null, null, Map.of("conflicts", List.of())).extras());
        assertEquals(new NamedRef(4, "Ann"), StaleVersion.refusal(1, new NamedRef(4, "Ann"), null, Map.of()).extras().get("changedBy"));
    }
}
