package org.opencmas.fees.remittance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.remittance.ContractorAccountResource.ContractorAccountView;
import org.opencmas.paper.Paper;
import org.opencmas.terms.ProgramCalendar;

/** A contractor's statement of account as a paper: what is not paid with its age, the payments, credits, and the balance. */
final class AccountPaper {
    /** Most charges and most payments that are drawn; the paper says where the others are, and the totals are of all. */
    static final int MOST_ROWS = 1_000;

    private AccountPaper() {}

    /** The start of its day in California, so that two prints of one day are the same where nothing happened between them. */
    static Instant datedAt(ContractorAccountView account) {
        return account.asOfDay().atStartOfDay(ProgramCalendar.ZONE).toInstant();
    }

    static Paper of(ContractorAccountView account) {
        var paper = new Paper(
                        "Statement of account",
                        "CMAS incentive fee. Statement of account of " + account.asOfDay() + ". Contractor "
                                + account.contractorId())
                .values(List.of(
                        List.of("Contractor", account.contractorName()),
                        List.of("Contractor id", account.contractorId().toString()),
                        List.of("As of", account.asOfDay() + " (California)"),
                        List.of("Not paid", Paper.money(account.aging().total())),
                        List.of("Payments not yet applied", Paper.money(account.unappliedCash())),
                        List.of("Credit on agreements", Paper.money(account.creditOnAgreements())),
                        List.of("Of it on ended agreements", Paper.money(account.creditOnEndedAgreements())),
                        List.of("Balance", Paper.money(account.balance()))))
                .heading("Age of what is not paid")
                .table(
                        List.of("Not past due", "1 to 30 days", "31 to 60", "61 to 90", "Over 90", "Total"),
                        List.of(17, 17, 16, 16, 17, 17),
                        List.of(aging(account.aging())));
        charges(paper, account);
        payments(paper, account);
        credits(paper, account);
        return paper;
    }

    private static List<String> aging(Aging aging) {
        return List.of(
                Paper.money(aging.notPastDue()),
                Paper.money(aging.days1To30()),
                Paper.money(aging.days31To60()),
                Paper.money(aging.days61To90()),
                Paper.money(aging.over90Days()),
                Paper.money(aging.total()));
    }

    private static void charges(Paper paper, ContractorAccountView account) {
        paper.heading("Fees of filed reports that are not paid");
        if (account.charges().isEmpty()) {
            paper.paragraph("None.");
            return;
        }
        paper.table(
                List.of("CMAS", "Quarter", "Due on", "Fee", "Paid", "Settled", "Open"),
                List.of(20, 12, 14, 14, 13, 13, 14),
                account.charges().stream()
                        .map(charge -> List.of(
                                charge.cmasNumber().canonical(),
                                charge.quarter().toString(),
                                charge.dueOn().toString(),
                                Paper.money(charge.feeDue()),
                                Paper.money(charge.paid()),
                                Paper.money(charge.settled()),
                                Paper.money(charge.open())))
                        .toList());
        more(paper, account.nextCharges());
    }

    private static void payments(Paper paper, ContractorAccountView account) {
        paper.heading("Payments");
        if (account.payments().isEmpty()) {
            paper.paragraph("None.");
            return;
        }
        paper.table(
                List.of("Reference", "Received on", "Amount", "Applied", "Returned", "Left"),
                List.of(24, 16, 15, 15, 15, 15),
                account.payments().stream()
                        .map(payment -> List.of(
                                payment.reference(),
                                payment.receivedOn().toString(),
                                Paper.money(payment.amount()),
                                Paper.money(payment.allocated()),
                                Paper.money(payment.refunded()),
                                Paper.money(payment.unapplied())))
                        .toList());
        more(paper, account.nextPayments());
    }

    private static void credits(Paper paper, ContractorAccountView account) {
        if (account.agreementCredits().isEmpty()) {
            return;
        }
        paper.heading("Credit on agreements");
        paper.paragraph(
                "A credit lessens the fee of the agreement's next reports. Of an agreement that ended the Department moves it"
                        + " to another agreement of the contractor or pays it back.");
        paper.table(
                List.of("CMAS", "Last day", "Credit"),
                List.of(40, 30, 30),
                account.agreementCredits().stream()
                        .map(credit -> List.of(
                                credit.cmasNumber().canonical(),
                                credit.lastDay() + (credit.ended() ? " (ended)" : ""),
                                Paper.money(credit.credit())))
                        .toList());
        more(paper, account.nextAgreementCredits());
    }

    private static void more(Paper paper, @Nullable String next) {
        if (next != null) {
            paper.notice(
                    "More follow than the first " + MOST_ROWS + ". The totals above are of all. The others: " + next);
        }
    }
}
