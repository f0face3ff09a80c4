package org.opencmas.order.agency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.Agency.LimitAction;
import org.opencmas.order.agency.Agency.OwnPolicy;
import org.opencmas.order.agency.Agency.Policy;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Usd;

/**
 * An agency as events and answers show it, always its full state.
 *
 * @param agencyClass whose rules bind it; CSU and UC are local for this program (Guide s1 p5)
 * @param version counts the changes from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Agency")
public record AgencyView(
        UUID agencyId,
        String name,
        AgencyType type,
        AgencyClass agencyClass,
        @Nullable String county,
        boolean empoweredToExpendPublicFunds,
        @Nullable DecisionView analystDecision,
        PolicyView policy,
        long version) {

    /** Why a body that the Guide does not name counts as local. */
    @Schema(name = "AnalystDecision")
    public record DecisionView(String decidedBy, LocalDate decidedOn, String reason) {}

    /** The agency's own rules. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AgencyPolicy")
    public record PolicyView(
            @Nullable Usd orderLimit,
            @Nullable LimitAction orderLimitAction,
            @Nullable Integer minOffers,
            @JsonUnwrapped OwnSettings settings) {
        static PolicyView of(Agency agency) {
            return new PolicyView(
                    agency.orderLimit().orElse(null),
                    agency.policy().orderLimitAction(),
                    agency.policy().minOffers(),
                    agency.settings());
        }

        static PolicyView of(OwnPolicy own) {
            BigDecimal limit = own.limits().orderLimit();
            return new PolicyView(
                    limit == null ? null : Usd.of(limit),
                    own.limits().orderLimitAction(),
                    own.limits().minOffers(),
                    own.settings());
        }

        OwnPolicy ownPolicy() {
            return new OwnPolicy(
                    new Policy(orderLimit == null ? null : orderLimit.amount(), orderLimitAction, minOffers), settings);
        }
    }

    static AgencyView of(Agency agency) {
        return new AgencyView(
                agency.agencyId(),
                agency.name(),
                agency.type(),
                agency.type().agencyClass(),
                agency.county().orElse(null),
                agency.empoweredToExpendPublicFunds(),
                agency.analystDecision()
                        .map(decision ->
                                new DecisionView(decision.decidedBy(), decision.decidedOn(), decision.reason()))
                        .orElse(null),
                PolicyView.of(agency),
                agency.version());
    }
}
