package com.pivotino.crm.runtime.internal.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class TypePatternsTest {

    @Test
    public void exact_prefix_and_all() {
        TypePatterns patterns = TypePatterns.of(List.of("pipeline.StageChanged", "activity.*"));
        assertTrue(patterns.matches("pipeline.StageChanged"));
        assertTrue(patterns.matches("activity.ActivityCompleted"));
        assertFalse(patterns.matches("pipeline.StageChangedAgain"));
        assertFalse(patterns.matches("activityX"));
        assertTrue(TypePatterns.of(List.of("*")).matches("anything.AtAll"));
    }

    @Test
    public void nothing_matches_no_patterns() {
        assertTrue(TypePatterns.ofProperty(null).isEmpty());
        assertFalse(TypePatterns.ofProperty(null).matches("a.B"));
    }

    @Test
    public void service_properties_come_as_text_array_or_collection() {
        assertEquals("a.B", TypePatterns.ofProperty("a.B").text());
        assertEquals("a.B,c.*", TypePatterns.ofProperty(new String[] {"a.B", "c.*"}).text());
        assertEquals("a.B,c.*", TypePatterns.ofProperty(List.of("a.B", "c.*")).text());
        assertTrue(TypePatterns.parse("a.B,c.*").matches("c.D"));
    }

    @Test
    public void wildcards_of_the_database_are_escaped() {
        assertEquals(List.of("a!_b!%c", "d.%"), TypePatterns.of(List.of("a_b%c", "d.*")).arguments());
        assertEquals("(type LIKE ? ESCAPE '!' OR type LIKE ? ESCAPE '!')",
                TypePatterns.of(List.of("a_b%c", "d.*")).condition());
    }
}
