package org.opencmas.registry.contractor;

import java.util.List;
import java.util.UUID;
import org.opencmas.registry.contractor.profile.Certificate;
import org.opencmas.registry.contractor.profile.Location;
import org.opencmas.registry.contractor.profile.Qualifications;

/**
 * A contractor as it stands: the payload of {@code contractor.registered.v1} and {@code contractor.changed.v1}, and the
 * answer of the resource.
 *
 * @param formerNames names it had before, oldest first
 * @param certificates by type and first day of validity; expired ones stay
 * @param qualifications licences, Seller's Permit and authorizations as they were looked up last
 * @param version counts the contractor's events from 1
 */
record ContractorState(
        UUID contractorId,
        String legalName,
        List<String> formerNames,
        List<Location> locations,
        List<Certificate> certificates,
        Qualifications qualifications,
        long version) {}
