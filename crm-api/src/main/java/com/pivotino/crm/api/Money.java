package com.pivotino.crm.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount with its currency; in JSON {@code {"amount": "1200.50", "currency": "EUR"}}. An amount that someone enters has
 * limits ({@link #entered}); a sum of many such amounts may be greater.
 *
 * @param amount   the amount, at most the currency's number of decimals
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    private static final int ENTERED_DIGITS = 15;
    /** No sum comes near it; keeps numbers such as 1e999999999 from being written out. */
    private static final int MAX_DIGITS = 40;

    public Money {
        Objects.requireNonNull(amount, "amount");
        int digits = fractionDigits(currency);
        if (integerDigits(amount) > MAX_DIGITS) {
            throw tooLarge("amount");
        }
        if (amount.stripTrailingZeros().scale() > digits) {
            throw CrmException.invalid("amount", "too_many_decimals", "The amount has more decimals than its currency.");
        }
        amount = amount.setScale(digits);
    }

    /**
     * An amount that came from outside: at most 15 digits before the decimal point.
     *
     * @throws CrmException {@code validation_failed} naming {@code amount} or {@code currency}
     */
    public static Money entered(BigDecimal amount, String currency) {
        return new Money(amount, currency).requireEntered("amount");
    }

    /**
     * Refuses an amount that is too large for one entered value.
     *
     * @param field named in the refusal
     * @throws CrmException {@code validation_failed}
     */
    public Money requireEntered(String field) {
        if (integerDigits(amount) > ENTERED_DIGITS) {
            throw tooLarge(field);
        }
        return this;
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

    private static long integerDigits(BigDecimal amount) {
        return (long) amount.precision() - amount.scale();
    }

    private static CrmException tooLarge(String field) {
        return CrmException.invalid(field, "too_large", "The amount is too large.");
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
