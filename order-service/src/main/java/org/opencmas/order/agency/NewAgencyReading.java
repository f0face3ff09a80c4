package org.opencmas.order.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.RefusedByRule;
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
        Description description = description(body, analyst);
        if (!description.empoweredToExpendPublicFunds()) {
            throw refused(
                    "/empoweredToExpendPublicFunds",
                    "is false: only a body empowered to expend public funds may use the schedules");
        }
        return description;
    }

    /** @throws RefusedByRule (422) for a private body and for another local body without a decision */
    Description description(NewAgency body, String analyst) {
        AgencyType type = type(body.type());
        NewDecision decision = body.analystDecision();
        if (type.needsAnalystDecision() && decision == null) {
            throw refused(
                    "/analystDecision",
                    "is missing: for OTHER_LOCAL_BODY an analyst decides, with a reason, case by case");
        }
        NewPolicy policy = body.policy();
        if (policy != null && policy.effectiveOn() != null) {
            throw new InvalidRequest(new Fault(
                    "/policy/effectiveOn", "is not taken here", "Set a policy for a later day by PUT .../policy."));
        }
        return new Description(
                Identifier.of(body.name()).text(),
                type,
                body.county() == null ? null : Identifier.of(body.county()).text(),
                body.empoweredToExpendPublicFunds(),
                decision == null ? null : decision(decision, analyst),
                policy == null ? null : policy(policy, analyst, "/policy"));
    }

    private AnalystDecision decision(NewDecision sent, String analyst) {
        return new AnalystDecision(
                Objects.requireNonNullElse(sent.decidedBy(), analyst),
                Objects.requireNonNullElse(sent.decidedOn(), today()),
                sent.reason().strip());
    }

    /** @param sender who attests where the body names nobody */
    public AgencyView.PolicyView policy(NewPolicy sent, String sender) {
        return AgencyView.PolicyView.of(policy(sent, sender, ""));
    }

    /**
     * From which day it is to hold.
     *
     * @throws InvalidRequest (400) for a day before today, or more than a year away
     */
    public LocalDate effectiveOn(NewPolicy sent) {
        LocalDate day = Objects.requireNonNullElse(sent.effectiveOn(), today());
        if (day.isBefore(today()) || day.isAfter(today().plusYears(1))) {
            throw new InvalidRequest(new Fault(
                    "/effectiveOn",
                    "is " + day + "; today is " + today() + " in California",
                    "Give today or a later day, within a year."));
        }
        return day;
    }

    /**
     * @param sender who attests where the body names nobody
     * @param at pointer to the policy in the body; empty where it is the body
     */
    OwnPolicy policy(NewPolicy sent, String sender, String at) {
        if ((sent.orderLimit() == null) != (sent.orderLimitAction() == null)) {
            throw new InvalidRequest(new Fault(
                    at + (sent.orderLimit() == null ? "/orderLimit" : "/orderLimitAction"),
                    "is missing: a limit and what it does come together"));
        }
        if (sent.minOffersAction() != null && sent.minOffers() == null) {
            throw new InvalidRequest(
                    new Fault(at + "/minOffers", "is missing: say how many offers minOffersAction is about"));
        }
        if (Boolean.TRUE.equals(sent.approvalRequired()) && sent.approvers() == null) {
            throw new InvalidRequest(new Fault(
                    at + "/approvers", "is missing: where approval is required, say who approves up to which limit"));
        }
        requireEachOnce(sent.approvers(), at + "/approvers");
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
                attestation == null ? null : attestation(attestation, sender, at + "/ownPolicyAttestation"));
        return new OwnPolicy(new Policy(sent.orderLimit(), sent.orderLimitAction(), sent.minOffers()), settings);
    }

    /** Two limits of one person would leave it open which of them holds. */
    private static void requireEachOnce(@Nullable List<NewOrderApprover> approvers, String at) {
        Set<String> seen = new HashSet<>();
        List<NewOrderApprover> all = approvers == null ? List.of() : approvers;
        for (int i = 0; i < all.size(); i++) {
            if (!seen.add(Identifier.keyOf(all.get(i).name()))) {
                throw new InvalidRequest(
                        new Fault(at + "/" + i + "/name", "is named before; letter case does not count"));
            }
        }
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

    private OwnPolicyAttestation attestation(NewOwnPolicyAttestation sent, String sender, String at) {
        LocalDate attestedOn = Objects.requireNonNullElse(sent.attestedOn(), today());
        if (attestedOn.isAfter(today())) {
            throw new InvalidRequest(
                    new Fault(at + "/attestedOn", "is in the future: today is " + today() + " in California"));
        }
        LocalDate reviewOn = sent.reviewOn();
        if (reviewOn != null && reviewOn.isBefore(attestedOn)) {
            throw new InvalidRequest(new Fault(
                    at + "/reviewOn", reviewOn + " is before " + attestedOn + ", the day of the attestation"));
        }
        return new OwnPolicyAttestation(
                Objects.requireNonNullElse(sent.attestedBy(), sender),
                attestedOn,
                sent.policy().strip(),
                reviewOn);
    }

    private static AgencyType type(String sent) {
        return Arrays.stream(AgencyType.values())
                .filter(type -> type.name().equalsIgnoreCase(sent.strip()))
                .findFirst()
                .orElseThrow(() -> refused(
                        "/type",
                        "is none of " + Arrays.toString(AgencyType.values())
                                + "; a private body cannot be registered"));
    }

    private static RefusedByRule refused(String pointer, String detail) {
        return new RefusedByRule(
                "not-an-agency",
                "Only public bodies of the Guide's definition may order (Guide s1 p5).",
                List.of(new Fault(pointer, detail)),
                Map.of("rule", "GEN-AGENCY-TYPE"));
    }
}
