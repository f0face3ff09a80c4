package org.opencmas.compliance.rule.superseded.firstrelease;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;

/** Judges an order part by part: every trouble is an outcome of its own, and no trouble is one pass. */
public final class OutcomesV1 {
    private OutcomesV1() {}

    /**
     * Judges every CMAS on the order. One that is not known here is UNDETERMINED, and so are lines without a readable number: the
     * pass is given only when every CMAS was seen and none had trouble.
     */
    public static List<Outcome> ofEachCmas(
            OrderFacts facts, Outcome pass, BiFunction<CitedAgreement, Agreement, Optional<Outcome>> trouble) {
        Stream<Outcome> unreadable = withoutCmas(facts.order()).stream();
        Stream<Outcome> judged = facts.agreements().stream().flatMap(cited -> {
            Agreement agreement = cited.agreement();
            return agreement == null
                    ? Stream.of(cited.unknown().on(facts.order().linesOf(cited.cmas())))
                    : trouble.apply(cited, agreement).stream();
        });
        return orPass(Stream.concat(unreadable, judged), pass);
    }

    /** Judges every line given. */
    public static List<Outcome> ofEachLine(
            Collection<OrderLine> lines, Outcome pass, Function<OrderLine, Optional<Outcome>> trouble) {
        return orPass(lines.stream().flatMap(line -> trouble.apply(line).stream()), pass);
    }

    /** UNDETERMINED when lines have no CMAS that could be judged, nothing otherwise. */
    public static Optional<Outcome> withoutCmas(Order order) {
        List<OrderLine> lines = order.linesWithoutCmas();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.undetermined("Lines without a readable CMAS number cannot be judged.")
                        .on(lines)
                        .remedy("Give every line its CMAS number."));
    }

    public static List<Outcome> orPass(Stream<Outcome> troubles, Outcome pass) {
        List<Outcome> found = troubles.toList();
        return found.isEmpty() ? List.of(pass) : found;
    }
}
