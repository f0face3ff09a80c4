package org.opencmas.order.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** A public body that may order from the schedules, with the policy it sets for itself. */
@Entity
@Table(name = "agency")
public class Agency {
    @Id
    private UUID agencyId;

    private String name;
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private AgencyType type;

    private @Nullable String county;
    private boolean empoweredToExpendPublicFunds;

    @Embedded
    private @Nullable AnalystDecision analystDecision;

    @Embedded
    private @Nullable Policy policy;

    @Convert(converter = PolicyJson.OfSettings.class)
    private @Nullable OwnSettings settings;

    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Agency() {}

    Agency(UUID agencyId, Description description) {
        this.agencyId = agencyId;
        this.version = 1;
        describe(description);
    }

    /**
     * What is known of an agency.
     *
     * @param county of its seat; tells apart agencies of one name
     * @param empoweredToExpendPublicFunds whether the law lets it spend public money
     * @param analystDecision why it counts as a local body, needed for OTHER_LOCAL_BODY
     * @param policy what it sets for itself; null to leave what is set
     */
    record Description(
            String name,
            AgencyType type,
            @Nullable String county,
            boolean empoweredToExpendPublicFunds,
            @Nullable AnalystDecision analystDecision,
            @Nullable OwnPolicy policy) {
        /** Two agencies never share name and county, as a reader sees them. */
        String key() {
            return Identifier.keyOf(name) + '|' + (county == null ? "" : Identifier.keyOf(county));
        }
    }

    /** What a limit of the agency's own does when an order is above it. */
    @Schema(name = "OrderLimitAction")
    public enum LimitAction {
        WARN,
        BLOCK
    }

    /** An analyst's decision on a kind of body that the Guide does not name. */
    @Embeddable
    record AnalystDecision(
            @Column(name = "decision_decided_by") String decidedBy,
            @Column(name = "decision_decided_on") LocalDate decidedOn,
            @Column(name = "decision_reason") String reason) {}

    /**
     * The agency's own rules; the State's limit does not bind a local agency (Guide s3 p9).
     *
     * @param orderLimit highest order in US dollars before tax and freight, inclusive; null for none
     * @param minOffers how many offers to ask for; null for no rule of its own
     */
    @Embeddable
    record Policy(
            @Nullable BigDecimal orderLimit,
            @Enumerated(EnumType.STRING) @Nullable LimitAction orderLimitAction,
            @Nullable Integer minOffers) {
        static final Policy NONE = new Policy(null, null, null);
    }

    /** Everything that an agency sets for itself. */
    record OwnPolicy(Policy limits, OwnSettings settings) {}

    final void describe(Description description) {
        name = description.name();
        nameKey = description.key();
        type = description.type();
        county = description.county();
        empoweredToExpendPublicFunds = description.empoweredToExpendPublicFunds();
        analystDecision = description.analystDecision();
        OwnPolicy own = description.policy();
        if (own != null) {
            set(own);
        }
    }

    private void set(OwnPolicy own) {
        policy = own.limits();
        settings = own.settings();
    }

    void change(Description description) {
        describe(description);
        version++;
    }

    void adopt(OwnPolicy own) {
        set(own);
        version++;
    }

    UUID agencyId() {
        return agencyId;
    }

    String name() {
        return name;
    }

    AgencyType type() {
        return type;
    }

    Optional<String> county() {
        return Optional.ofNullable(county);
    }

    boolean empoweredToExpendPublicFunds() {
        return empoweredToExpendPublicFunds;
    }

    Optional<AnalystDecision> analystDecision() {
        return Optional.ofNullable(analystDecision);
    }

    Policy policy() {
        return policy == null ? Policy.NONE : policy;
    }

    OwnSettings settings() {
        return settings == null ? OwnSettings.NONE : settings;
    }

    Optional<Usd> orderLimit() {
        return Optional.ofNullable(policy().orderLimit()).map(Usd::of);
    }

    /** Counts the changes from 1; the number in the entity tag. */
    long version() {
        return version;
    }
}
