package org.opencmas.registry.leveragedprocurement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of agreement it is. Whether it is mandatory never follows from it (EXM-MANDATORY-FLAG). */
@Schema(name = "LpaType")
enum LpaType {
    IT_MASTER_AGREEMENT,
    CMAS,
    STATEWIDE_CONTRACT,
    /** Of several States together, such as NASPO, formerly WSCA. */
    COOPERATIVE_AGREEMENT,
    SOFTWARE_LICENSING_PROGRAM,
    OTHER
}
