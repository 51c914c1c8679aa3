package com.pivotino.crm.imports.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The list of imports: who knows of which, in which order, and what its figures are of. */
public class ImportListTest extends OnImports {

    @Test
    public void managers_see_their_own_administrators_all_and_salespeople_none() {
        long mias = upload(world.mia, "mia.csv");
        long roots = upload(world.root, "C:\\exports\\root.csv");
        assertEquals(List.of(mias), ids(list(world.mia, null, 50)));
        assertEquals(List.of(roots, mias), ids(list(world.root, null, 50)));
        assertEquals("forbidden", assertThrows(CrmException.class, () -> list(world.ann, null, 50)).code());

        ImportSummary first = list(world.root, null, 50).items().get(0);
        assertEquals("root.csv", first.fileName());
        assertEquals(new NamedRef(4, "Root"), first.startedBy());
        assertEquals("ready 2", first.state() + " " + first.rows());
        assertEquals("root.csv", world.operations.get(world.root, roots).fileName());
        assertEquals("What the list shows can be opened", mias, world.operations.get(world.mia, mias).id());
    }

    @Test
    public void the_newest_come_first_page_by_page_each_once() {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(0, upload(world.mia, null));
            world.crm.clock().advance(i % 2 == 0 ? Duration.ofMinutes(1) : Duration.ZERO);
        }
        List<Long> seen = new ArrayList<>();
        Page<ImportSummary> page = list(world.mia, null, 3);
        assertEquals(Long.valueOf(7), page.total());
        seen.addAll(ids(page));
        while (page.next() != null) {
            page = list(world.mia, page.next(), 3);
            seen.addAll(ids(page));
        }
        assertEquals(made, seen);
        assertNull(page.items().get(0).fileName());
        assertThrows(CrmException.class, () -> list(world.mia, "bm9uc2Vuc2U", 3));
    }

    @Test
    public void a_trial_after_the_import_does_not_hide_what_it_did() {
        ImportView view = world.operations.get(world.root, upload(world.root, "deals.csv"));
        world.run(view, true, true);
        assertEquals("done trial 2 0", figures(view));
        world.run(view, false, true);
        assertEquals("done 2 0", figures(view));
        world.run(view, true, true);
        assertEquals("done 2 0", figures(view));
        world.operations.undo(world.root, view.id(), null);
        world.crm.deliverAll();
        assertEquals("undone 2 2", figures(view));
    }

    private String figures(ImportView view) {
        ImportSummary line = list(world.root, null, 50).items().stream().filter(one -> one.id() == view.id()).findFirst().orElseThrow();
        return line.state() + (line.dryRun() ? " trial " : " ") + line.created() + " " + line.undone();
    }

    private long upload(Actor actor, String name) {
        return world.operations.upload(actor, "opportunities", name, null,
                new ByteArrayInputStream("name,stage\nOne,New\nTwo,New\n".getBytes(StandardCharsets.UTF_8))).id();
    }

    private Page<ImportSummary> list(Actor actor, String cursor, int limit) {
        return world.operations.list(actor, new ListQuery(limit, cursor, null, true, Map.of()));
    }

    private static List<Long> ids(Page<ImportSummary> page) {
        return page.items().stream().map(ImportSummary::id).toList();
    }
}
