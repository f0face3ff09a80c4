package org.opencmas.fees.facts;

import java.util.UUID;
import org.opencmas.terms.CmasNumber;

/** The part of an order that is under one agreement: what a fee is worked out for. */
public record OrderPart(UUID orderId, CmasNumber agreement) {}
