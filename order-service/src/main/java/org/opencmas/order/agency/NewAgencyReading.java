package org.opencmas.order.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.Agency.AnalystDecision;
import org.opencmas.order.agency.Agency.Description;
import org.opencmas.order.agency.Agency.Policy;
import org.opencmas.order.agency.NewAgency.NewDecision;
import org.opencmas.order.agency.NewAgency.NewPolicy;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;

/**
 * Reads what an analyst says of an agency by the Guide's definition (GEN-AGENCY-TYPE, Guide s1 p5): a public body of one
 * of the named kinds, empowered to spend public funds; any other kind needs a decision with a reason.
 */
@ApplicationScoped
class NewAgencyReading {
    private final Clock clock;

    NewAgencyReading(Clock clock) {
        this.clock = clock;
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
        return new Description(
                Identifier.of(body.name()).text(),
                type,
                body.county() == null ? null : Identifier.of(body.county()).text(),
                body.empoweredToExpendPublicFunds(),
                decision == null ? null : decision(decision, analyst),
                policy == null ? null : policy(policy));
    }

    private AnalystDecision decision(NewDecision sent, String analyst) {
        LocalDate today = LocalDate.now(clock.withZone(ProgramCalendar.ZONE));
        return new AnalystDecision(
                Objects.requireNonNullElse(sent.decidedBy(), analyst),
                Objects.requireNonNullElse(sent.decidedOn(), today),
                sent.reason().strip());
    }

    Policy policy(NewPolicy sent) {
        requireTogether(sent.orderLimit(), sent.orderLimitAction());
        return new Policy(sent.orderLimit(), sent.orderLimitAction(), sent.minOffers());
    }

    private static void requireTogether(@Nullable Object limit, @Nullable Object action) {
        if ((limit == null) != (action == null)) {
            throw new InvalidRequest(new Fault(
                    limit == null ? "/policy/orderLimit" : "/policy/orderLimitAction",
                    "is missing: a limit and what it does come together"));
        }
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
