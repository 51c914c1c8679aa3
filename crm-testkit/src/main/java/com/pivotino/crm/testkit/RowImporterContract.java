package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.imports.spi.ImportField;
import com.pivotino.crm.api.imports.spi.RowBatch;
import com.pivotino.crm.api.imports.spi.RowImporter;
import com.pivotino.crm.api.imports.spi.RowResult;
import com.pivotino.crm.api.imports.spi.RowResult.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** What every {@link RowImporter} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class RowImporterContract {

    private static final Set<String> OWN = Set.of("opportunities", "contacts", "users", "teams");

    /** The importer under test; always the same within one test. */
    protected abstract RowImporter importer();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** Rows that the importer creates records of; none of them is there yet. */
    protected abstract RowBatch sample();

    /** How many records there are. */
    protected abstract long records();

    @Test
    public void it_has_a_kind_of_its_own() {
        Object kind = properties().get(RowImporter.KIND);
        assertTrue(RowImporter.KIND + " is a key", kind instanceof String text && text.matches("[a-z][a-z0-9-]{0,19}")
                && !OWN.contains(text));
    }

    @Test
    public void its_fields_have_different_names_and_headers_that_can_be_found() {
        List<ImportField> fields = importer().fields();
        assertFalse("There is a field", fields.isEmpty());
        Set<String> names = new HashSet<>();
        for (ImportField field : fields) {
            assertTrue("Twice: " + field.name(), names.add(field.name()));
            assertTrue("Headers of " + field.name(), field.headers().stream().allMatch(header -> header.matches("[\\p{Ll}\\p{Nd}]+")));
        }
        assertEquals(fields, importer().fields());
    }

    @Test
    public void a_check_answers_each_row_and_writes_nothing() {
        long before = records();
        assertEquals(sample().rows().size(), importer().check(sample()).stream().filter(one -> one.outcome() == Outcome.CREATED).count());
        assertEquals(before, records());
    }

    @Test
    public void rows_that_come_twice_are_written_once_and_taken_back_once() {
        long before = records();
        List<RowResult> first = importer().write(sample());
        assertEquals(first, importer().write(sample()));
        assertEquals(before + sample().rows().size(), records());
        RowBatch written = new RowBatch(sample().actor(), sample().run(), sample().rows().stream().map(row -> new RowBatch.Row(row.line(),
                row.key(), first.get(sample().rows().indexOf(row)).recordId(), Map.of())).toList());
        assertTrue(importer().undo(written).stream().allMatch(one -> one.outcome() == Outcome.UNDONE));
        assertEquals(before, records());
    }

    @Test
    public void a_row_without_a_text_is_answered_and_not_thrown() {
        RowBatch empty = new RowBatch(sample().actor(), sample().run(), List.of(new RowBatch.Row(99, "row:none:1", null, Map.of())));
        assertEquals(1, importer().check(empty).size());
    }

    @Test
    public void it_takes_less_than_250_ms() throws Exception {
        PluginChecks.quick("check()", () -> importer().check(sample()));
    }
}
