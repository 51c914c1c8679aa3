package com.pivotino.crm.benchmarks.load;

import com.pivotino.crm.benchmarks.load.Peer.Deal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The operations that are measured, in an order in which each finds what it needs. */
final class Operations {

    private final Peer peer;
    private final Load load;
    private final double seconds;
    private final Meter meter;
    private final List<Deal> deals = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong numbers = new AtomicLong(System.nanoTime() / 1000 % 1_000_000_000L * 1000);

    Operations(Peer peer, Load load, double seconds, Meter meter) {
        this.peer = peer;
        this.load = load;
        this.seconds = seconds;
        this.meter = meter;
    }

    /** An operation's speed, and what one of it costs the server. */
    record Result(Load.Figure figure, double cpuMs, double statements, double commits) {
    }

    /**
     * Writes again and again until that costs the server hardly less than the time before: its compiler needs thousands of calls of the
     * same kind. Then reads.
     *
     * @param most seconds, about
     * @return how many opportunities were made
     */
    int warm(int clients, double most) throws IOException {
        long end = System.nanoTime() + (long) (most * 1e9);
        int made = 0;
        double before = Double.MAX_VALUE;
        double cost = before;
        do {
            before = cost;
            Map<String, Result> writes = writes(clients);
            writes.put("message", message(clients));
            made += 2 * writes.get("create").figure().count();
            cost = writes.values().stream().mapToDouble(Result::cpuMs).sum();
        } while (cost < before * 0.95 && System.nanoTime() < end);
        reads(clients);
        return made;
    }

    /** By name, with so many clients. */
    Map<String, Result> measure(int clients) throws IOException {
        Map<String, Result> figures = writes(clients);
        figures.putAll(reads(clients));
        // last: what follows a message goes on for a while
        figures.put("message", message(clients));
        return figures;
    }

    private Map<String, Result> writes(int clients) throws IOException {
        Map<String, Result> figures = new LinkedHashMap<>();
        deals.clear();
        figures.put("create", metered(() -> load.repeat(clients, seconds,
                client -> deals.add(peer.create(client, numbers.incrementAndGet())))));
        AtomicLong next = new AtomicLong();
        figures.put("move", metered(() -> load.repeat(clients, seconds, client -> {
            long n = next.getAndIncrement();
            // its own deal at each turn, and another stage at each round
            peer.move(client, deals.get((int) (n % deals.size())), (int) (1 + n / deals.size() % 3));
        })));
        List<Deal> open = Collections.synchronizedList(new ArrayList<>());
        int enough = Math.max(clients, figures.get("create").figure().count());
        load.each(clients, Collections.nCopies(enough, 0), (client, zero) -> open.add(peer.create(client, numbers.incrementAndGet())));
        figures.put("complete", metered(() -> load.each(clients, open, peer::complete)));
        return figures;
    }

    private Map<String, Result> reads(int clients) throws IOException {
        Map<String, Result> figures = new LinkedHashMap<>();
        figures.put("board", metered(() -> load.repeat(clients, seconds, peer::board)));
        figures.put("counts", metered(() -> load.repeat(clients, seconds, peer::counts)));
        load.all(client -> peer.shares(client, false));
        figures.put("board, each made anew", metered(() -> load.repeat(clients, seconds, peer::board)));
        figures.put("counts, each made anew", metered(() -> load.repeat(clients, seconds, peer::counts)));
        load.all(client -> peer.shares(client, true));
        figures.put("search", metered(() -> load.repeat(clients, seconds, client -> peer.search(client, numbers.incrementAndGet()))));
        return figures;
    }

    private Result message(int clients) throws IOException {
        List<Deal> followed = List.copyOf(deals.subList(0, Math.min(clients * 2, deals.size())));
        for (Deal deal : followed) {
            peer.addFollowers(load.first(), deal);
        }
        return metered(() -> load.repeat(clients, seconds, client -> {
            long n = numbers.incrementAndGet();
            peer.message(client, followed.get((int) (n % followed.size())), n);
        }));
    }

    private Result metered(Supplier<Load.Figure> run) {
        Meter.Reading before = meter.read();
        Load.Figure figure = run.get();
        Meter.Reading after = meter.read();
        int n = figure.count();
        return new Result(figure, (after.cpuMs() - before.cpuMs()) / n, (after.statements() - before.statements()) * 1.0 / n,
                (after.commits() - before.commits()) * 1.0 / n);
    }
}
