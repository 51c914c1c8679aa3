package com.pivotino.crm.runtime.internal.plugin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which plugins are being asked, in a file that survives the process: a call is counted before the question is asked. A plugin
 * that was at work when the process died is found again by the next process. The file is mapped into memory, so a note costs
 * no system call, and an interrupted thread cannot close it.
 */
final class CallJournal implements AutoCloseable {

    /** What the last process tells about a plugin: nothing, leave it out for a while, or until the operator enables it. */
    enum Verdict { NONE, WAIT, HOLD }

    private static final int SLOTS = 512;
    private static final int SLOT_BYTES = 256;
    private static final int IN_FLIGHT = 0;
    private static final int LASTING = 4;
    private static final int DEATHS = 8;
    private static final int LENGTH = 12;
    private static final int NAME = 16;
    /** So many ends of the process while a plugin was at work mean that it stays out. */
    private static final int TOO_MANY = 2;

    private final ByteBuffer notes;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();

    private CallJournal(ByteBuffer notes) {
        this.notes = notes;
    }

    /** A journal that forgets. */
    static CallJournal none() {
        return new CallJournal(ByteBuffer.allocate(SLOTS * SLOT_BYTES));
    }

    /**
     * Opens the journal and judges what the process before left in it.
     *
     * @param outOfMemory whether that process is known to have ended for lack of memory
     */
    static CallJournal open(Path file, boolean outOfMemory) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer notes = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) SLOTS * SLOT_BYTES);
            CallJournal journal = new CallJournal(notes);
            journal.judge(outOfMemory);
            return journal;
        }
    }

    private void judge(boolean outOfMemory) {
        for (int slot = 0; slot < SLOTS; slot++) {
            int at = slot * SLOT_BYTES;
            int length = notes.getInt(at + LENGTH);
            if (length <= 0 || length > SLOT_BYTES - NAME) {
                continue;
            }
            byte[] name = new byte[length];
            notes.get(at + NAME, name);
            slots.put(new String(name, StandardCharsets.UTF_8), slot);
            boolean blamed = notes.getInt(at + IN_FLIGHT) > 0 && (outOfMemory || notes.getInt(at + LASTING) > 0);
            int deaths = notes.getInt(at + DEATHS) + (!blamed ? 0 : outOfMemory ? TOO_MANY : 1);
            notes.putInt(at + IN_FLIGHT, 0);
            notes.putInt(at + LASTING, 0);
            notes.putInt(at + DEATHS, deaths);
            if (deaths >= TOO_MANY || blamed) {
                verdicts.put(new String(name, StandardCharsets.UTF_8), deaths >= TOO_MANY ? Verdict.HOLD : Verdict.WAIT);
            }
        }
    }

    /** What the process before tells about a plugin. */
    synchronized Verdict verdict(String plugin) {
        return verdicts.getOrDefault(cut(plugin), Verdict.NONE);
    }

    /** Plugins of which the process before tells something. */
    synchronized Map<String, Verdict> verdicts() {
        return Map.copyOf(verdicts);
    }

    /** Forgets what the plugin did to earlier processes. */
    synchronized void pardon(String plugin) {
        verdicts.remove(cut(plugin));
        Integer slot = slots.get(cut(plugin));
        if (slot != null) {
            notes.putInt(slot * SLOT_BYTES + DEATHS, 0);
        }
    }

    synchronized void began(String plugin) {
        add(plugin, IN_FLIGHT, 1);
    }

    /** A call takes long. */
    synchronized void lasts(String plugin) {
        add(plugin, LASTING, 1);
    }

    /** A call has ended. */
    synchronized void ended(String plugin, boolean lasted) {
        add(plugin, IN_FLIGHT, -1);
        if (lasted) {
            add(plugin, LASTING, -1);
        }
    }

    /** An orderly end: what is still on its way is nobody's fault. */
    @Override
    public synchronized void close() {
        slots.values().forEach(slot -> {
            notes.putInt(slot * SLOT_BYTES + IN_FLIGHT, 0);
            notes.putInt(slot * SLOT_BYTES + LASTING, 0);
        });
    }

    private void add(String plugin, int counter, int by) {
        String name = cut(plugin);
        Integer slot = slots.get(name);
        if (slot == null && slots.size() < SLOTS) {
            slot = slots.size();
            slots.put(name, slot);
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            notes.put(slot * SLOT_BYTES + NAME, bytes);
            notes.putInt(slot * SLOT_BYTES + LENGTH, bytes.length);
        }
        if (slot != null) {
            int at = slot * SLOT_BYTES + counter;
            notes.putInt(at, Math.max(0, notes.getInt(at) + by));
        }
    }

    private static String cut(String plugin) {
        byte[] bytes = plugin.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= SLOT_BYTES - NAME ? plugin
                : new String(Arrays.copyOf(bytes, SLOT_BYTES - NAME - 3), StandardCharsets.US_ASCII).replaceAll("[^\\x20-\\x7e]", "_");
    }
}
