package com.pivotino.crm.benchmarks;

import org.junit.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Times the pure code with JMH, only when it is asked for by name; see the README. */
public class PureCodeBenchmark {

    @Test
    public void prints_its_table() throws RunnerException {
        new Runner(new OptionsBuilder().include("PureCode").build()).run();
    }
}
