package org.opencmas.fees.ledger.posting;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.ledger.Difference;
import org.opencmas.fees.ledger.Ledger;
import org.opencmas.fees.ledger.NewPosting;
import org.opencmas.fees.ledger.Posted;
import org.opencmas.fees.ledger.Posting;
import org.opencmas.fees.ledger.worth.Worth;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.obligation.ExpectedReports;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.Recording;
import org.opencmas.journal.TimeOrderedId;

/**
 * Posts the difference between what parts of orders are worth and what was posted for them, expects the reports it belongs to, and
 * records the events.
 */
@ApplicationScoped
class PostDifferences {
    private static final Actor SELF = Actor.system("fee-reporting-service");

    private final Ledger ledger;
    private final ReportObligations obligations;
    private final FeePosted events;
    private final Journal journal;

    PostDifferences(Ledger ledger, ReportObligations obligations, FeePosted events, Journal journal) {
        this.ledger = ledger;
        this.obligations = obligations;
        this.events = events;
        this.journal = journal;
    }

    private record PartDifference(OrderPart part, Difference difference) {
        AgreementQuarter belongsTo() {
            return new AgreementQuarter(part.agreement(), difference.dimension().belongsTo());
        }
    }

    /**
     * Posts in the connection's transaction, which has locked the ledger, in the order of the parts.
     *
     * @param causeOf the event on whose account a part is posted
     * @return how many differences there were
     */
    int post(
            Connection connection,
            SequencedMap<OrderPart, Worth.Known> worth,
            Function<OrderPart, ReceivedEvent> causeOf,
            Instant postedAt)
            throws SQLException {
        if (worth.isEmpty()) {
            return 0;
        }
        Posted posted = ledger.posted(
                connection, worth.keySet().stream().map(OrderPart::orderId).collect(toSet()));
        List<PartDifference> differences = differences(posted, worth);
        if (differences.isEmpty()) {
            return 0;
        }
        ExpectedReports expected = obligations.expected(
                connection, differences.stream().map(PartDifference::belongsTo).collect(toSet()));
        List<Posting> postings = number(differences, posted, expected);
        obligations.expectForActivity(connection, unexpected(postings, expected.forActivity()));
        List<NewPosting> caused = postings.stream()
                .map(posting -> new NewPosting(posting, causeOf.apply(posting.part()), postedAt))
                .toList();
        ledger.add(connection, caused);
        journal.append(connection, caused.stream().map(this::recording).toList());
        return caused.size();
    }

    private static List<PartDifference> differences(Posted posted, SequencedMap<OrderPart, Worth.Known> worth) {
        List<PartDifference> differences = new ArrayList<>();
        worth.forEach((part, known) -> Difference.between(posted.of(part), known.amounts())
                .forEach(difference -> differences.add(new PartDifference(part, difference))));
        return differences;
    }

    private static List<Posting> number(List<PartDifference> differences, Posted posted, ExpectedReports expected) {
        Map<UUID, Integer> lastNumbers = new HashMap<>(posted.lastNumbers());
        List<Posting> postings = new ArrayList<>();
        for (PartDifference each : differences) {
            int number = lastNumbers.merge(each.part().orderId(), 1, Integer::sum);
            postings.add(new Posting(
                    TimeOrderedId.next(),
                    each.part(),
                    number,
                    expected.firstOpen(each.belongsTo()).quarter(),
                    each.difference()));
        }
        return postings;
    }

    /** The postings' reports that are not expected for good yet, each with the contractor of its first posting. */
    private static Map<AgreementQuarter, UUID> unexpected(List<Posting> postings, Set<AgreementQuarter> expected) {
        Map<AgreementQuarter, UUID> unexpected = new LinkedHashMap<>();
        for (Posting posting : postings) {
            var report = new AgreementQuarter(posting.part().agreement(), posting.quarter());
            if (!expected.contains(report)) {
                unexpected.putIfAbsent(report, posting.difference().dimension().contractorId());
            }
        }
        return unexpected;
    }

    private Recording recording(NewPosting caused) {
        return Recording.after(caused.cause(), events.of(caused.posting()), SELF);
    }
}
