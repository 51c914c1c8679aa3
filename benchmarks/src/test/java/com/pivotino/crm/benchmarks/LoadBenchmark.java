package com.pivotino.crm.benchmarks;

import com.pivotino.crm.benchmarks.load.Bench;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** Loads the built product, only when it is asked for by name ({@code ./crm bench}). */
public class LoadBenchmark {

    @Test
    public void prints_its_table() throws IOException, SQLException {
        Bench.run(Path.of("..").toAbsolutePath().normalize(), numbers("crm.bench.sizes", "1000 100000"),
                numbers("crm.bench.clients", "1 8 32 128"), Double.parseDouble(System.getProperty("crm.bench.seconds", "10")));
    }

    private static List<Integer> numbers(String property, String standard) {
        return Arrays.stream(System.getProperty(property, standard).split(" ")).map(Integer::valueOf).toList();
    }
}
