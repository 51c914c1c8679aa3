/** The text of messages: Markdown and HTML to safe HTML, and the people cited in it. */
package com.pivotino.crm.chatter.internal.content;
