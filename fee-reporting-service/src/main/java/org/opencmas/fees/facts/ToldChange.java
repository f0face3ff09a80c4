package org.opencmas.fees.facts;

import org.opencmas.journal.ReceivedEvent;

/** A change of an order and the event that told it. */
public record ToldChange(OrderChange change, ReceivedEvent event) {}
