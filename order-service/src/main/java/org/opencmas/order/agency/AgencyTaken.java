package org.opencmas.order.agency;

import java.util.Map;
import java.util.UUID;
import org.opencmas.problem.Conflict;

/** An agency with this id, or with this name in this county, is registered already. */
final class AgencyTaken extends Conflict {
    private static final long serialVersionUID = 1;

    AgencyTaken(UUID existing) {
        super(
                "agency-already-registered",
                "An agency with this id, or of this name and county, is registered already.",
                Map.of("location", "/v1/agencies/" + existing));
    }
}
