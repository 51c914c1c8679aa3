package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.chatter.internal.content.Html;
import com.pivotino.crm.chatter.internal.file.FileLinks;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.mail.template.MailTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Composes the mail of one notification, in the reader's language. */
final class NotificationLetter {

    private final MailTexts texts;
    private final MailSettings settings;
    private final OutgoingNotification what;
    private final MailedEntry entry;
    private final String token;
    private final String files;
    private final Map<String, String> values = new HashMap<>();

    /**
     * @param token the reader's access to the conversation, or null for somebody with an account or without access
     * @param files the token by which the reader opens the entry's files, or null for somebody with an account
     */
    NotificationLetter(MailTexts texts, MailSettings settings, OutgoingNotification what, MailedEntry entry, String token, String files) {
        this.texts = texts;
        this.settings = settings;
        this.what = what;
        this.entry = entry;
        this.token = token;
        this.files = files;
    }

    Letter compose(String address, Letter.Sender sender, MailThread thread) {
        boolean asLinks = entry.isAbove(FileLinks.MAIL_BYTES);
        headline();
        links();
        if (asLinks) {
            files();
        }
        // Who is cited is told by name only: the ids are nobody's business outside.
        values.put("body", what.html().replaceAll(" data-mention=\"[a-z]+:\\d+\"", ""));
        values.put("why", what.why() == null ? "" : what.why());
        MailTexts.Texts filled = texts.fill(what.record() == null ? "digest" : "message", locale(), values);
        List<Long> attached = asLinks ? List.of() : entry.files().stream().map(MailedEntry.File::id).toList();
        Letter.Content content = new Letter.Content(subject(thread), filled.text(), filled.html(), null, null, attached);
        return new Letter("delivery:" + what.deliveryId(), what.record(), what.entryId(), what.recipient().person(), address,
                what.recipient().name(), sender, content, thread, !entry.isWritten(), unsubscribe());
    }

    private void headline() {
        boolean written = entry.isWritten() && what.author() != null && what.recordTitle() != null;
        values.put("headline", written ? word("wrote", what.author().name(), what.recordTitle()) : word("happened", what.title()));
    }

    private void links() {
        PersonRef person = what.recipient().person();
        if (token != null) {
            values.put("link", settings.link("/shared/" + token));
            values.put("linkLabel", word("openShared"));
            values.put("unsubscribe", settings.link("/shared/" + token + "#unsubscribe"));
            values.put("unsubscribeLabel", word("unsubscribe"));
        } else if (person != null && person.isUser()) {
            values.put("link", settings.link(place()));
            values.put("linkLabel", word("open"));
        }
        if (entry.isWritten()) {
            values.put("answer", word("note".equals(entry.kind()) && person != null && person.isUser() ? "answerNote" : "answer"));
        }
    }

    /** Where the browser shows the record, and the entry in it. */
    private String place() {
        if (what.record() == null) {
            return "/";
        }
        String path = what.record().type().equals("opportunity") ? "/opportunities/" + what.record().id() : "/";
        return what.entryId() == null ? path : path + "?entry=" + what.entryId();
    }

    private void files() {
        values.put("filesLabel", word("files"));
        values.put("files", entry.files().stream().map(file -> "- " + label(file) + ": " + address(file))
                .collect(Collectors.joining("\n")));
        values.put("filesHtml", entry.files().stream().map(file -> "<li><a href=\"" + Html.escape(address(file)) + "\">"
                + Html.escape(label(file)) + "</a></li>").collect(Collectors.joining("", "<ul>", "</ul>")));
    }

    private String label(MailedEntry.File file) {
        return word("file", file.name(), file.megabytes());
    }

    private String address(MailedEntry.File file) {
        return settings.link(files == null ? "/api/attachments/" + file.id() : "/api/shared/" + files + "/attachments/" + file.id());
    }

    private String unsubscribe() {
        return token == null ? null : settings.link("/api/shared/" + token + "/unsubscribe");
    }

    private String subject(MailThread thread) {
        if (!entry.isWritten() || what.recordTitle() == null) {
            return Outbox.subject(what.title());
        }
        return Outbox.subject((thread.parent() == null ? "" : "Re: ") + what.recordTitle());
    }

    private Locale locale() {
        return what.recipient().locale();
    }

    private String word(String key, Object... arguments) {
        return texts.word(locale(), key, arguments);
    }
}
