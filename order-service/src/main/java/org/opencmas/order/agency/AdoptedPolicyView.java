package org.opencmas.order.agency;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.http.Cursor;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

/**
 * A policy that an agency adopted, as it is answered.
 *
 * @param version the agency's version that adopted it
 * @param adoptedOn the first day on which it holds, in California; it holds until the next one is adopted
 * @param adoptedBy the subject of the token that adopted it
 */
@Schema(name = "AdoptedPolicy")
record AdoptedPolicyView(long version, LocalDate adoptedOn, String adoptedBy, AgencyView.PolicyView policy) {
    static AdoptedPolicyView of(AdoptedPolicy policy) {
        return new AdoptedPolicyView(policy.version(), policy.adoptedOn(), policy.adoptedBy(), policy.policy());
    }

    /** @throws InvalidRequest (400) for a cursor that the list never gave out */
    static Long version(Cursor cursor) {
        try {
            return Long.valueOf(cursor.keys().getFirst());
        } catch (NumberFormatException e) {
            throw new InvalidRequest(new Fault("cursor", "is not a cursor of this list"));
        }
    }
}
