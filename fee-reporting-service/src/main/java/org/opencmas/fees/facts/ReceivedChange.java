package org.opencmas.fees.facts;

import org.opencmas.journal.ReceivedEvent;

/** A change of an order, and the event that it came with. */
public record ReceivedChange(OrderChange change, ReceivedEvent event) {}
