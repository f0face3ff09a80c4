package org.opencmas.fees.ledger.declared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Document;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Line;
import org.opencmas.terms.Usd;

/**
 * Works out on how much of each declared line the fee is owed on the contractor's word. Pure: equal facts give equal answers, in whatever
 * order they came.
 *
 * <p>A line counts until the agency's order is known: the same number and amendment of the same agency, or the only one of that number, as
 * a reconciliation finds it; each document answers one line. What two reports of the agreement name counts once, in the earlier quarter.
 * What takes away counts as far as the same order is declared otherwise, so that no report lowers what the ledger has.
 */
final class DeclaredFromScratch {
    private static final Comparator<DeclaredOrder> SEQUENCE = Comparator.comparingInt(
                    (DeclaredOrder declared) -> declared.line().amendmentNumber())
            .thenComparing(declared -> declared.line().quarter());

    private DeclaredFromScratch() {}

    /**
     * How a line stands.
     *
     * @param base on which the fee is owed, dollars, signed; zero where it does not count
     * @param orderDate the date that decides the rate: that of the order, also of its amendments
     * @param answer the agency's document; empty while none is known
     */
    record Standing(
            DeclaredOrder declared,
            Usd base,
            LocalDate orderDate,
            DeclaredCause cause,
            Optional<KnownDocument> answer) {}

    /** @param lines what the last versions of the reports say, of all quarters, every line of an order among them */
    static Map<Line, Standing> of(List<DeclaredOrder> lines, List<KnownDocument> known) {
        Map<Line, KnownDocument> answers = new HashMap<>();
        List<DeclaredOrder> first = first(lines);
        first.stream()
                .collect(Collectors.groupingBy(Name::of))
                .forEach((name, named) -> answer(
                        named,
                        known.stream()
                                .filter(document -> name.equals(Name.of(document)))
                                .toList(),
                        answers));
        Map<Line, Standing> standings = new LinkedHashMap<>();
        Set<Line> counting = first.stream().map(DeclaredOrder::line).collect(Collectors.toSet());
        lines.stream()
                .collect(Collectors.groupingBy(each -> each.line().order(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(order -> stand(order, counting, answers, standings));
        return standings;
    }

    private record Name(String orderKey, int amendmentNumber) {
        static Name of(DeclaredOrder declared) {
            return new Name(declared.line().order().orderKey(), declared.line().amendmentNumber());
        }

        static Name of(KnownDocument document) {
            return new Name(document.order().orderKey(), document.amendmentNumber());
        }
    }

    /** Of each document the line of the earliest quarter. */
    private static List<DeclaredOrder> first(List<DeclaredOrder> lines) {
        Map<Document, DeclaredOrder> first = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparing(declared -> declared.line().quarter()))
                .forEach(declared -> first.putIfAbsent(declared.line().document(), declared));
        return List.copyOf(first.values());
    }

    private static void answer(
            List<DeclaredOrder> lines, List<KnownDocument> documents, Map<Line, KnownDocument> answers) {
        Set<KnownDocument> taken = new HashSet<>();
        for (DeclaredOrder declared : lines) {
            documents.stream()
                    .filter(document -> document.order().equals(declared.line().order()))
                    .findFirst()
                    .filter(taken::add)
                    .ifPresent(document -> answers.put(declared.line(), document));
        }
        if (documents.size() == 1 && taken.isEmpty()) {
            answers.put(lines.getFirst().line(), documents.getFirst());
        }
    }

    private static void stand(
            List<DeclaredOrder> order,
            Set<Line> counting,
            Map<Line, KnownDocument> answers,
            Map<Line, Standing> standings) {
        List<DeclaredOrder> inSequence = new ArrayList<>(order);
        inSequence.sort(SEQUENCE);
        LocalDate orderDate = inSequence.getFirst().orderDate();
        Usd sum = Usd.ZERO;
        for (DeclaredOrder declared : inSequence) {
            Optional<KnownDocument> answer = Optional.ofNullable(answers.get(declared.line()));
            DeclaredCause cause = DeclaredCause.REPORTED;
            Usd base = declared.total();
            if (!counting.contains(declared.line())) {
                cause = DeclaredCause.REPORTED_BEFORE;
                base = Usd.ZERO;
            } else if (answer.isPresent()) {
                cause = DeclaredCause.ORDER_KNOWN;
                base = Usd.ZERO;
            } else if (base.isNegative() && !base.negated().isAtMost(sum)) {
                base = sum.negated();
                cause = base.isZero() ? DeclaredCause.NOTHING_TO_TAKE_FROM : DeclaredCause.REPORTED;
            }
            sum = sum.plus(base);
            standings.put(declared.line(), new Standing(declared, base, orderDate, cause, answer));
        }
    }
}
