package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Decisions.AttestationKind;
import org.opencmas.console.client.Decisions.OrderCheck;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.client.PricedAgreements;
import org.opencmas.console.frame.Kept;
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

    /** How long is taken as known what is the same for everybody and hardly ever another: each live check would ask for it again. */
    private static final Duration KNOWN = Duration.ofMinutes(1);

    private static final int MOST_KNOWN = 1_000;

    private final Kept<String, UUID> holders = new Kept<>(MOST_KNOWN);
    private final Kept<String, List<AttestationKind>> kinds = new Kept<>(1);
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
            return holder(number).toString();
        } catch (ServiceProblem unknown) {
            inputs.wrong(field, "is no CMAS that the registry knows. " + unknown.detail());
            return "";
        }
    }

    /** An agreement is one contractor's for good. */
    private UUID holder(String number) {
        Instant now = clock.instant();
        return holders.get(number, now).orElseGet(() -> {
            UUID holder = registry.holder(number).contractorId();
            holders.put(number, holder, now.plus(KNOWN), now);
            return holder;
        });
    }

    /** What can be attested, in the rule book's words; nothing while it does not answer. */
    private List<AttestationKind> kinds() {
        Instant now = clock.instant();
        return kinds.get(Decisions.NAME, now).orElseGet(() -> {
            Panel<Decisions.AttestationKinds> asked = panels.askHere(Decisions.NAME, decisions::listAttestationKinds);
            if (!asked.isThere()) {
                return List.of();
            }
            kinds.put(Decisions.NAME, asked.value().items(), now.plus(KNOWN), now);
            return asked.value().items();
        });
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
        // Beside a check of an amendment its preview is asked for.
        return isPreviewed(beginning)
                ? panels.ask(Decisions.NAME, () -> decisions.checkOrder(body))
                : panels.askHere(Decisions.NAME, () -> decisions.checkOrder(body));
    }

    private static boolean isPreviewed(Beginning beginning) {
        return beginning.order() != null && beginning.isAmendment() && !beginning.isRevision();
    }

    /** What the amendment would do, as the service works it out; the reason may still be missing. */
    @Nullable
    Panel<Orders.AmendmentPreview> preview(Beginning beginning, Inputs inputs) {
        Order order = beginning.order();
        if (order == null || !isPreviewed(beginning)) {
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
        List<AttestationKind> known = kinds();
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
