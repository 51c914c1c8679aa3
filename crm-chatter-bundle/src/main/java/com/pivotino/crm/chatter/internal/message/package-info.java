/** Posting, editing and deleting messages and notes (SEMANTICS C1 to C4). */
package com.pivotino.crm.chatter.internal.message;
