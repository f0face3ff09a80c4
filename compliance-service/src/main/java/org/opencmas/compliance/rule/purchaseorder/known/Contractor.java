package org.opencmas.compliance.rule.purchaseorder.known;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contractor named on the order, as known here.
 *
 * @param certificates all known ones, expired ones included
 * @param locations where orders can be sent to; null when that has not arrived here
 */
public record Contractor(
        UUID contractorId,
        String legalName,
        List<Certificate> certificates,
        @Nullable List<Location> locations) {
    public Contractor(UUID contractorId, String legalName, List<Certificate> certificates) {
        this(contractorId, legalName, certificates, null);
    }

    /** A place orders can be sent to, as the contractor's record names it. */
    public record Location(String name, String street, String city, String state, String zip) {}
}
