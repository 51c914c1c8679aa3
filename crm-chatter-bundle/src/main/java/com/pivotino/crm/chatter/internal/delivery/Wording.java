package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.mail.template.MailTexts;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import java.util.Locale;
import java.util.Optional;

/** In which language a channel tells: the reader's, where we speak it, but in the app, which is in English. */
final class Wording {

    private final MailTexts texts = new MailTexts();
    private final boolean english;

    Wording(String channel) {
        this.english = Recipients.APP.equals(channel);
    }

    String title(DeliveryEntity delivery, Locale reader) {
        return in(reader, delivery.titlePhrase()).orElse(delivery.title());
    }

    String why(DeliveryEntity delivery, Locale reader) {
        return in(reader, delivery.whyPhrase()).orElse(delivery.why());
    }

    /** An entry's text: where its first paragraph says in English what the title says, only what people wrote themselves. */
    String html(DeliveryEntity delivery, String html, Locale reader) {
        boolean said = delivery.titlePhrase().filter(phrase -> phrase.key().startsWith(Phrase.OF_LINE)).isPresent()
                && in(reader, delivery.titlePhrase()).isPresent();
        return said ? html.replaceFirst("(?s)^<p>.*?</p>", "") : html;
    }

    String word(Locale reader, String key, Object... arguments) {
        return texts.word(reader, key, arguments);
    }

    private Optional<String> in(Locale reader, Optional<Phrase> phrase) {
        return english ? Optional.empty() : phrase.flatMap(given -> texts.sentence(reader, given));
    }
}
