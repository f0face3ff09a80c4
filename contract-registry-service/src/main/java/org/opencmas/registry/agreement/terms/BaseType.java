package org.opencmas.registry.agreement.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a CMAS stands on (GEN-NOT-A-BID-PROGRAM, Guide s1 p5 and p6). */
@Schema(name = "BaseContractType")
public enum BaseType {
    /** A federal multiple award schedule of the General Services Administration. */
    GSA,
    /** Another competitively bid contract; its awarding body has to be named. */
    NON_GSA
}
