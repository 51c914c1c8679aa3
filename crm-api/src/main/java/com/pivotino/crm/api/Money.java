package com.pivotino.crm.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount with its currency; in JSON {@code {"amount": "1200.50", "currency": "EUR"}}.
 *
 * @param amount   the amount, at most the currency's number of decimals
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    private static final int MAX_INTEGER_DIGITS = 15;

    public Money {
        Objects.requireNonNull(amount, "amount");
        int digits = fractionDigits(currency);
        if (amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw CrmException.invalid("amount", "too_large", "The amount is too large.");
        }
        if (amount.stripTrailingZeros().scale() > digits) {
            throw CrmException.invalid("amount", "too_many_decimals", "The amount has more decimals than its currency.");
        }
        amount = amount.setScale(digits);
    }

    /** Nothing, in this currency. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Adds an amount of the same currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    private static int fractionDigits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", "The currency is not known.",
                    java.util.List.of(new FieldProblem("currency", "invalid", "Use an ISO 4217 code such as EUR.")),
                    java.util.Map.of(), e);
        }
    }
}
