/** The words of mails: logic-free templates in several languages, and plain text made of safe HTML. */
package com.pivotino.crm.chatter.internal.mail.template;
