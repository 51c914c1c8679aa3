package com.pivotino.crm.imports.internal.plan;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.imports.internal.value.Amount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the amount of a row with its currency: the one that stands beside it, the row's, the file's. */
final class AmountCells {

    private static final String FIELD = "expectedRevenue";
    private static final List<String> DOLLARS = List.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP");
    private static final List<String> CROWNS = List.of("SEK", "NOK", "DKK", "ISK");

    private final RowReader reader;
    private final String fileCurrency;

    AmountCells(RowReader reader, String fileCurrency) {
        this.reader = reader;
        this.fileCurrency = fileCurrency;
    }

    void read(ParsedRow draft) {
        if (reader.column(FIELD) == null) {
            return;
        }
        String text = reader.text(draft.row(), FIELD);
        if (text.isEmpty()) {
            draft.warn(FIELD, "missing_value", "There is no amount; imported without one.");
            return;
        }
        Optional<Amount> amount = Amount.parse(text);
        if (amount.isEmpty() || amount.get().number().signum() < 0) {
            draft.error(FIELD, "invalid_amount", "\"" + text + "\" is not an amount of zero or more.");
            return;
        }
        String currency = currency(draft, text, amount.get().mark());
        if (currency == null) {
            return;
        }
        try {
            Money money = Money.entered(amount.get().number(), currency);
            draft.put(FIELD, money.amount().toPlainString() + " " + money.currency());
        } catch (CrmException e) {
            draft.error(FIELD, "invalid_amount", "\"" + text + "\": " + e.getMessage());
        }
        if (amount.get().unsure()) {
            draft.warn(FIELD, "amount_unsure", "\"" + text + "\" was read as " + amount.get().number().toPlainString() + ".");
        }
    }

    /** Null with an error if it cannot be told. */
    private String currency(ParsedRow draft, String text, String mark) {
        String stated = reader.text(draft.row(), "currency").toUpperCase(Locale.ROOT);
        String usual = stated.isEmpty() ? fileCurrency : stated;
        if (mark == null) {
            return usual;
        }
        if (mark.equals("$") && !DOLLARS.contains(usual)) {
            draft.warn(FIELD, "currency_read", "\"" + text + "\" was read as US dollars; write another currency as its code, such as CAD.");
            return "USD";
        }
        if (mark.equals("kr") && !CROWNS.contains(usual)) {
            draft.error(FIELD, "unknown_currency", "\"" + text + "\" may be Swedish, Norwegian or Danish crowns; write SEK, NOK or DKK.");
            return null;
        }
        if (mark.equals("$") || mark.equals("kr")) {
            return usual;
        }
        if (!stated.isEmpty() && !stated.equals(mark)) {
            draft.warn(FIELD, "currency_differs", "The currency beside the amount is " + mark + ", that of the row " + stated
                    + "; imported in " + mark + ".");
        }
        return mark;
    }
}
