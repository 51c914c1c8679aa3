package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.imports.spi.ImportField;
import com.pivotino.crm.api.imports.spi.RowBatch;
import com.pivotino.crm.api.imports.spi.RowImporter;
import com.pivotino.crm.api.imports.spi.RowResult;
import com.pivotino.crm.api.imports.spi.RowResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The importer of a bundle that keeps products: a product has a name and a price, and no product is called Gold. */
final class Products implements RowImporter {

    static final Map<String, Object> PROPERTIES = Map.of(KIND, "products");

    /** By name. */
    final Map<String, String> prices = new ConcurrentHashMap<>();
    private final Map<String, Long> ids = new ConcurrentHashMap<>();
    private final Map<String, RowResult> answers = new ConcurrentHashMap<>();
    int calls;
    boolean failing;

    @Override
    public List<ImportField> fields() {
        return List.of(ImportField.one("name", "name", "product"), ImportField.one("price", "price", "listprice"),
                ImportField.many("label", "label", "labels"));
    }

    @Override
    public List<RowResult> check(RowBatch batch) {
        return each(batch, this::checked);
    }

    @Override
    public List<RowResult> write(RowBatch batch) {
        return each(batch, row -> answers.computeIfAbsent(batch.run() + ":" + row.line(), any -> written(row)));
    }

    @Override
    public List<RowResult> undo(RowBatch batch) {
        return each(batch, row -> {
            String name = ids.entrySet().stream().filter(one -> one.getValue().equals(row.recordId())).findFirst().orElseThrow().getKey();
            if ("sold".equals(prices.get(name))) {
                return new RowResult(Outcome.SKIPPED, row.recordId(), List.of(new RowResult.RowProblem(null, "sold", "It has been sold.")));
            }
            prices.remove(name);
            return RowResult.of(Outcome.UNDONE, row.recordId());
        });
    }

    private List<RowResult> each(RowBatch batch, Function<RowBatch.Row, RowResult> answer) {
        calls++;
        if (failing) {
            throw new IllegalStateException("no products today");
        }
        return batch.rows().stream().map(answer).toList();
    }

    private RowResult checked(RowBatch.Row row) {
        String name = row.text("name");
        if (name == null || name.equals("Gold")) {
            return RowResult.failed("name", "unknown_product", "There is no such product.");
        }
        return RowResult.of(prices.containsKey(name) ? prices.get(name).equals(row.text("price")) ? Outcome.SKIPPED : Outcome.UPDATED
                : Outcome.CREATED, ids.get(name));
    }

    private RowResult written(RowBatch.Row row) {
        RowResult checked = checked(row);
        if (checked.outcome() == Outcome.FAILED) {
            return checked;
        }
        prices.put(row.text("name"), row.text("price"));
        return RowResult.of(checked.outcome(), ids.computeIfAbsent(row.text("name"), any -> (long) ids.size() + 1));
    }
}
