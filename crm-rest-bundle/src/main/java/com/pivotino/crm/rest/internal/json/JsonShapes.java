package com.pivotino.crm.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The shapes that differ from a record's own: money, pages, local times, languages. */
final class JsonShapes extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,10})?");

    JsonShapes() {
        super("crm");
        addSerializer(Money.class, new MoneyOut());
        addDeserializer(Money.class, new MoneyIn());
        addSerializer(Page.class, new PageOut());
        DatesInRange.addTo(this);
        addSerializer(LocalDateTime.class, ToStringSerializer.instance);
        addSerializer(LocalTime.class, ToStringSerializer.instance);
        addSerializer(Locale.class, new LanguageOut());
    }

    private static final class MoneyOut extends JsonSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("amount", money.amount().toPlainString());
            out.writeStringField("currency", money.currency());
            out.writeEndObject();
        }
    }

    /** The amount may come as a decimal string, as it is answered, or as a JSON number. */
    private record MoneyText(Object amount, String currency) {
    }

    private static final class MoneyIn extends JsonDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            MoneyText text = context.readValue(in, MoneyText.class);
            List<FieldProblem> problems = new ArrayList<>();
            String amount = text.amount() instanceof BigDecimal plain && Math.abs(plain.scale()) <= 30
                    ? plain.toPlainString() : String.valueOf(text.amount());
            if (!DECIMAL.matcher(amount).matches()) {
                problems.add(new FieldProblem("amount", text.amount() == null ? "required" : "invalid",
                        "Use a decimal such as \"1200.50\"."));
            }
            if (text.currency() == null) {
                problems.add(new FieldProblem("currency", "required", "Use an ISO 4217 code such as EUR."));
            }
            if (!problems.isEmpty()) {
                throw CrmException.invalid(problems);
            }
            return Money.entered(new BigDecimal(amount), text.currency());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class PageOut extends JsonSerializer<Page> {
        @Override
        public void serialize(Page page, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            provider.defaultSerializeField("items", page.items(), out);
            out.writeStringField("next", page.next());
            if (page.total() != null) {
                out.writeNumberField("total", page.total());
            }
            out.writeEndObject();
        }
    }

    private static final class LanguageOut extends JsonSerializer<Locale> {
        @Override
        public void serialize(Locale locale, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(locale.toLanguageTag());
        }
    }
}
