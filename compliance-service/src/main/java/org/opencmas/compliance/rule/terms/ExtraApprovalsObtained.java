package org.opencmas.compliance.rule.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.CopiesRead;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.AgreementCopy;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.CopyItem;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ExtraApproval;
import org.opencmas.terms.CmasNumber;

/** ORD-EXTRA-APPROVALS: the copy of each CMAS was read for them, and each that it asks for was there on the day of the document, that day included. */
public record ExtraApprovalsObtained() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return TermsText.ORD_EXTRA_APPROVALS;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return CopiesRead.of(facts.order()).none() ? Optional.of(TermsRules.NO_COPY) : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        CopiesRead copies = CopiesRead.of(facts.order());
        return Outcomes.orPass(
                facts.order().cmasNumbers().stream()
                        .flatMap(cmas -> copies.of(cmas)
                                .map(copy -> judge(facts, copy))
                                .orElseGet(() -> Stream.of(none(facts, cmas)))),
                Outcome.pass("No approval, form or filing that the copies ask for is missing, as the order tells."));
    }

    private static Trouble none(OrderFacts facts, CmasNumber cmas) {
        return Outcome.needsAttestation("No copy of CMAS %s is told to have been read for extra approvals.", cmas)
                .on(facts.order().linesOf(cmas))
                .remedy("Read its copy, and tell them in extraApprovals, an empty list for none, or attest to it.");
    }

    private static Stream<Trouble> judge(OrderFacts facts, AgreementCopy copy) {
        List<ExtraApproval> told = copy.extraApprovals();
        if (told == null) {
            return copy.checked().contains(CopyItem.EXTRA_APPROVALS)
                    ? Stream.of()
                    : Stream.of(Outcome.needsAttestation(
                                    "The copy of CMAS %s is not told to have been read for extra approvals.",
                                    copy.cmasNumber())
                            .on(facts.order().linesOf(copy.cmasNumber()))
                            .remedy("Tell them in extraApprovals, an empty list for none, or attest to it."));
        }
        return told.stream().flatMap(approval -> missing(facts, copy, approval).stream());
    }

    private static Optional<Trouble> missing(OrderFacts facts, AgreementCopy copy, ExtraApproval approval) {
        LocalDate day = facts.judgedAsOf();
        LocalDate obtained = approval.obtainedOn();
        return obtained != null && !obtained.isAfter(day)
                ? Optional.empty()
                : Optional.of(Outcome.needsAttestation(
                                "CMAS %s asks for %s, which is not told to be there on %s.",
                                copy.cmasNumber(), approval.name(), day)
                        .with("approval", approval.name())
                        .on(facts.order().linesOf(copy.cmasNumber()))
                        .remedy("Obtain %s, or attest that it is not needed.", approval.name()));
    }
}
