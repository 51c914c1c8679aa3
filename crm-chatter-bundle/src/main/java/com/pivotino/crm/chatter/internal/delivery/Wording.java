package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.notification.spi.OutgoingNotification.Recipient;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Phrases;
import com.pivotino.crm.chatter.internal.mail.template.MailTexts;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import java.util.Locale;
import java.util.Optional;

/**
 * How a channel tells: in the reader's language, where we speak it, and with days and hours as the reader writes them. The app
 * tells in English and leaves days and hours to the browser.
 */
final class Wording {

    private final MailTexts texts = new MailTexts();
    private final boolean app;

    Wording(String channel) {
        this.app = Recipients.APP.equals(channel);
    }

    String title(DeliveryEntity delivery, Recipient reader) {
        return in(reader, delivery.titlePhrase()).orElseGet(() -> english(delivery.title(), delivery, reader));
    }

    String why(DeliveryEntity delivery, Recipient reader) {
        return in(reader, delivery.whyPhrase()).orElse(delivery.why());
    }

    /**
     * An entry's text: where its first paragraph says in English what the title says in another language, only what people wrote
     * themselves.
     */
    String html(DeliveryEntity delivery, String html, Recipient reader) {
        if (delivery.titlePhrase().filter(phrase -> phrase.key().startsWith(Phrase.OF_LINE)).isEmpty()) {
            return html;
        }
        return in(reader, delivery.titlePhrase()).isPresent() ? html.replaceFirst("(?s)^<p>.*?</p>", "")
                : english(html, delivery, reader);
    }

    String word(Locale reader, String key, Object... arguments) {
        return texts.word(reader, key, arguments);
    }

    private Optional<String> in(Recipient reader, Optional<Phrase> phrase) {
        return app ? Optional.empty() : phrase.flatMap(given -> texts.sentence(reader.locale(), reader.zone(), given));
    }

    private String english(String said, DeliveryEntity delivery, Recipient reader) {
        return app ? said : delivery.titlePhrase().map(phrase -> Phrases.written(said, phrase,
                value -> texts.written(value, reader.locale(), reader.zone()))).orElse(said);
    }
}
