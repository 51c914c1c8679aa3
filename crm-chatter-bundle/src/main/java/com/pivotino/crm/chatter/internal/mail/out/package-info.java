/** Outgoing mail: composing, the outbox, and handing over to the SMTP server (SEMANTICS L1, L2, L7). */
package com.pivotino.crm.chatter.internal.mail.out;
