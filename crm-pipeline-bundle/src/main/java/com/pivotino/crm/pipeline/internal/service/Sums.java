package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Amounts of figures, one a currency; never added over currencies. */
final class Sums {
    private Sums() {
    }

    /** By currency code; those without an amount are left out. */
    static List<Money> of(List<Figure> figures, Function<Figure, BigDecimal> which) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        figures.stream().filter(figure -> !figure.currency().isEmpty() && figure.count() != 0)
                .forEach(figure -> sums.merge(figure.currency(), which.apply(figure), BigDecimal::add));
        return sums.entrySet().stream().map(sum -> new Money(sum.getValue().setScale(
                Money.zero(sum.getKey()).amount().scale(), RoundingMode.HALF_UP), sum.getKey())).toList();
    }
}
