package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;

/** Which lines are public works, and what is told of them. */
final class PublicWorksLines {
    private static final Pattern WORK = Pattern.compile(
            "\\binstallation\\s+(?:of|at|labou?r|services?|work)\\b|\\binstalling\\b"
                    + "|(?:^|\\b(?:with|and|plus|includ(?:es|ing)|incl\\.?))\\s*installation(?=\\s*(?:$|[,;.)]))"
                    + "|\\blabou?r\\b(?![-\\s]+(?:sav|law|relations|management|code))",
            Pattern.CASE_INSENSITIVE);

    private PublicWorksLines() {}

    static List<OrderLine> of(OrderFacts facts) {
        return facts.order().lines(OrderLine::publicWorks);
    }

    /** Whether the words of a line name work that is done, not only a thing: "installation of racks", and not "rack, installation kit". */
    static boolean namesWork(OrderLine line) {
        return line.kind() == LineKind.SERVICES
                || WORK.matcher(line.description()).find();
    }

    static Optional<String> whyNot(OrderFacts facts) {
        return of(facts).isEmpty() ? Optional.of("No line is public works.") : Optional.empty();
    }

    /** What the order tells in a list; nothing where it tells nothing. */
    static <T> List<T> told(OrderFacts facts, Function<PublicWorks, @Nullable List<T>> list) {
        return facts.order().told().publicWorks().map(list).orElse(List.of());
    }
}
