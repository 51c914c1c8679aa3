package com.pivotino.crm.benchmarks;

import com.pivotino.crm.testkit.Database;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Times what people ask of the pipeline at two sizes: {@code Benchmark [H2|POSTGRESQL] [rows] [rounds]}. */
public final class Benchmark {
    private static final int FEW = 1_000;

    private Benchmark() {
    }

    /** Prints a table in milliseconds at the server, without HTTP. */
    public static void main(String[] args) throws SQLException {
        Database database = Database.valueOf(args.length > 0 ? args[0] : "POSTGRESQL");
        int many = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        Map<String, double[]> few = measure(database, FEW, rounds);
        Map<String, double[]> all = measure(database, many, rounds);
        PrintStream out = System.out;
        out.printf(Locale.ROOT, "%s, ms%n%-28s %10s | %8s %8s %8s | %s%n", database, "", FEW + " median", "min", "median", "p95", "ratio");
        all.forEach((name, times) -> out.printf(Locale.ROOT, "%-28s %10.1f | %8.1f %8.1f %8.1f | %.1f%n", name,
                few.get(name)[1], times[0], times[1], times[2], times[1] / few.get(name)[1]));
    }

    private static Map<String, double[]> measure(Database database, int rows, int rounds) throws SQLException {
        Map<String, double[]> figures = new LinkedHashMap<>();
        try (Pipeline pipeline = new Pipeline(database, rows)) {
            Map<String, Runnable> questions = pipeline.questions();
            questions.putAll(pipeline.reports());
            questions.forEach((name, question) -> figures.put(name, time(question, rounds)));
        }
        return figures;
    }

    /** Least, median and 95th percentile, after a third of the rounds for warming up. */
    private static double[] time(Runnable question, int rounds) {
        for (int i = 0; i < rounds / 3; i++) {
            question.run();
        }
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            question.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return new double[] {times[0], times[rounds / 2], times[rounds * 95 / 100]};
    }
}
