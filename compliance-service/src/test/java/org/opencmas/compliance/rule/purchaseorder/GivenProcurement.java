package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.AgreementCopy;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Answer;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.BestValueStep;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Clauses;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ContractorAsked;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.CopyItem;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ExtraApproval;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.RequestForOffer;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Step;
import org.opencmas.terms.CmasNumber;

/** What an agency tells of its way to an order, for a rule's test: nothing but what the test says. */
public final class GivenProcurement {
    private RequestForOffer request;
    private List<ContractorAsked> asked;
    private String noneCertified;
    private List<BestValueStep> steps;
    private List<AgreementCopy> copies;
    private Clauses clauses;

    public static GivenProcurement way() {
        return new GivenProcurement();
    }

    public GivenProcurement request(LocalDate writtenOn, boolean verbal, String statementOfWork) {
        request = new RequestForOffer("RFO 7", writtenOn, verbal, statementOfWork, null);
        return this;
    }

    /** By a request for offer that the order service keeps, written on the order's date. */
    public GivenProcurement onRecord() {
        request = new RequestForOffer("RFO 7", Given.ORDER_DATE, false, null, new UUID(7, 7));
        return this;
    }

    public GivenProcurement nobodyAsked() {
        asked = new ArrayList<>();
        return this;
    }

    /** Contractors asked on the order's date that are not certified and did not answer. */
    public GivenProcurement asked(String... names) {
        Arrays.stream(names).forEach(name -> asked(name, null, Given.ORDER_DATE, false));
        return this;
    }

    public GivenProcurement asked(String name, UUID id, LocalDate on, boolean certified) {
        return asked(new ContractorAsked(name, id, on, certified, Answer.NONE, false, null));
    }

    public GivenProcurement offered(String name, boolean compared, String reason) {
        return asked(new ContractorAsked(name, null, Given.ORDER_DATE, false, Answer.OFFER, compared, reason));
    }

    private GivenProcurement asked(ContractorAsked one) {
        asked = asked == null ? new ArrayList<>() : asked;
        asked.add(one);
        return this;
    }

    public GivenProcurement noneCertified(String reason) {
        noneCertified = reason;
        return this;
    }

    public GivenProcurement step(Step step, LocalDate on, String evidence) {
        steps = steps == null ? new ArrayList<>() : steps;
        steps.add(new BestValueStep(step, on, "B. Buyer", evidence));
        return this;
    }

    public GivenProcurement steps(LocalDate on, Step... done) {
        steps = steps == null ? new ArrayList<>() : steps;
        Arrays.stream(done).forEach(step -> step(step, on, null));
        return this;
    }

    public GivenProcurement copy(
            CmasNumber cmas,
            int supplement,
            LocalDate on,
            List<CopyItem> checked,
            List<ExtraApproval> approvals,
            String terms) {
        copies = copies == null ? new ArrayList<>() : copies;
        copies.add(new AgreementCopy(cmas, supplement, on, "B. Buyer", checked, approvals, terms));
        return this;
    }

    /** A copy as the CMAS was first made, read for all eight things on the order's date. */
    public GivenProcurement wholeCopy(CmasNumber cmas) {
        return copy(cmas, 0, Given.ORDER_DATE, List.of(CopyItem.values()), List.of(), "as printed");
    }

    public GivenProcurement clauses(Clauses placed) {
        clauses = placed;
        return this;
    }

    public Procurement told() {
        return new Procurement(request, asked, noneCertified, steps, copies, clauses);
    }
}
