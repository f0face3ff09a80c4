package org.opencmas.order.purchaseorder.reading;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.problem.Forbidden;
import org.opencmas.terms.Roles;

/**
 * Whose orders a caller may see: those of its agency, those issued to its contractor, or all. To anybody else an order
 * does not exist.
 *
 * @param agencyId the one agency, null for no bound
 * @param contractorId the one contractor, null for no bound; it sees only what was issued to it
 */
public record Visibility(@Nullable UUID agencyId, @Nullable UUID contractorId) {
    public static final Visibility ALL = new Visibility(null, null);

    public static Visibility of(Caller caller) {
        if (caller.seesAll()) {
            return ALL;
        }
        if (caller.has(Roles.AGENCY_BUYER) || caller.has(Roles.AGENCY_APPROVER)) {
            return new Visibility(agencyOf(caller), null);
        }
        return ofContractor(caller);
    }

    /** What the caller sees as an agency's buyer or approver, whatever other roles it has. */
    public static Visibility ofAgency(Caller caller) {
        return new Visibility(agencyOf(caller), null);
    }

    /** What the caller sees as a contractor, whatever other roles it has. */
    public static Visibility ofContractor(Caller caller) {
        Optional<UUID> contractor = caller.contractorId();
        return new Visibility(
                null,
                contractor.orElseThrow(
                        () -> new Forbidden("Your token names no contractor: the claim contractor_id is missing.")));
    }

    /** @throws Forbidden (403) for a token that is bound to no agency */
    public static UUID agencyOf(Caller caller) {
        return caller.agencyId()
                .orElseThrow(() -> new Forbidden("Your token names no agency: the claim agency_id is missing."));
    }

    boolean isContractor() {
        return contractorId != null;
    }

    public boolean covers(PurchaseOrder order) {
        if (agencyId != null && !agencyId.equals(order.agencyId())) {
            return false;
        }
        return contractorId == null
                || order.inForce()
                        .map(version -> version.document().naming().contractorId())
                        .filter(contractorId::equals)
                        .isPresent();
    }

    /** Whether the caller may see the version: a contractor only what was issued. */
    boolean covers(OrderVersion version) {
        return contractorId == null || version.state().isOut();
    }
}
