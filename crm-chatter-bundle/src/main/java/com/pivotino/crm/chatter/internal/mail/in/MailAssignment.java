package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.RecordRef;

/** Where an administrator says that a mail belongs. */
public record MailAssignment(RecordRef record) {
}
