package org.opencmas.fees.rate;

import java.util.UUID;

/** A rate as it was proposed, whether it counts or not. */
public record ProposedFeeRate(UUID figureId, FeeRate figure, Approval approval) {}
