package com.pivotino.crm.api.mail;

import org.osgi.annotation.versioning.ProviderType;

/** Whether mail goes out at the moment: an OSGi service of the bundle that sends it; without it none does. */
@ProviderType
public interface MailStatus {

    /** True if a mail server is configured; what is asked for otherwise waits in the outbox. */
    boolean canSend();

    /**
     * A link into the product for a mail.
     *
     * @param path begins with a slash
     * @return the address under which people reach the product, with that path
     */
    String link(String path);
}
