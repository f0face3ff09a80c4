package org.opencmas.registry.search.lines;

import java.util.UUID;

/**
 * What of one price list was found.
 *
 * @param lines how many lines, exactly
 * @param worded how many of them hold the words, in any grammatical form
 * @param literal whether one holds the words as they are, one after the other
 * @param item whether one is the item of that id
 */
public record ListMatches(UUID priceListId, int lines, int worded, boolean literal, boolean item) {}
