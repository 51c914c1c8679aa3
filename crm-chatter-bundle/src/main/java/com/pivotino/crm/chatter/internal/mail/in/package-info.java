/** Incoming mail: listening and polling, reading, finding the thread, and what is done with it (SEMANTICS L3 to L6). */
package com.pivotino.crm.chatter.internal.mail.in;
