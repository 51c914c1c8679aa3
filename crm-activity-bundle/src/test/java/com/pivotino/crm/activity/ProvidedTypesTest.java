package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityType;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.spi.ActivityTypeDefinition;
import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;

/** Types that partners bring (SEMANTICS B3), on both databases. */
public class ProvidedTypesTest extends OnWorld {

    private final ActivityTypeProvider acme = () -> List.of(
            new ActivityTypeDefinition("site_visit", "Site visit", "map", "meeting", 2, "weeks", List.of("seen"), null, "Boots"),
            new ActivityTypeDefinition("call", "Ours", "phone", "call"),
            new ActivityTypeDefinition("broken", "Broken", "star", "no such category"));

    @After
    public void leave() {
        world.partners.removeProvider(acme);
    }

    @Test
    public void B3_a_partners_type_comes_is_used_and_stays_readable_when_its_bundle_is_gone() {
        assertEquals(Optional.empty(), type("site_visit"));
        world.partners.addProvider(acme, Map.of(ActivityTypeProvider.ID, "acme"));
        ActivityType visit = type("site_visit").orElseThrow();
        assertEquals(List.of("acme", true, 2, "weeks"), List.of(visit.provider(), visit.available(), visit.dueDays(),
                visit.dueUnit()));
        RecordRef card = world.card();
        Activity planned = world.activities.schedule(world.ann(), new NewActivity(card, visit.id(), null, null, null, null))
                .value();
        assertEquals(List.of("Site visit", "Boots"), List.of(planned.summary(), planned.note()));
        world.partners.removeProvider(acme);
        assertEquals("typeId", assertThrows(CrmException.class, () -> world.activities.schedule(world.ann(),
                new NewActivity(card, visit.id(), null, null, null, null))).fields().get(0).field());
        assertFalse(type("site_visit").orElseThrow().available());
        assertEquals("Site visit", world.activities.get(world.ann(), planned.id()).type().name());
        world.activities.edit(Call.of(world.ann()), planned.id(), Patches.of("summary", "Visit"));
        assertEquals("done", world.activities.complete(Call.of(world.ann()), planned.id(),
                new Completion(null, "seen", null, null)).value().state());
        world.partners.addProvider(acme, Map.of(ActivityTypeProvider.ID, "acme"));
        assertEquals(visit.id(), type("site_visit").orElseThrow().id());
        assertTrue(type("site_visit").orElseThrow().available());
    }

    @Test
    public void B3_the_workspaces_own_key_is_never_taken_over_and_what_is_broken_is_left_out() {
        world.partners.addProvider(acme, Map.of(ActivityTypeProvider.ID, "acme"));
        assertEquals("Call", type("call").orElseThrow().name());
        assertEquals(Optional.empty(), type("broken"));
        world.partners.addProvider(() -> List.of(new ActivityTypeDefinition("nameless", "Nameless", "star", "todo")), Map.of());
        assertEquals("without an id it is ignored", Optional.empty(), type("nameless"));
    }

    @Test
    public void B3_managers_say_what_follows_a_partners_type_and_nothing_else_of_it() {
        world.partners.addProvider(acme, Map.of(ActivityTypeProvider.ID, "acme"));
        long id = type("site_visit").orElseThrow().id();
        assertEquals("conflict", assertThrows(CrmException.class,
                () -> world.types.edit(Call.of(world.ada()), id, Patches.of("name", "Mine"))).code());
        assertEquals("conflict", assertThrows(CrmException.class, () -> world.types.delete(Call.of(world.ada()), id)).code());
        world.types.edit(Call.of(world.ada()), id, Patches.of("chaining", "trigger", "nextTypeIds", List.of(World.CALL)));
        ActivityTypeProvider broken = () -> {
            throw new IllegalStateException("broken");
        };
        world.partners.removeProvider(acme);
        world.partners.addProvider(broken, Map.of(ActivityTypeProvider.ID, "acme"));
        assertFalse("failing is as good as gone", type("site_visit").orElseThrow().available());
        assertEquals("trigger", type("site_visit").orElseThrow().chaining());
        world.partners.removeProvider(broken);
    }

    private Optional<ActivityType> type(String key) {
        return world.types.list(World.query(200, null)).items().stream().filter(type -> type.key().equals(key)).findFirst();
    }
}
