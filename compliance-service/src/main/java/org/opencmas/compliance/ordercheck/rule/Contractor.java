package org.opencmas.compliance.ordercheck.rule;

import java.util.List;
import java.util.UUID;

/**
 * The contractor named on the order, as known here.
 *
 * @param certificates all known ones, expired ones included
 */
public record Contractor(UUID contractorId, String legalName, List<Certificate> certificates) {}
