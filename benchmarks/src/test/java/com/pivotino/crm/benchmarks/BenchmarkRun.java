package com.pivotino.crm.benchmarks;

import java.sql.SQLException;
import org.junit.Test;

/** Runs the benchmark on the class path of the tests, only when it is asked for by name; see the README. */
public class BenchmarkRun {

    @Test
    public void prints_its_table() throws SQLException {
        String asked = System.getProperty("crm.benchmark", "POSTGRESQL 100000 60");
        Benchmark.main(asked.split(" "));
    }
}
