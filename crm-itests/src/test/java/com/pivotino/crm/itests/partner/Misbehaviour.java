package com.pivotino.crm.itests.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How the saboteur misbehaves now: what a file in the data folder says. */
public final class Misbehaviour {

    public static final String FILE = "saboteur.txt";
    public static final List<String> WAYS = List.of("throws", "error", "overflow", "hangs", "spins", "allocates", "null", "nonsense",
            "interrupts");
    private static final int MB = 1 << 20;
    private static final int BLOCKS = 12;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final AtomicBoolean SPINNING = new AtomicBoolean();

    private Misbehaviour() {
    }

    /** The answer that is asked for, null or nonsense. */
    static <T> T answer(T good, T nonsense) {
        String way = way();
        switch (way) {
            case "throws" -> throw new IllegalStateException("sabotage");
            case "error" -> throw new LinkageError("sabotage");
            case "overflow" -> {
                return deeper(good);
            }
            case "hangs" -> hang(way);
            case "spins" -> spin();
            case "allocates" -> allocate();
            case "interrupts" -> Thread.currentThread().interrupt();
            default -> {
                // Answers.
            }
        }
        return way.equals("null") ? null : way.equals("nonsense") ? nonsense : good;
    }

    private static String way() {
        try {
            return Files.readString(Path.of(System.getProperty("crm.data"), FILE)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T deeper(T value) {
        return value == null ? null : deeper(value);
    }

    /** One spins and the others hang, so that a small machine has something left. */
    private static void spin() {
        if (!SPINNING.compareAndSet(false, true)) {
            hang("spins");
            return;
        }
        long looked = System.nanoTime();
        boolean on = true;
        while (on) {
            if (System.nanoTime() - looked > PAUSE_NS) {
                on = way().equals("spins");
                looked = System.nanoTime();
            }
        }
        SPINNING.set(false);
    }

    private static void hang(String way) {
        while (way().equals(way)) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private static void allocate() {
        long sum = 0;
        for (int i = 0; i < BLOCKS; i++) {
            byte[] much = new byte[8 * MB];
            Arrays.fill(much, (byte) i);
            sum += much[i];
        }
        if (sum < 0) {
            throw new IllegalStateException();
        }
    }
}
