package org.opencmas.orderbody.particulars;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * What an order says only where it buys services, public works or on a lease, gives something in part payment, or lets something be paid in advance. What it does not say is not known: nothing is made up.
 *
 * @param services null when nothing is said of them
 * @param publicWorks null when nothing is said of them
 * @param lease null when nothing is leased, or nothing is said of it
 * @param tradeIns what the contractor takes in part payment; null when nothing is said of it
 * @param advancePayments the lines that the order lets be paid in advance; null when nothing is said of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Particulars(
        @Nullable Services services,
        @Nullable PublicWorks publicWorks,
        @Nullable Lease lease,
        @Nullable List<TradeIn> tradeIns,
        @Nullable List<AdvancePayment> advancePayments) {
    /**
     * What is said of services (Guide s9 p18, p19).
     *
     * @param earlierOrders how the order stands to earlier consulting orders; null when it is not told
     * @param substitutes people proposed in place of others; null when none is told
     * @param networkSolution the hardware or software solution that network design services lead to; null when it is not told
     * @param designer who designs the network's infrastructure; null when nobody is named
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Services(
            @Nullable Relation earlierOrders,
            @Nullable List<Substitute> substitutes,
            @Nullable String networkSolution,
            @Nullable Designer designer) {}

    /**
     * How the order stands to earlier consulting orders of the contractor and of its affiliates.
     *
     * @param endProduct whether it is required, suggested or otherwise an end product of one
     * @param statement what the buyer has looked at, and what of it
     * @param affiliates firms of the contractor's family, as the registry knows them; none when it has none, or none is known
     */
    public record Relation(boolean endProduct, String statement, List<UUID> affiliates) {
        public Relation {
            affiliates = List.copyOf(affiliates);
        }
    }

    /**
     * Someone proposed in place of another. Kept is that the resume was reviewed, never the resume.
     *
     * @param role what the person does on the order; no name
     * @param reviewedOn the day on which the resume was reviewed; null while it is not
     * @param reviewedBy who reviewed it; null while nobody did
     * @param meetsAgreement whether education and experience meet those in the CMAS; null while that is not known
     * @param meetsRequest whether they meet the request for offer; null while that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Substitute(
            String role,
            @Nullable LocalDate reviewedOn,
            @Nullable String reviewedBy,
            @Nullable Boolean meetsAgreement,
            @Nullable Boolean meetsRequest) {}

    /** Who employs the designer. */
    public enum Employer {
        CONTRACTOR,
        SUBCONTRACTOR
    }

    /**
     * A Registered Communications Distribution Designer.
     *
     * @param registration number of the certificate
     * @param validThrough last day of the certificate, inclusive; null when it is not told
     * @param evidence where a copy is kept; null unless the agency asked for one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Designer(
            String name,
            String registration,
            Employer employer,
            @Nullable LocalDate validThrough,
            @Nullable String evidence) {}

    /**
     * What is said of public works (Guide s4 p12, s11 p22).
     *
     * @param workerClassifications crafts, classifications or types of worker that the agency determined; null when none is told
     * @param wages how the order says what wages prevail; null when it does not
     * @param lawsChecked which duties of the law are seen to, and when; null when it is not told
     * @param licenses contractor's licenses that were checked; null when none is told
     * @param subcontractors names of those who do work that needs a license; empty for none, null when it is not told
     * @param bond the payment bond; null while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PublicWorks(
            @Nullable List<String> workerClassifications,
            @Nullable Wages wages,
            @Nullable List<LawChecked> lawsChecked,
            @Nullable List<License> licenses,
            @Nullable List<String> subcontractors,
            @Nullable Bond bond) {}

    /**
     * The prevailing wages on the order.
     *
     * @param rates as the order specifies them, or where it refers to; null when it does not
     * @param onFile whether the order says that the rates are on file at the agency's office and available on request
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wages(@Nullable String rates, boolean onFile) {}

    /** What the agency sees to while public works are performed. */
    public enum Duty {
        LICENSING,
        PREVAILING_WAGE,
        BONDING,
        LABOR_CODE
    }

    /** A duty that was seen to. */
    public record LawChecked(Duty duty, LocalDate checkedOn, String checkedBy) {}

    /**
     * A contractor's license as the State's board shows it.
     *
     * @param holder name of the prime contractor or of a subcontractor
     * @param prime true for the prime contractor's
     * @param classification for which work it is
     * @param active whether the board shows it active and in good standing
     * @param validThrough last day, inclusive; null when it is not told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record License(
            String holder,
            boolean prime,
            String number,
            String classification,
            boolean active,
            LocalDate checkedOn,
            @Nullable LocalDate validThrough) {}

    /**
     * A payment bond.
     *
     * @param sum US dollars
     * @param form the form it is on, such as Std. 807
     */
    public record Bond(Usd sum, String form) {}

    /** How equipment is leased (Guide s8 p17). */
    public enum LeasePlan {
        /** Federal lease to own purchase. */
        FEDERAL_LEASE_TO_OWN,
        /** Rental of hardware at the terms of the federal schedule. */
        HARDWARE_RENTAL,
        /** GS $Mart or Lease $Mart of the State's financial marketplace. */
        STATE_MARKETPLACE,
        /** Any other lease at the terms of the federal schedule. */
        OTHER_FEDERAL
    }

    /**
     * The lease.
     *
     * @param residualValue US dollars that the agency owes at the end of the term; null when it is not told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lease(LeasePlan plan, @Nullable Usd residualValue) {}

    /**
     * A thing of the agency that the contractor takes in part payment. What is bought is worth the same with it: lines, subtotals, limits, tax and
     * fee know nothing of it. What may be paid in money is less by it.
     *
     * @param description what it is, with its serial or license number
     * @param allowance what the contractor allows for it, US dollars
     */
    public record TradeIn(String description, Usd allowance) {}

    /** By which exception something may be paid before it is there (Guide s6 p15). */
    public enum AdvanceBasis {
        /** Maintenance and license fees of software, where the order has a provision on it (PAY-ADVANCE-SUBSCRIPTION). */
        SUBSCRIPTION,
        /** An upgrade or extension of a warranty, one time (PAY-ADVANCE-WARRANTY). */
        WARRANTY,
        /** A case of Government Code 11019, which a person names (PAY-ADVANCE-GC11019). */
        GC_11019
    }

    /**
     * That the order lets a line be paid in advance. An invoice is never believed to be payable so unless the order says it.
     *
     * @param lineId the line, as it spells its id
     * @param provision the words of the order on it, or the provision of the law
     * @param decidedBy the person who says that the law allows it; null unless the basis is Government Code 11019
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AdvancePayment(
            String lineId,
            AdvanceBasis basis,
            String provision,
            @Nullable String decidedBy) {}
}
