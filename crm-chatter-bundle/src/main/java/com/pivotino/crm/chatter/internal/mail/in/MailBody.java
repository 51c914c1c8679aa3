package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.chatter.internal.content.MessageFormatter;
import com.pivotino.crm.chatter.internal.mail.template.MailTexts;
import java.util.List;
import java.util.regex.Pattern;

/** Makes of a mail's body what stands in the feed: what is new in it, and the quoted rest closed below. */
final class MailBody {

    private static final int MAX_HTML = 90_000;
    private static final Pattern QUOTE_HEAD =
            Pattern.compile("(?i)^(?:-{2,}\\s*(?:original message|urspr\u00fcngliche nachricht|forwarded message).*"
            + "|_{10,}\\s*|on\\b.{3,200}\\bwrote:\\s*|am\\b.{3,200}\\bschrieb\\b.{0,100}:\\s*|le\\b.{3,200}\\ba \u00e9crit\\s?:\\s*)$");
    private static final Pattern SIGNATURE = Pattern.compile("^-- ?$");

    private final MessageFormatter formatter;

    MailBody(MessageFormatter formatter) {
        this.formatter = formatter;
    }

    /** Safe HTML; empty if nothing is written. The plain text is taken where there is one, since it shows what is quoted. */
    String html(IncomingMail mail) {
        if (mail.body().text().isBlank()) {
            String clean = formatter.clean(mail.body().html().length() > MAX_HTML ? "" : mail.body().html());
            return clean.length() > MAX_HTML ? "" : clean;
        }
        Split split = split(mail.body().text());
        String fresh = MailTexts.html(cut(split.fresh()));
        String quoted = MailTexts.html(cut(split.quoted().replaceAll("(?m)^> ?", "")));
        String folded = quoted.isEmpty() ? "" : "<details class=\"quoted\"><summary>Earlier text</summary><blockquote>" + quoted
                + "</blockquote></details>";
        return fresh.length() + folded.length() > MAX_HTML ? fresh.length() > MAX_HTML ? "" : fresh : fresh + folded;
    }

    /** What is new, as plain text. */
    static String fresh(IncomingMail mail) {
        return split(mail.body().text()).fresh();
    }

    /** What the sender wrote, and what stands below it from earlier mails. */
    record Split(String fresh, String quoted) {
    }

    static Split split(String text) {
        List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
        int end = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            String two = i + 1 < lines.size() ? lines.get(i).strip() + " " + lines.get(i + 1).strip() : "";
            boolean head = QUOTE_HEAD.matcher(lines.get(i).strip()).matches() || lines.get(i).matches("(?i)^(on|am|le)\\b.*")
                    && two.length() <= 300 && QUOTE_HEAD.matcher(two).matches();
            if (head || onlyQuotes(lines, i)) {
                end = i;
                break;
            }
        }
        String fresh = String.join("\n", lines.subList(0, end)).strip();
        String quoted = String.join("\n", lines.subList(end, lines.size())).strip();
        // An answer below or between the quotes is read as a whole.
        return fresh.isEmpty() ? new Split(text.strip(), "") : new Split(withoutSignature(fresh), quoted);
    }

    private static boolean onlyQuotes(List<String> lines, int from) {
        return lines.get(from).startsWith(">") && lines.subList(from, lines.size()).stream()
                .allMatch(line -> line.startsWith(">") || line.isBlank());
    }

    private static String withoutSignature(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (SIGNATURE.matcher(lines.get(i)).matches()) {
                return String.join("\n", lines.subList(0, i)).strip();
            }
        }
        return text;
    }

    private static String cut(String text) {
        return text.length() <= MAX_HTML / 3 ? text : text.substring(0, MAX_HTML / 3) + "\n\u2026";
    }
}
