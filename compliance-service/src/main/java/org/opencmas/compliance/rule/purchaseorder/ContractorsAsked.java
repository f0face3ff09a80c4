package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Answer;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ContractorAsked;
import org.opencmas.terms.Identifier;

/** The contractors that an agency tells to have asked for an offer. */
public record ContractorsAsked(List<ContractorAsked> all) {

    /** Empty when the order does not tell whom it asked; that nobody was asked is told by an empty list. */
    public static Optional<ContractorsAsked> of(Order order) {
        return order.procurement()
                .flatMap(way -> Optional.ofNullable(way.contractorsAsked()))
                .map(ContractorsAsked::new);
    }

    /** Those asked on that day at the latest, each contractor once however often it is told, certified where any entry of it says so. */
    public ContractorsAsked by(LocalDate day) {
        List<ContractorAsked> distinct = new ArrayList<>();
        List<ContractorAsked> inTime =
                all.stream().filter(one -> !one.askedOn().isAfter(day)).toList();
        for (ContractorAsked one : inTime) {
            if (distinct.stream().noneMatch(other -> isSame(one, other))) {
                distinct.add(one);
            }
        }
        return new ContractorsAsked(distinct.stream()
                .map(one -> inTime.stream().anyMatch(other -> other.certified() && isSame(one, other))
                        ? certified(one)
                        : one)
                .toList());
    }

    private static ContractorAsked certified(ContractorAsked one) {
        return new ContractorAsked(
                one.name(),
                one.contractorId(),
                one.askedOn(),
                true,
                one.answer(),
                one.compared(),
                one.notComparedReason());
    }

    /** By the registry's id where both have one, else by the name as it is read. */
    private static boolean isSame(ContractorAsked one, ContractorAsked other) {
        return one.contractorId() != null && other.contractorId() != null
                ? one.contractorId().equals(other.contractorId())
                : Identifier.keyOf(one.name()).equals(Identifier.keyOf(other.name()));
    }

    /** Whether it is the contractor of the order: by the registry's id, or by its name, legal or on the CMAS, where the agency tells no id. */
    public static boolean isContractorOf(OrderFacts facts, ContractorAsked asked) {
        if (asked.contractorId() != null) {
            return asked.contractorId().equals(facts.order().contractorId());
        }
        Contractor contractor = facts.contractor();
        Stream<String> legal = contractor == null ? Stream.of() : Stream.of(contractor.legalName());
        Stream<String> printed = facts.agreements().stream()
                .flatMap(cited -> Stream.ofNullable(cited.agreement()))
                .map(Agreement::contractorName);
        String name = Identifier.keyOf(asked.name());
        return Stream.concat(legal, printed)
                .anyMatch(known -> Identifier.keyOf(known).equals(name));
    }

    public int count() {
        return all.size();
    }

    public boolean anyCertified() {
        return all.stream().anyMatch(ContractorAsked::certified);
    }

    public List<ContractorAsked> offers() {
        return all.stream().filter(one -> one.answer() == Answer.OFFER).toList();
    }
}
