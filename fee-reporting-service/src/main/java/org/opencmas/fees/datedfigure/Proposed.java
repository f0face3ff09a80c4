package org.opencmas.fees.datedfigure;

import java.util.UUID;

/** A figure as it was proposed, whether it counts or not. */
public record Proposed<F>(UUID figureId, F figure, Approval approval) {}
