/** Mail: configuration, addresses and header texts that outgoing and incoming mail share (SEMANTICS L1 to L7). */
package com.pivotino.crm.chatter.internal.mail;
