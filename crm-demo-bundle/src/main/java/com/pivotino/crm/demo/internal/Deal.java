package com.pivotino.crm.demo.internal;

import java.math.BigDecimal;
import java.util.List;

/** What is sold, and for how much. */
record Deal(String name, BigDecimal amount) {

    /** One of many kinds of deal, with a price that fits it. */
    static Deal any(Chance chance, int year) {
        int seats = chance.between(2, 24) * 5;
        int years = chance.between(2, 5);
        String city = chance.of(Words.CITIES);
        String department = chance.of(Words.DEPARTMENTS);
        List<Deal> kinds = List.of(
                of(seats + " seats for the " + city + " office", seats * chance.between(21, 34) * 10),
                of(seats + " seats for the " + department + " team", seats * chance.between(21, 34) * 10),
                of("Framework agreement " + (year + 1), chance.between(80, 360) * 500),
                of("Renewal " + (year + 1), chance.between(16, 120) * 500),
                of("Rollout in " + city, chance.between(36, 180) * 500),
                of("Pilot for the " + department + " team", chance.between(8, 30) * 500),
                of("Second site in " + city, chance.between(30, 90) * 500),
                of("Support contract, " + years + " years", years * chance.between(8, 30) * 400),
                of("Migration from spreadsheets", chance.between(12, 50) * 500),
                of("Training days for the " + department + " team", chance.between(2, 9) * 950),
                of("Integration with their ERP", chance.between(24, 110) * 500),
                of("Field app for " + seats + " technicians", seats * chance.between(12, 19) * 10),
                of("Upgrade to the enterprise plan", chance.between(40, 150) * 500),
                of("Data cleaning and import", chance.between(6, 24) * 500));
        return chance.of(kinds);
    }

    private static Deal of(String name, int amount) {
        return new Deal(name, BigDecimal.valueOf(amount));
    }
}
