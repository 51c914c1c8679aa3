package com.pivotino.crm.rest.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.pivotino.crm.rest.internal.json.Json;
import com.pivotino.crm.rest.internal.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.junit.Test;

public class ProblemsTest {

    private final Problems problems = new Problems(new Json());

    @Test
    public void a_full_disk_is_503_wherever_it_was_met() {
        for (IOException full : new IOException[] {new IOException("No space left on device"),
            new FileSystemException("/data/files/incoming/1", null, "No space left on device"), new IOException("Disk quota exceeded")}) {
            Problem problem = problems.refusal(new IllegalStateException(new UncheckedIOException(full))).orElseThrow();
            assertEquals(503, problem.status());
            assertEquals("unavailable", problem.code());
            assertEquals(Integer.valueOf(2), problem.retryAfter());
        }
    }

    @Test
    public void another_failure_of_a_file_is_an_incident() {
        assertFalse(problems.refusal(new UncheckedIOException(new IOException("Permission denied"))).isPresent());
    }
}
