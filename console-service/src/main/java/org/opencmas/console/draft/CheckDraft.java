package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Decisions.AttestationKind;
import org.opencmas.console.client.Decisions.OrderCheck;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.client.PricedAgreements;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;

/** Reads the form as the body of an order, and asks the services what they make of it: nothing is stored by it. */
@ApplicationScoped
class CheckDraft {
    private static final int MOST_ATTESTATIONS = 50;
    /** A live check does not keep its reader waiting; what comes later is seen at the next one. */
    private static final String WAIT = "wait=2";

    private final Orders orders;
    private final Decisions decisions;
    private final PricedAgreements registry;
    private final Panels panels;
    private final Clock clock;

    CheckDraft(
            @RestClient Orders orders,
            @RestClient Decisions decisions,
            @RestClient PricedAgreements registry,
            Panels panels,
            Clock clock) {
        this.orders = orders;
        this.decisions = decisions;
        this.registry = registry;
        this.panels = panels;
        this.clock = clock;
    }

    /** What the form says; what is wrong with it stands at its fields then. */
    ObjectNode body(Beginning beginning, Inputs inputs) {
        return new DraftBody(inputs, beginning.version())
                .read(contractor(beginning, inputs), LocalDate.now(clock).toString());
    }

    /** What the form says of the amendment beside the order. */
    void amendment(Inputs inputs, ObjectNode body) {
        inputs.day("amendmentDate").ifPresent(day -> body.put("amendmentDate", day.toString()));
        String reason = inputs.text("reason", 1_000);
        if (reason.isEmpty()) {
            inputs.wrong("reason", "must say why the order is amended.");
        }
        body.put("reason", reason);
        inputs.choice("reasonCode", AmendmentReason.class).ifPresent(code -> body.put("reasonCode", code.name()));
        String note = inputs.text("contactNote", 1_000);
        if (!note.isEmpty()) {
            body.put("contactNote", note);
        }
    }

    /** The contractor follows from the first line's agreement, so nobody types an id. */
    private String contractor(Beginning beginning, Inputs inputs) {
        Order order = beginning.order();
        if (order != null) {
            return order.contractorId().toString();
        }
        String field = DraftFields.lineField(0, "cmasNumber");
        String number = inputs.text(field);
        if (number.isEmpty()) {
            return "";
        }
        try {
            return registry.holder(number).contractorId().toString();
        } catch (ServiceProblem unknown) {
            inputs.wrong(field, "is no CMAS that the registry knows. " + unknown.detail());
            return "";
        }
    }

    /** The findings on what was typed so far; null while it is no order yet. */
    @Nullable
    Panel<OrderCheck> findings(Beginning beginning, Inputs inputs) {
        // What is wrong with half a form is not yet a fault: the check reads a copy.
        Inputs copy = inputs.copy();
        ObjectNode body = body(beginning, copy);
        Order order = beginning.order();
        if (!copy.isFine()) {
            return null;
        }
        if (order != null && beginning.isAmendment()) {
            Orders.OpenAmendment open = order.openAmendment();
            body.putObject("amends")
                    .put("orderDate", order.orderDate().toString())
                    .put("amendmentNumber", open == null ? order.amendmentNumber() + 1 : open.amendmentNumber())
                    .put(
                            "amendmentDate",
                            copy.day("amendmentDate")
                                    .orElse(LocalDate.now(clock))
                                    .toString());
        }
        return panels.ask(Decisions.NAME, () -> decisions.checkOrder(body));
    }

    /** What the amendment would do, as the service works it out; the reason may still be missing. */
    @Nullable
    Panel<Orders.AmendmentPreview> preview(Beginning beginning, Inputs inputs) {
        Order order = beginning.order();
        if (order == null || !beginning.isAmendment() || beginning.isRevision()) {
            return null;
        }
        Inputs copy = inputs.copy();
        ObjectNode body = body(beginning, copy);
        amendment(copy, body);
        if (body.path("reason").asText().isEmpty()) {
            body.put("reason", "A preview");
        }
        return panels.ask(Orders.NAME, () -> orders.previewAmendment(order.orderId(), WAIT, body));
    }

    /** What the check misses, and what the form signs already: a signed statement stays on the page when its rule is content with it. */
    List<Attestable> attestable(Inputs inputs, @Nullable Panel<OrderCheck> check) {
        List<String> signed = inputs.copy().texts("attest", MOST_ATTESTATIONS);
        Set<String> rules = new TreeSet<>(signed);
        if (check != null && check.isThere()) {
            check.value().attestationsMissing().forEach(missing -> rules.add(missing.rule()));
        }
        if (rules.isEmpty()) {
            return List.of();
        }
        Panel<Decisions.AttestationKinds> kinds = panels.ask(Decisions.NAME, decisions::listAttestationKinds);
        List<AttestationKind> known = kinds.isThere() ? kinds.value().items() : List.of();
        return rules.stream()
                .map(rule -> known.stream()
                        .filter(kind -> kind.rules().contains(rule))
                        .findFirst()
                        .map(kind -> new Attestable(
                                rule, kind.statement(), kind.signedBy(), kind.evidence(), signed.contains(rule)))
                        .orElseGet(() -> new Attestable(rule, "", "", "", signed.contains(rule))))
                .toList();
    }
}
