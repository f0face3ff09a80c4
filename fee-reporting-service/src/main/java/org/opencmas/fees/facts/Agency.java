package org.opencmas.fees.facts;

import java.util.UUID;
import org.opencmas.terms.AgencyType;

/** The buyer as far as the fee depends on it: only local governments' orders bear the incentive fee. */
public record Agency(UUID agencyId, String name, AgencyType type) {}
