package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.mail.event.AddressBounced;
import com.pivotino.crm.chatter.internal.mail.MailAddress;

/** Tells that an address is no good any more, so that it is not offered the next time (SEMANTICS X4, L5). */
final class BouncedAddress {

    private BouncedAddress() {
    }

    static void publish(Transaction tx, MailEntity mail, String reason) {
        RecordRef about = mail.record() == null ? new RecordRef("mail", mail.id()) : mail.record();
        String address = MailAddress.parse(mail.address()).map(MailAddress::normalised).orElse(mail.address());
        tx.publish(about, new AddressBounced(mail.person(), address, reason));
    }
}
