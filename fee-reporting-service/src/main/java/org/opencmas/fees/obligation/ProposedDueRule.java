package org.opencmas.fees.obligation;

import java.util.UUID;
import org.opencmas.fees.rate.Approval;

/** A due rule as it was proposed, whether it counts or not. */
record ProposedDueRule(UUID figureId, ReportDueRule figure, Approval approval) {}
