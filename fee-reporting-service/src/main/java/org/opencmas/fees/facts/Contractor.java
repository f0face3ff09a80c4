package org.opencmas.fees.facts;

import java.util.List;
import java.util.UUID;

/** The holder of agreements as far as the fee depends on it. */
public record Contractor(UUID contractorId, String legalName, List<Certificate> certificates) {
    public Contractor {
        certificates = List.copyOf(certificates);
    }
}
