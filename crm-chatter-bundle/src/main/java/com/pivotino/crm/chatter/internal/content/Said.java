package com.pivotino.crm.chatter.internal.content;

/**
 * One line of plain text for people.
 *
 * @param sentence in English
 * @param phrase   the same for readers of other languages
 */
public record Said(String sentence, Phrase phrase) {
}
