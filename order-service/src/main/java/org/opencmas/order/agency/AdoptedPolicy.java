package org.opencmas.order.agency;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A policy that an agency adopted; it holds from its day until the day of the next one. Never changed. */
@Entity
@Table(name = "agency_policy")
class AdoptedPolicy {
    @EmbeddedId
    private Key key;

    private LocalDate adoptedOn;
    private String adoptedBy;

    @Convert(converter = PolicyJson.OfPolicy.class)
    private AgencyView.PolicyView policy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected AdoptedPolicy() {}

    AdoptedPolicy(Agency agency, LocalDate adoptedOn, String adoptedBy) {
        this.key = new Key(agency.agencyId(), agency.version());
        this.adoptedOn = adoptedOn;
        this.adoptedBy = adoptedBy;
        this.policy = AgencyView.PolicyView.of(agency);
    }

    /** @param version the agency's version that adopted it */
    @Embeddable
    record Key(UUID agencyId, long version) {}

    long version() {
        return key.version();
    }

    LocalDate adoptedOn() {
        return adoptedOn;
    }

    String adoptedBy() {
        return adoptedBy;
    }

    AgencyView.PolicyView policy() {
        return policy;
    }
}
