package com.pivotino.crm.runtime.internal.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One thing that must hold, and what stands against it: all is counted, the first few are kept in words. */
public final class Finding implements Consumer<String> {

    private static final int KEPT = 10;
    private static final int MAX_WORDS = 500;

    private final String module;
    private final String sentence;
    private final List<String> examples = new ArrayList<>();
    private long count;

    Finding(String module, String sentence) {
        this.module = module;
        this.sentence = sentence;
    }

    @Override
    public void accept(String against) {
        count++;
        if (examples.size() < KEPT) {
            examples.add(against.length() <= MAX_WORDS ? against : against.substring(0, MAX_WORDS));
        }
    }

    public String module() {
        return module;
    }

    /** What must hold. */
    public String sentence() {
        return sentence;
    }

    /** How many stand against it; 0 is right. */
    public long count() {
        return count;
    }

    /** The first of them. */
    public List<String> examples() {
        return List.copyOf(examples);
    }

    @Override
    public String toString() {
        return module + ": " + sentence + ": " + (count == 0 ? "yes" : "no, " + count + ": " + examples);
    }
}
