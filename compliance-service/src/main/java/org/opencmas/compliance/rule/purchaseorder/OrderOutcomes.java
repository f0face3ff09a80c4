package org.opencmas.compliance.rule.purchaseorder;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Pass;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;

/** Judges an order by its CMAS or its lines. */
public final class OrderOutcomes {
    private OrderOutcomes() {}

    /**
     * Judges every CMAS on the order. One that is not known here is UNDETERMINED, and so are lines without a readable number: the
     * pass is given only when every CMAS was seen and none had trouble.
     */
    public static List<Outcome> ofEachCmas(
            OrderFacts facts, Pass pass, BiFunction<CitedAgreement, Agreement, Optional<Trouble>> trouble) {
        Stream<Trouble> unreadable = withoutCmas(facts.order()).stream();
        Stream<Trouble> judged = facts.agreements().stream().flatMap(cited -> {
            Agreement agreement = cited.agreement();
            return agreement == null
                    ? Stream.of(cited.unknown().on(facts.order().linesOf(cited.cmas())))
                    : trouble.apply(cited, agreement).stream();
        });
        return Outcomes.orPass(Stream.concat(unreadable, judged), pass);
    }

    /** Judges every line given. */
    public static List<Outcome> ofEachLine(
            Collection<OrderLine> lines, Pass pass, Function<OrderLine, Optional<Trouble>> trouble) {
        return Outcomes.orPass(lines.stream().flatMap(line -> trouble.apply(line).stream()), pass);
    }

    /** UNDETERMINED when lines have no CMAS that could be judged, nothing otherwise. */
    public static Optional<Trouble> withoutCmas(Order order) {
        List<OrderLine> lines = order.linesWithoutCmas();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.undetermined("Lines without a readable CMAS number cannot be judged.")
                        .on(lines)
                        .remedy("Give every line its CMAS number."));
    }
}
