package org.opencmas.order.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.Agency.AnalystDecision;
import org.opencmas.order.agency.Agency.Description;
import org.opencmas.order.agency.Agency.OwnPolicy;
import org.opencmas.order.agency.Agency.Policy;
import org.opencmas.order.agency.NewAgency.NewDecision;
import org.opencmas.order.agency.NewAgency.NewOrderApprover;
import org.opencmas.order.agency.NewAgency.NewOwnPolicyAttestation;
import org.opencmas.order.agency.NewAgency.NewPolicy;
import org.opencmas.order.agency.OwnSettings.OrderApprover;
import org.opencmas.order.agency.OwnSettings.OwnPolicyAttestation;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * Reads what an analyst says of an agency by the Guide's definition (GEN-AGENCY-TYPE, Guide s1 p5): a public body of one
 * of the named kinds, empowered to spend public funds; any other kind needs a decision with a reason.
 */
@ApplicationScoped
public class NewAgencyReading {
    private final Clock clock;

    NewAgencyReading(Clock clock) {
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ProgramCalendar.ZONE));
    }

    /** @throws RefusedByRule (422) also for a body that may not spend public funds: it has no place in the program */
    Description newcomer(NewAgency body, String analyst) {
        return description(body, analyst, true);
    }

    /**
     * Reads what is said of an agency that is registered already.
     *
     * @throws org.opencmas.problem.InvalidRequest (400) with all that is wrong with the body
     * @throws RefusedByRule (422) for a private body and for another local body without a decision
     */
    Description description(NewAgency body, String analyst) {
        return description(body, analyst, false);
    }

    private Description description(NewAgency body, String analyst, boolean isNew) {
        FieldReader.require(body, today());
        AgencyType type = type(body.type());
        NewDecision decision = body.analystDecision();
        requireAgency(body, type, isNew);
        NewPolicy policy = body.policy();
        return new Description(
                Identifier.of(body.name()).text(),
                Objects.requireNonNull(type),
                body.county() == null ? null : Identifier.of(body.county()).text(),
                body.empoweredToExpendPublicFunds(),
                decision == null ? null : decision(decision, analyst),
                policy == null ? null : ownPolicy(policy, analyst));
    }

    private static void requireAgency(NewAgency body, @Nullable AgencyType type, boolean isNew) {
        List<Fault> faults = new ArrayList<>();
        if (type == null) {
            faults.add(new Fault(
                    "/type",
                    "is none of " + Arrays.toString(AgencyType.values()) + "; a private body cannot be registered"));
        }
        if (isNew && !body.empoweredToExpendPublicFunds()) {
            faults.add(new Fault(
                    "/empoweredToExpendPublicFunds",
                    "is false: only a body empowered to expend public funds may use the schedules"));
        }
        if (type != null && type.needsAnalystDecision() && body.analystDecision() == null) {
            faults.add(new Fault(
                    "/analystDecision",
                    "is missing: for OTHER_LOCAL_BODY an analyst decides, with a reason, case by case"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedByRule(
                    "not-an-agency",
                    "Only public bodies of the Guide's definition may order (Guide s1 p5).",
                    faults,
                    Map.of("rule", "GEN-AGENCY-TYPE"));
        }
    }

    private AnalystDecision decision(NewDecision sent, String analyst) {
        return new AnalystDecision(
                Objects.requireNonNullElse(sent.decidedBy(), analyst),
                Objects.requireNonNullElse(sent.decidedOn(), today()),
                sent.reason().strip());
    }

    /**
     * Reads a policy that is a body of its own.
     *
     * @param sender who attests where the body names nobody
     * @throws org.opencmas.problem.InvalidRequest (400) with all that is wrong with it
     */
    public AgencyView.PolicyView policy(NewPolicy sent, String sender) {
        FieldReader.require(sent, today());
        return AgencyView.PolicyView.of(ownPolicy(sent, sender));
    }

    /** From which day it is to hold. */
    public LocalDate effectiveOn(NewPolicy sent) {
        return Objects.requireNonNullElse(sent.effectiveOn(), today());
    }

    private OwnPolicy ownPolicy(NewPolicy sent, String sender) {
        NewOwnPolicyAttestation attestation = sent.ownPolicyAttestation();
        OwnSettings settings = new OwnSettings(
                new OwnSettings.Severities(
                        sent.minOffersAction(),
                        sent.statementOfWorkAction(),
                        sent.bestValueAction(),
                        sent.approvalRequired(),
                        sent.plausibilityAction()),
                new OwnSettings.LegalCounsel(
                        usd(sent.legalCounselAbove()), sent.legalCounselForServices(), sent.legalCounselForClauses()),
                sent.deliveryTailMonths(),
                sent.retentionYears(),
                approvers(sent.approvers()),
                sent.mayOverride() == null
                        ? null
                        : sent.mayOverride().stream().map(String::strip).toList(),
                attestation == null ? null : attestation(attestation, sender));
        return new OwnPolicy(new Policy(sent.orderLimit(), sent.orderLimitAction(), sent.minOffers()), settings);
    }

    private static @Nullable Usd usd(@Nullable BigDecimal amount) {
        return amount == null ? null : Usd.of(amount);
    }

    private static @Nullable List<OrderApprover> approvers(@Nullable List<NewOrderApprover> sent) {
        return sent == null
                ? null
                : sent.stream()
                        .map(one -> new OrderApprover(one.name().strip(), usd(one.limit())))
                        .toList();
    }

    private OwnPolicyAttestation attestation(NewOwnPolicyAttestation sent, String sender) {
        return new OwnPolicyAttestation(
                Objects.requireNonNullElse(sent.attestedBy(), sender),
                Objects.requireNonNullElse(sent.attestedOn(), today()),
                sent.policy().strip(),
                sent.reviewOn());
    }

    private static @Nullable AgencyType type(String sent) {
        return Arrays.stream(AgencyType.values())
                .filter(type -> type.name().equalsIgnoreCase(sent.strip()))
                .findFirst()
                .orElse(null);
    }
}
