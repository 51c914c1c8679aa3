package com.pivotino.crm.imports.internal.service;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes a login of a person's name. */
final class Logins {

    private static final int LENGTH = 40;

    private Logins() {
    }

    /**
     * {@code mei-mei.johns} for Mei-Mei Johns; with a number behind it if that is taken.
     *
     * @param taken whether a login is in use
     */
    static String of(String name, Predicate<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replace("ß", "ss").replaceAll("[^a-z0-9-]+", ".").replaceAll("^[.-]+|[.-]+$", "");
        String base = plain.isEmpty() ? "user" : plain.substring(0, Math.min(LENGTH, plain.length()));
        String login = base;
        for (int n = 2; taken.test(login); n++) {
            login = base + n;
        }
        return login;
    }
}
