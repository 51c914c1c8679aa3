package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.chatter.internal.mail.HeaderText;
import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPSenderFailedException;
import javax.mail.MessagingException;

/** Reads what a server's refusal means (RFC 5321 section 4.2, RFC 3463). */
final class SmtpAnswers {

    private static final int PERMANENT = 500;
    private static final int CLOSING = 421;

    private SmtpAnswers() {
    }

    static SendResult of(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException step; e = step.getNextException()) {
            if (e instanceof SMTPAddressFailedException refused) {
                return recipient(refused.getReturnCode(), refused);
            }
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return result(sender.getReturnCode() == CLOSING ? SendResult.Outcome.NO_SERVER : SendResult.Outcome.LATER, failure);
        }
        if (failure instanceof SMTPSendFailedException refused) {
            return content(refused.getReturnCode(), refused);
        }
        // The dialog broke off: whether the server has the mail is not known, so it goes out again under the same id.
        return result(SendResult.Outcome.NO_SERVER, failure);
    }

    private static SendResult recipient(int code, MessagingException failure) {
        if (code < PERMANENT) {
            return result(SendResult.Outcome.LATER, failure);
        }
        String text = String.valueOf(failure.getMessage());
        boolean mailbox = text.matches("(?s).*\\b5\\.1\\.\\d+\\b.*") || code == 550 && !text.matches("(?s).*\\b[45]\\.\\d+\\.\\d+\\b.*");
        return result(mailbox ? SendResult.Outcome.NO_MAILBOX : SendResult.Outcome.REFUSED, failure);
    }

    private static SendResult content(int code, MessagingException failure) {
        if (code == CLOSING || code < 400) {
            return result(SendResult.Outcome.NO_SERVER, failure);
        }
        return result(code < PERMANENT ? SendResult.Outcome.LATER : SendResult.Outcome.REFUSED, failure);
    }

    static SendResult result(SendResult.Outcome outcome, Exception failure) {
        Throwable root = failure;
        while (root instanceof MessagingException step && step.getNextException() != null) {
            root = step.getNextException();
        }
        String said = HeaderText.of(root.getMessage());
        return new SendResult(outcome, said.isEmpty() ? root.getClass().getSimpleName() : said);
    }
}
