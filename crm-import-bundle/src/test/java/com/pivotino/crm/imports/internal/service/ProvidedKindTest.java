package com.pivotino.crm.imports.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;

/** A kind of import that another bundle brings as a {@code RowImporter}. */
public class ProvidedKindTest extends OnImports {

    private final Products products = new Products();

    @Before
    public void bring() {
        world.kinds.addImporter(products, Products.PROPERTIES);
    }

    @Test
    public void its_columns_are_suggested_and_its_fields_shown() {
        ImportView view = world.upload("products", "Product,List price,Labels,Colour\nChair,12.50,new,red\n");
        assertEquals("products", view.kind());
        assertEquals(List.of("name", "price", "label"), view.fields());
        assertEquals("name", view.mapping().get("Product"));
        assertEquals("price", view.mapping().get("List price"));
        assertEquals("label", view.mapping().get("Labels"));
        assertEquals(null, view.mapping().get("Colour"));
        assertEquals("refused", 1, assertThrows(CrmException.class, () -> world.mapping(view, Map.of("Colour", "customer"))).fields()
                .size());
        assertEquals("label", world.mapping(view, Map.of("Colour", "label")).mapping().get("Colour"));
    }

    @Test
    public void a_dry_run_writes_nothing_and_a_run_writes_each_row_once() {
        ImportView view = world.upload("products", file(120));
        assertEquals("120/0/0/0/0", ImportWorld.figures(world.run(view, true, false)));
        assertTrue(products.prices.isEmpty());
        products.calls = 0;
        assertEquals("120/0/0/0/0", ImportWorld.figures(world.run(view, false, false)));
        assertEquals(120, products.prices.size());
        assertEquals("at most fifty rows a call, checked and written", 6, products.calls);
        assertEquals("there already", "0/0/120/0/0", ImportWorld.figures(world.run(view, false, false)));
    }

    @Test
    public void a_row_that_it_refuses_holds_the_others_unless_good_rows_are_wanted_anyway() {
        ImportView view = world.upload("products", "name,price\nChair,1\nGold,2\nTable,3\n");
        assertEquals("0/0/0/1/2 1 of 3 rows cannot be imported as they are; nothing was written.",
                ImportWorld.figures(world.run(view, false, false)));
        assertTrue(products.prices.isEmpty());
        assertEquals(List.of("error unknown_product name"), ImportWorld.problems(world.report(view, "failed").get(0)));
        assertEquals("2/0/0/1/0", ImportWorld.figures(world.run(view, false, true)));
        assertEquals(Map.of("Chair", "1", "Table", "3"), products.prices);
    }

    @Test
    public void what_it_wrote_is_taken_back_and_what_has_to_stay_says_why() {
        ImportView view = world.upload("products", "name,price\nChair,1\nTable,3\n");
        world.run(view, false, false);
        products.prices.put("Table", "sold");
        world.operations.undo(world.root, view.id(), null);
        world.crm.deliverAll();
        assertEquals(Map.of("Table", "sold"), products.prices);
        assertEquals(1, world.report(view, "removed").size());
        assertEquals(List.of("warning sold null"), ImportWorld.problems(world.report(view, "kept").get(0)));
    }

    @Test
    public void a_run_without_it_fails_with_the_reason_and_goes_once_it_is_back() {
        ImportView view = world.upload("products", file(3));
        products.failing = true;
        ImportView.RunView run = world.run(view, false, false);
        assertEquals("failed", run.state());
        assertTrue(run.problem(), run.problem().startsWith("The plugin that imports products is away"));
        world.kinds.removeImporter(products);
        assertEquals(List.of(), world.operations.get(world.root, view.id()).fields());
        assertEquals("failed", world.run(view, false, false).state());
        products.failing = false;
        bring();
        assertEquals("3/0/0/0/0", ImportWorld.figures(world.run(view, false, false)));
    }

    @Test
    public void there_is_no_kind_that_nobody_brings_and_the_own_ones_cannot_be_taken() {
        world.kinds.addImporter(new Products(), Map.of("crm.import.kind", "users"));
        assertEquals("kind", assertThrows(CrmException.class, () -> world.upload("cars", "name\nA\n")).fields().get(0).field());
        assertEquals("the own kind's", true, world.upload("users", "name\nEve\n").fields().contains("login"));
    }

    @Test
    public void a_file_whose_rows_are_kept_no_longer_says_so() throws Exception {
        ImportView view = world.upload("products", file(3));
        try (var connection = world.crm.dataSource().getConnection(); var statement = connection.createStatement()) {
            statement.execute("DELETE FROM pl_import_block");
        }
        assertEquals("file_expired", assertThrows(CrmException.class, () -> world.operations.start(world.root, view.id(), true, false))
                .code());
    }

    private static String file(int rows) {
        return "name,price\n" + IntStream.range(0, rows).mapToObj(i -> "P" + i + "," + i + "\n").collect(Collectors.joining());
    }
}
