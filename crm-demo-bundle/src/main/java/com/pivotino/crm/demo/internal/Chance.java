package com.pivotino.crm.demo.internal;

import java.util.List;
import java.util.Random;

/** Choices that look like chance but are the same each time. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** From one to the other, both included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
