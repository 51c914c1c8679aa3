/** Who gets a message or a note, and why: one pure function that preview and post share (SEMANTICS X1 to X8). */
package com.pivotino.crm.chatter.internal.recipient;
