package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.imports.spi.RowBatch;
import com.pivotino.crm.api.imports.spi.RowImporter;
import com.pivotino.crm.testkit.RowImporterContract;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The contract on the importer of these tests. */
public class RowImporterContractTest extends RowImporterContract {

    private final Products products = new Products();

    @Override
    protected RowImporter importer() {
        return products;
    }

    @Override
    protected Map<String, Object> properties() {
        return Products.PROPERTIES;
    }

    @Override
    protected RowBatch sample() {
        return new RowBatch(Actor.system(ZoneOffset.UTC), 7, List.of(
                new RowBatch.Row(2, "row:a:1", null, Map.of("name", List.of("Chair"), "price", List.of("1"))),
                new RowBatch.Row(3, "row:b:1", null, Map.of("name", List.of("Table"), "price", List.of("2")))));
    }

    @Override
    protected long records() {
        return products.prices.size();
    }
}
