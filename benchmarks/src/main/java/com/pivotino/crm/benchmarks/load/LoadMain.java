package com.pivotino.crm.benchmarks.load;

import java.io.IOException;
import java.util.Locale;

/** Loads a running product: {@code LoadMain host port password clients seconds pid [keys] [jdbc address]}. */
public final class LoadMain {

    private LoadMain() {
    }

    public static void main(String[] args) throws IOException {
        Peer peer = new Pivotino(args[2], args.length > 6 && args[6].equals("keys"));
        int clients = Integer.parseInt(args[3]);
        Meter meter = new Meter(Long.parseLong(args[5]), args.length > 7 ? args[7] : null, "postgres");
        try (Load load = new Load(peer, args[0], Integer.parseInt(args[1]), clients)) {
            new Operations(peer, load, Double.parseDouble(args[4]), meter).measure(clients).forEach((name, r) -> System.out.printf(
                    Locale.ROOT, "%-10s %6.0f/s  p50 %6.1f ms  p99 %6.1f ms  cpu %6.2f ms  statements %5.1f  commits %5.1f%n", name,
                    r.figure().rate(), r.figure().median(), r.figure().p99(), r.cpuMs(), r.statements(), r.commits()));
        }
    }
}
