package com.pivotino.crm.chatter.internal.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Mail servers and addresses; a change holds from the next mail on. */
@ObjectClassDefinition(name = "Mail", description = "Outgoing and incoming mail")
public @interface MailConfig {

    String PID = "com.pivotino.crm.mail";

    @AttributeDefinition(description = "SMTP server; empty: mail waits in the outbox")
    String host() default "";

    @AttributeDefinition(description = "SMTP port")
    int port() default 25;

    @AttributeDefinition(description = "none, opportunistic (STARTTLS if it is offered), starttls (required) or tls")
    String security() default "opportunistic";

    @AttributeDefinition(description = "login of the SMTP server; empty for none")
    String user() default "";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "password of the SMTP server")
    String password() default "";

    @AttributeDefinition(description = "how long one step of a dialog with a mail server may take, 100 to 15000")
    int timeoutMs() default 15_000;

    @AttributeDefinition(description = "how many mails are sent at the same time, 1 to 8; read at start")
    int workers() default 4;

    @AttributeDefinition(description = "the product's own address; replies and bounces come to it with +token")
    String address() default "crm@localhost";

    @AttributeDefinition(description = "the name beside it")
    String name() default "Pivotino CRM";

    @AttributeDefinition(description = "domains whose users are named as sender with their own address")
    String[] senderDomains() default {};

    @AttributeDefinition(description = "where people reach the product, for links in mails")
    String baseUrl() default "http://localhost:8181";

    @AttributeDefinition(description = "port of the LMTP listener; 0: none")
    int inPort() default 0;

    @AttributeDefinition(description = "where the LMTP listener listens")
    String inHost() default "127.0.0.1";

    @AttributeDefinition(description = "IMAP server to poll; empty for none")
    String imapHost() default "";

    @AttributeDefinition(description = "IMAP port")
    int imapPort() default 993;

    @AttributeDefinition(description = "none, starttls or tls")
    String imapSecurity() default "tls";

    @AttributeDefinition(description = "login of the IMAP server")
    String imapUser() default "";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "password of the IMAP server")
    String imapPassword() default "";

    @AttributeDefinition(description = "the folder that is polled; what was taken in is marked as seen")
    String imapFolder() default "INBOX";

    @AttributeDefinition(description = "addresses whose mail makes an opportunity of a team: sales@example.com=3")
    String[] teamAddresses() default {};

    @AttributeDefinition(description = "the largest mail that is taken in, in MB, 1 to 100")
    int inMaxMb() default 40;
}
