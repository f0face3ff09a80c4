package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Statements;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * A purchase order, or the amended whole of one.
 *
 * @param agencyId the agency that buys
 * @param agencyOrderNumber the agency's own number, the same for all amendments
 * @param amendmentNumber 0 for the original, then 1, 2, 3
 * @param orderDate the date on the original order
 * @param amendmentDate the date on the amendment; null for the original
 * @param contractorId the contractor named on the order
 * @param contractNumber the contract-number field: as the agency wrote it, or as the system prints it when the agency left it out
 * @param orderToLocation the contractor's location the order goes to; null when not said
 * @param tax sales and use tax, US dollars
 * @param freight US dollars
 * @param subOrders groups by CMAS: as the agency declared them, or as the system made them when it declared none
 * @param lines at least one
 * @param attestations of named persons
 * @param statements what the agency tells beside the lines; null in receipts from before it could
 */
public record Order(
        UUID agencyId,
        String agencyOrderNumber,
        int amendmentNumber,
        LocalDate orderDate,
        @Nullable LocalDate amendmentDate,
        UUID contractorId,
        String contractNumber,
        @Nullable String orderToLocation,
        Usd tax,
        Usd freight,
        List<SubOrder> subOrders,
        List<OrderLine> lines,
        List<Attestation> attestations,
        @Nullable Statements statements) {
    /** An order whose agency tells nothing beside the lines. */
    public Order(
            UUID agencyId,
            String agencyOrderNumber,
            int amendmentNumber,
            LocalDate orderDate,
            @Nullable LocalDate amendmentDate,
            UUID contractorId,
            String contractNumber,
            @Nullable String orderToLocation,
            Usd tax,
            Usd freight,
            List<SubOrder> subOrders,
            List<OrderLine> lines,
            List<Attestation> attestations) {
        this(
                agencyId,
                agencyOrderNumber,
                amendmentNumber,
                orderDate,
                amendmentDate,
                contractorId,
                contractNumber,
                orderToLocation,
                tax,
                freight,
                subOrders,
                lines,
                attestations,
                null);
    }

    /** What the agency tells beside the lines: nothing where nothing was told. */
    public Statements told() {
        return statements == null ? Statements.NONE : statements;
    }

    /** How the agency came to the order, as far as it tells. */
    public Optional<Procurement> procurement() {
        return Optional.ofNullable(told().procurement());
    }

    public boolean amended() {
        return amendmentNumber > 0;
    }

    /** The day this document is issued: the amendment's for an amendment, else the order's. */
    public LocalDate relevantDate() {
        return amendmentDate == null ? orderDate : amendmentDate;
    }

    /**
     * The same document as it would be issued on that day: the lines that have the prices of its own day take those of that day, and what
     * persons attest to it is taken as attested then.
     */
    public Order issuedOn(LocalDate day) {
        LocalDate own = relevantDate();
        return new Order(
                agencyId,
                agencyOrderNumber,
                amendmentNumber,
                amended() ? orderDate : day,
                amended() ? day : null,
                contractorId,
                contractNumber,
                orderToLocation,
                tax,
                freight,
                subOrders,
                lines.stream()
                        .map(line -> line.pricedOn().equals(own) ? line.withPricesOf(day) : line)
                        .toList(),
                attestations.stream()
                        .map(one -> one.attestedOn().isBefore(own) ? one : one.madeOn(day))
                        .toList(),
                statements);
    }

    /** The same with those words of persons. */
    public Order withAttestations(List<Attestation> words) {
        return new Order(
                agencyId,
                agencyOrderNumber,
                amendmentNumber,
                orderDate,
                amendmentDate,
                contractorId,
                contractNumber,
                orderToLocation,
                tax,
                freight,
                subOrders,
                lines,
                words,
                statements);
    }

    /** The same told to have come about in that way. */
    public Order withProcurement(Procurement way) {
        Statements all = told();
        return new Order(
                agencyId,
                agencyOrderNumber,
                amendmentNumber,
                orderDate,
                amendmentDate,
                contractorId,
                contractNumber,
                orderToLocation,
                tax,
                freight,
                subOrders,
                lines,
                attestations,
                new Statements(all.certificationVerification(), all.delivery(), way, all.particulars()));
    }

    /** Sum of all lines, NSP included, without tax and freight. */
    public Usd total() {
        return sum(lines);
    }

    public Usd totalWithTaxAndFreight() {
        return total().plus(tax).plus(freight);
    }

    /** Every CMAS on the order once, as told apart by its suffix, in the order of the lines. */
    public List<CmasNumber> cmasNumbers() {
        return lines.stream()
                .map(OrderLine::cmas)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public boolean onSeveralCmas() {
        return cmasNumbers().size() > 1;
    }

    public List<OrderLine> linesOf(CmasNumber cmas) {
        return lines(line -> line.boughtOn(cmas));
    }

    public List<OrderLine> linesWithoutCmas() {
        return lines(line -> line.cmas() == null);
    }

    public List<OrderLine> nspLines() {
        return lines(OrderLine::nsp);
    }

    public List<OrderLine> lines(Predicate<OrderLine> which) {
        return lines.stream().filter(which).toList();
    }

    public Optional<OrderLine> line(String lineId) {
        return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
    }

    public Optional<Attestation> attestationOf(String ruleId) {
        return attestations.stream()
                .filter(attestation -> attestation.rule().equals(ruleId) && attestation.signed())
                .findFirst();
    }

    public static Usd sum(Collection<OrderLine> lines) {
        return Usd.sum(lines.stream().map(OrderLine::amount).toList());
    }
}
