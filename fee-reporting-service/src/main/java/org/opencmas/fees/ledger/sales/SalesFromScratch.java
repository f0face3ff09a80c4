package org.opencmas.fees.ledger.sales;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.fees.facts.Agency;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.ledger.Amount;
import org.opencmas.fees.ledger.sales.SaleDimension.Buyer;
import org.opencmas.fees.ledger.worth.FeeFacts;
import org.opencmas.fees.ledger.worth.OrderCourse;
import org.opencmas.fees.ledger.worth.SmallBusinessWaiver;
import org.opencmas.fees.ledger.worth.Worth;
import org.opencmas.terms.CertificationType;

/**
 * Works out what was bought of one order under one agreement from its whole history. Pure: equal facts give equal sales. Sales count as
 * soon as an order is known, whoever bought and whether or not its fee can be worked out.
 */
final class SalesFromScratch {
    private SalesFromScratch() {}

    private record Document(int version, Cause cause) {}

    static Map<SaleDimension, SaleAmount> of(FeeFacts facts, Worth worth) {
        Map<Document, Amount> fees = fees(worth);
        OrderChange original = facts.history().getFirst();
        var buyer =
                new Buyer(original.agencyId(), facts.buyer().map(Agency::type).orElse(null));
        List<Certificate> certificates =
                facts.holder().map(Contractor::certificates).orElse(List.of());
        LocalDate orderDate = original.orderDate();
        boolean small = SmallBusinessWaiver.on(orderDate, certificates).isPresent();
        boolean dvbe = certificates.stream()
                .anyMatch(held -> held.type() == CertificationType.DVBE && held.isValidOn(orderDate));
        Map<SaleDimension, SaleAmount> sales = new LinkedHashMap<>();
        for (OrderCourse.Step step :
                OrderCourse.of(facts.history(), facts.agreement()).steps()) {
            OrderChange change = step.change();
            Amount fee = fees.getOrDefault(new Document(change.documentVersion(), change.cause()), Amount.ZERO);
            sales.put(
                    new SaleDimension(
                            change.documentVersion(),
                            change.cause(),
                            step.belongsTo(),
                            buyer,
                            facts.contractorId().orElse(null),
                            small,
                            dvbe),
                    new SaleAmount(
                            step.base(),
                            step.share().nsp(),
                            step.share().calCard(),
                            step.share().withoutDetail(),
                            fee.feeDue(),
                            fee.feeWaived(),
                            step.orders()));
        }
        return sales;
    }

    private static Map<Document, Amount> fees(Worth worth) {
        return switch (worth) {
            case Worth.Uncomputable none -> Map.of();
            case Worth.Known known ->
                known.amounts().entrySet().stream()
                        .collect(toMap(
                                each -> new Document(
                                        each.getKey().documentVersion(),
                                        each.getKey().cause()),
                                Map.Entry::getValue,
                                Amount::plus));
        };
    }
}
