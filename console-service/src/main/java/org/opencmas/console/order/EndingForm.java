package org.opencmas.console.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.console.client.Orders.SubOrder;
import org.opencmas.console.client.agency.OrderEnds.NewRemaining;
import org.opencmas.console.client.agency.OrderEnds.NewTermination;
import org.opencmas.console.client.agency.OrderEnds.NewWorkOrder;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.text.Forms;

/** The early end of an order as fields (ORD-TERM-GROUNDS): on which ground, from when on, and what stays of each group. */
final class EndingForm {
    private static final int REASON_LONGEST = 1_000;

    private EndingForm() {}

    /** The grounds that there are. */
    enum Ground {
        CONVENIENCE("For convenience of the agency"),
        DEFAULT("For default of the contractor"),
        FUNDING("For lack of funding"),
        NEGOTIATED("On a further provision that both sides accepted");

        private final String label;

        Ground(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What the end would do to one group.
     *
     * @param remains what of its worth stays, before tax and freight
     */
    record Effect(SubOrder group, BigDecimal remains) {
        static final Effect NONE = new Effect(new SubOrder(0, "", BigDecimal.ZERO), BigDecimal.ZERO);

        public BigDecimal ends() {
            return group.subtotalExcludingTax().subtract(remains);
        }

        private Effect with(Effect other) {
            return new Effect(
                    new SubOrder(0, "", group.subtotalExcludingTax().add(other.group.subtotalExcludingTax())),
                    remains.add(other.remains));
        }
    }

    /** Returns the field for what remains of a group. */
    static String field(SubOrder group) {
        return "remaining." + group.subNumber();
    }

    /** Reads the fields; what is wrong stands in them. */
    static NewTermination read(Inputs inputs, List<SubOrder> groups) {
        inputs.name("terminatedOn", "Day of the end");
        var ground = inputs.choice("ground", Ground.class);
        if (ground.isEmpty()) {
            inputs.wrong("ground", "must be chosen.");
        }
        var on = inputs.day("terminatedOn");
        if (on.isEmpty()) {
            inputs.wrong("terminatedOn", "must be the day on which the order ends, today at the latest.");
        }
        String reason = reason(inputs, "reason", "must say why, for the contractor and the file.");
        List<NewRemaining> remaining = new ArrayList<>();
        for (Effect each : effects(inputs, groups)) {
            if (each.ends().signum() < 0) {
                inputs.wrong(
                        field(each.group()),
                        "must be at most " + Forms.money(each.group().subtotalExcludingTax())
                                + ", which the group is worth.");
            }
            if (each.remains().signum() < 0) {
                inputs.wrong(field(each.group()), "must be 0.00 or more.");
            }
            if (each.remains().signum() > 0) {
                remaining.add(new NewRemaining(
                        each.group().subNumber(), each.remains().setScale(2).toPlainString()));
            }
        }
        return new NewTermination(ground.map(Ground::name).orElse(null), on.orElse(null), reason, remaining);
    }

    /** Returns what the end would do to each group, as it is typed. */
    static List<Effect> effects(Inputs inputs, List<SubOrder> groups) {
        List<Effect> effects = new ArrayList<>();
        for (SubOrder group : groups) {
            String field = field(group);
            inputs.name(field, "What remains of Sub #" + group.subNumber());
            effects.add(new Effect(group, Figures.dollars(inputs, field).orElse(BigDecimal.ZERO)));
        }
        return effects;
    }

    /** Returns what the end would do to the order as a whole. */
    static Effect sum(List<Effect> effects) {
        return effects.stream().reduce(Effect.NONE, Effect::with);
    }

    /**
     * Reads the stop of the work, or that it goes on.
     *
     * @param act how the form's fields begin
     */
    static NewWorkOrder work(Inputs inputs, String act) {
        String day = act + ".effectiveOn";
        inputs.name(day, "First day");
        var from = inputs.day(day);
        if (from.isEmpty()) {
            inputs.wrong(day, "must be the first day of it, today at the latest.");
        }
        return new NewWorkOrder(
                from.orElse(null), reason(inputs, act + ".reason", "must say why, for the contractor."));
    }

    private static String reason(Inputs inputs, String field, String expected) {
        String reason = inputs.paragraphs(field, REASON_LONGEST);
        if (reason.isEmpty()) {
            inputs.wrong(field, expected);
        }
        return reason;
    }

    /** Returns where the faults of what was read stand in the form. */
    static Map<String, String> called(NewTermination sent) {
        Map<String, String> called = new HashMap<>();
        for (int row = 0; row < sent.remainingSubOrders().size(); row++) {
            called.put(
                    "/remainingSubOrders/" + row,
                    "remaining." + sent.remainingSubOrders().get(row).subNumber());
        }
        return called;
    }
}
