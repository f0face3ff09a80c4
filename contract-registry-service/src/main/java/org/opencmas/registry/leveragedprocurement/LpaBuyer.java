package org.opencmas.registry.leveragedprocurement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom an agreement can be mandatory. */
@Schema(name = "LpaBuyer")
enum LpaBuyer {
    STATE_DEPARTMENTS,
    LOCAL_AGENCIES
}
