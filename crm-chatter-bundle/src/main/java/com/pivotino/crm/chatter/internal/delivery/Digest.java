package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.chatter.internal.content.Html;
import java.util.List;

/** Several notifications for one person as one. */
final class Digest {

    /** Kind of an {@link OutgoingNotification} that gathers others. */
    static final String KIND = "digest";

    private static final int MAX_HTML = 200_000;

    private Digest() {
    }

    /**
     * Names each, with its text as long as that fits into one mail.
     *
     * @param parts at least one, for the same person; the first one's id stands for all
     */
    static OutgoingNotification of(List<OutgoingNotification> parts, Wording wording) {
        OutgoingNotification first = parts.get(0);
        StringBuilder html = new StringBuilder();
        for (OutgoingNotification part : parts) {
            html.append("<h3>").append(Html.escape(part.recordTitle() == null ? part.title() : part.recordTitle())).append("</h3>");
            if (part.recordTitle() != null) {
                html.append("<p>").append(Html.escape(part.title())).append("</p>");
            }
            html.append(html.length() + part.html().length() <= MAX_HTML ? part.html() : "");
        }
        String title = parts.size() == 1 ? first.title() : wording.word(first.recipient().locale(), "digestMany", parts.size());
        return new OutgoingNotification(first.deliveryId(), first.eventType(), KIND, first.recipient(), null, null, null, title,
                html.toString(), null, first.at(), wording.word(first.recipient().locale(), "why.digest"));
    }
}
