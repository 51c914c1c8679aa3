package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The members of an opportunity that a save may change. Tracked ones appear in the feed under the name that the contract
 * shows them by (SEMANTICS C5).
 */
public enum OpportunityField {
    NAME("name", "name", Type.TEXT, o -> o.name, (o, v) -> o.name = (String) v),
    CUSTOMER("customerId", "customer", Type.NUMBER, o -> o.customerId, (o, v) -> o.customerId = (Long) v),
    EMAIL("email", "email", Type.TEXT, o -> o.email, (o, v) -> o.email = (String) v),
    PHONE("phone", "phone", Type.TEXT, o -> o.phone, (o, v) -> o.phone = (String) v),
    EXPECTED_REVENUE("expectedRevenue", "expectedRevenue", Type.MONEY, OpportunityEntity::expectedRevenue,
            (o, v) -> o.expect((Money) v)),
    SALESPERSON("salespersonId", "salesperson", Type.NUMBER, o -> o.salespersonId, (o, v) -> o.salespersonId = (Long) v),
    TEAM("teamId", "team", Type.NUMBER, o -> o.teamId, (o, v) -> o.teamId = (Long) v),
    PRIORITY("priority", "priority", Type.NUMBER, o -> (long) o.priority, (o, v) -> o.priority = ((Long) v).intValue()),
    EXPECTED_CLOSING("expectedClosing", "expectedClosing", Type.DATE, o -> o.expectedClosing,
            (o, v) -> o.expectedClosing = (LocalDate) v),
    /** Only what a person has set; null while the stage's own holds. Written through {@link #writeProbability}. */
    PROBABILITY("probability", "probability", Type.NUMBER,
            o -> o.manualProbability == null ? null : o.manualProbability.longValue(), (o, v) -> { }),
    LOST_REASON("lostReasonId", "lostReason", Type.NUMBER, o -> o.lostReasonId, (o, v) -> o.lostReasonId = (Long) v),
    DESCRIPTION("description", null, Type.TEXT, o -> o.description, (o, v) -> o.description = (String) v),
    TAGS("tags", null, Type.TEXTS, OpportunityEntity::tags, (o, v) -> o.tag(texts(v)));

    private enum Type { TEXT, NUMBER, DATE, MONEY, TEXTS }

    private static final String LINE = "\n";
    private final String field;
    private final String trackedAs;
    private final Type type;
    private final Function<OpportunityEntity, Object> reader;
    private final BiConsumer<OpportunityEntity, Object> writer;

    OpportunityField(String field, String trackedAs, Type type, Function<OpportunityEntity, Object> reader,
            BiConsumer<OpportunityEntity, Object> writer) {
        this.field = field;
        this.trackedAs = trackedAs;
        this.type = type;
        this.reader = reader;
        this.writer = writer;
    }

    /** The input member's name. */
    public String field() {
        return field;
    }

    /** The name in the feed; null if it is not tracked. */
    public String trackedAs() {
        return trackedAs;
    }

    public static Optional<OpportunityField> of(String field) {
        return Arrays.stream(values()).filter(member -> member.field.equals(field)).findFirst();
    }

    /** The value as of now, in the shape of the contract: text, whole number, date, money, texts. */
    public Object read(OpportunityEntity opportunity) {
        return reader.apply(opportunity);
    }

    public void write(OpportunityEntity opportunity, Object value) {
        writer.accept(opportunity, value);
        // under what likely duplicates find it
        opportunity.emailKey = SearchWords.address(opportunity.email);
        opportunity.phoneKey = SearchWords.phone(opportunity.phone);
    }

    /** Overrides the probability, or with null goes back to the stage's (SEMANTICS P12). */
    public static void writeProbability(OpportunityEntity opportunity, Long percent, int stageProbability) {
        opportunity.overrideProbability(percent == null ? null : percent.intValue(), stageProbability);
    }

    /** Links a customer under the name that it has now. */
    public static void writeCustomer(OpportunityEntity opportunity, Long id, String name) {
        opportunity.customerId = id;
        opportunity.customerName = id == null ? null : name;
    }

    /** For the change log. */
    public String encode(Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case MONEY -> ((Money) value).amount().toPlainString() + " " + ((Money) value).currency();
            case TEXTS -> String.join(LINE, texts(value));
            default -> value.toString();
        };
    }

    /** From the change log. */
    public Object decode(String text) {
        if (text == null) {
            return type == Type.TEXTS ? List.of() : null;
        }
        return switch (type) {
            case TEXT -> text;
            case NUMBER -> Long.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case MONEY -> new Money(new BigDecimal(text.substring(0, text.length() - 4)), text.substring(text.length() - 3));
            case TEXTS -> text.isEmpty() ? List.of() : List.of(text.split(LINE));
        };
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }
}
