package org.opencmas.fees.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.fees.remittance.Remittance.Part;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.Usd;

/**
 * Records payments, allocates them, and refunds what is left of them.
 *
 * <p>Refuses: a payment of an unknown contractor (422); a reference that the contractor's payment before had (409); more than is left of
 * the payment or due of a report (422); a report that is not filed, a refund approved by its proposer, and anything done with one that is
 * approved or withdrawn (409, by the database too).
 */
@ApplicationScoped
class KeepRemittances {
    /** Reports paid by one allocation without parts; what is left is allocated by the next one. As many as may be named. */
    private static final int MOST_REPORTS = 1_000;

    private final Remittances remittances;
    private final RemittanceBooks books;
    private final Contractors contractors;
    private final ContractorAccounts accounts;
    private final RemittanceEvents events;
    private final Journal journal;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    KeepRemittances(
            Remittances remittances,
            RemittanceBooks books,
            Contractors contractors,
            ContractorAccounts accounts,
            RemittanceEvents events,
            Journal journal,
            Caller caller,
            DataSource dataSource,
            Clock clock) {
        this.remittances = remittances;
        this.books = books;
        this.contractors = contractors;
        this.accounts = accounts;
        this.events = events;
        this.journal = journal;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Actor actor() {
        return new Actor(caller.subject(), null, caller.requestId());
    }

    /** Records a payment as it came in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Remittance record(Remittance.Payment told) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (contractors.find(connection, told.contractorId()).isEmpty()) {
                throw new RefusedByRule(
                        "contractor-unknown",
                        "No contractor " + told.contractorId()
                                + " is known. A payment under a wrong id could be allocated to" + " no report.",
                        Map.of("contractorId", told.contractorId()));
            }
            Remittance remittance = told.recorded(TimeOrderedId.next(), caller.name(), now());
            if (Remittances.isKnown(connection, told.contractorId(), told.reference())
                    || !Remittances.add(connection, remittance)) {
                throw new Conflict(
                        "remittance-known",
                        "A payment of this contractor with the reference " + told.reference() + " is recorded already.",
                        Map.of("reference", told.reference()));
            }
            books.received(connection, remittance);
            journal.append(actor(), events.received(remittance));
            return get(connection, remittance.remittanceId());
        }
    }

    /** @param told what pays which report; none: the oldest open reports first, at most 1,000, until the payment is spent */
    @Transactional(Transactional.TxType.MANDATORY)
    public Remittance allocate(UUID remittanceId, List<Part> told) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Remittance before = get(connection, remittanceId);
            int posting = books.next(connection, remittanceId);
            books.lockAccount(connection, before.contractorId());
            Remittance remittance = get(connection, remittanceId);
            List<Part> parts = told.isEmpty() ? oldestFirst(connection, remittance) : told;
            if (parts.isEmpty()) {
                throw new RefusedByRule(
                        "nothing-to-allocate",
                        "Nothing is left of the payment, or no filed report of the contractor is unpaid. What is left stays"
                                + " for later reports.",
                        Map.of("unapplied", before.unapplied()));
            }
            books.allocate(connection, remittance, posting, parts, caller.name(), now());
            journal.append(actor(), events.allocated(remittance, posting, parts));
            return get(connection, remittanceId);
        }
    }

    private List<Part> oldestFirst(Connection connection, Remittance remittance) throws SQLException {
        List<Part> parts = new ArrayList<>();
        Usd left = remittance.unapplied();
        for (ContractorAccounts.Charge charge :
                accounts.charges(connection, remittance.contractorId(), true, null, MOST_REPORTS)) {
            Usd part = charge.open().isAtMost(left) ? charge.open() : left;
            if (part.isPositive()) {
                parts.add(new Part(charge.cmasNumber(), charge.quarter(), part));
                left = left.minus(part);
            }
        }
        return parts;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Remittance.Refund propose(UUID remittanceId, Usd amount, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Remittance remittance = get(connection, remittanceId);
            if (!amount.isAtMost(remittance.unapplied())) {
                throw new RefusedByRule(
                        "remittance-overspent",
                        "Only " + remittance.unapplied() + " of the payment is left.",
                        Map.of("unapplied", remittance.unapplied()));
            }
            var refund = new Remittance.Refund(
                    TimeOrderedId.next(),
                    amount,
                    reason,
                    ProposalState.PROPOSED,
                    caller.subject(),
                    now(),
                    null,
                    null,
                    null);
            books.propose(connection, remittance, refund);
            return refund;
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Remittance approve(UUID remittanceId, UUID refundId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            get(connection, remittanceId);
            int posting = books.next(connection, remittanceId);
            Remittance remittance = get(connection, remittanceId);
            Remittance.Refund refund = open(remittance, refundId);
            books.approve(connection, remittance, refund, posting, caller.subject(), now());
            journal.append(actor(), events.refunded(remittance, posting, refund));
            return get(connection, remittanceId);
        }
    }

    /** Gives up a refund that nobody has approved. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Remittance withdraw(UUID remittanceId, UUID refundId, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            get(connection, remittanceId);
            books.lock(connection, remittanceId);
            Remittance remittance = get(connection, remittanceId);
            Remittance.Refund refund = open(remittance, refundId);
            books.withdraw(connection, remittance, refund, new Withdrawal(caller.subject(), now(), reason));
            return get(connection, remittanceId);
        }
    }

    /** The refund, which is neither approved nor withdrawn. */
    private static Remittance.Refund open(Remittance remittance, UUID refundId) {
        Remittance.Refund refund = remittance.refunds().stream()
                .filter(each -> each.refundId().equals(refundId))
                .findFirst()
                .orElseThrow(() -> new NotFound("refund", refundId));
        if (refund.approvedAt() != null) {
            throw new Conflict("refund-approved", "The refund was approved already, at " + refund.approvedAt() + ".");
        }
        Withdrawal.requireNone(refund.withdrawal());
        return refund;
    }

    private Remittance get(Connection connection, UUID remittanceId) throws SQLException {
        return remittances.find(connection, remittanceId).orElseThrow(() -> new NotFound("remittance", remittanceId));
    }
}
