package org.opencmas.compliance.rule.purchaseorder.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;

/**
 * How the agency came to the order, as far as it tells: whom it asked, what it compared, which copies of the agreements it read, and which
 * clauses stand in request and order. What it does not tell is not known; nothing is made up.
 *
 * @param requestForOffer the request that the order follows; null when none is told
 * @param contractorsAsked everyone who was asked for an offer, with what came of it; null when it is not told
 * @param noneCertifiedReason why no certified small business or disabled veteran business was asked; null when it is not told
 * @param bestValueSteps the steps of the best value determination that were done; null when they are not told
 * @param agreementCopies the copies of agreements that were read before choosing; null when they are not told
 * @param clauses which clauses stand where; null when it is not told
 */
public record Procurement(
        @Nullable RequestForOffer requestForOffer,
        @Nullable List<ContractorAsked> contractorsAsked,
        @Nullable String noneCertifiedReason,
        @Nullable List<BestValueStep> bestValueSteps,
        @Nullable List<AgreementCopy> agreementCopies,
        @Nullable Clauses clauses) {

    /**
     * The request for offer.
     *
     * @param reference the agency's own name for it
     * @param writtenOn the day it was made, in writing or by word of mouth
     * @param verbal whether it was made by word of mouth, as is allowed for simple products
     * @param statementOfWork where the statement of work is found; null when there is none
     * @param requestId the request as the order service keeps it, whose record the order tells; null for one kept elsewhere
     */
    public record RequestForOffer(
            String reference,
            LocalDate writtenOn,
            boolean verbal,
            @Nullable String statementOfWork,
            @Nullable UUID requestId) {}

    /** What a contractor answered to a request for offer. */
    public enum Answer {
        OFFER,
        NO_OFFER,
        NONE
    }

    /**
     * A contractor that was asked for an offer.
     *
     * @param contractorId as the registry knows it; null when the agency's system does not know that
     * @param certified whether it was a certified small business or disabled veteran business of California on that day
     * @param compared whether its offer is part of the comparison
     * @param notComparedReason why an offer was not considered: late, incomplete; null when it was
     */
    public record ContractorAsked(
            String name,
            @Nullable UUID contractorId,
            LocalDate askedOn,
            boolean certified,
            Answer answer,
            boolean compared,
            @Nullable String notComparedReason) {}

    /** The four least steps of a best value determination (Guide s5 p14), in their order. */
    public enum Step {
        REQUIREMENTS,
        CMAS_COPY,
        REVIEW,
        COMPARISON
    }

    /**
     * A step that was done.
     *
     * @param evidence where the proof is kept; null when none is named
     */
    public record BestValueStep(
            Step step,
            LocalDate doneOn,
            String doneBy,
            @Nullable String evidence) {}

    /** What the copy of an agreement is read for (Guide s2 p7, s4 p11, s5 p14). */
    public enum CopyItem {
        /** Warranty, guarantee, maintenance, return, bond and travel terms. */
        TERMS,
        AVAILABLE,
        EXCLUDED,
        PRICES,
        EXTRA_APPROVALS,
        SMALL_BUSINESS_CERTIFICATION,
        SELLERS_PERMIT,
        CONTRACTORS_LICENSE
    }

    /**
     * The copy of an agreement that was read.
     *
     * @param supplementNumber the latest supplement in it; 0 for the agreement as first made
     * @param checked what it was read for
     * @param extraApprovals approvals, forms and filings that it asks for beside the usual; null when none was looked for
     * @param terms its warranty, guarantee, maintenance, return, bond and travel terms in the reader's words; null when not told
     */
    public record AgreementCopy(
            CmasNumber cmasNumber,
            int supplementNumber,
            LocalDate obtainedOn,
            String obtainedBy,
            List<CopyItem> checked,
            @Nullable List<ExtraApproval> extraApprovals,
            @Nullable String terms) {}

    /**
     * An approval, form or filing that an agreement asks for.
     *
     * @param obtainedOn when it was there; null while it is not
     */
    public record ExtraApproval(String name, @Nullable LocalDate obtainedOn) {}

    /**
     * Clauses that hold only when they stand in the request for offer and in the order (Guide s4 p11).
     *
     * @param liquidatedDamages for late delivery; null when neither has them
     * @param acceptanceTesting the criteria of acceptance; null when neither has them
     */
    public record Clauses(
            @Nullable Placed liquidatedDamages, @Nullable Placed acceptanceTesting) {}

    /** Where a clause stands. */
    public record Placed(boolean inRequest, boolean inOrder) {}
}
