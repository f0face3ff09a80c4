package org.opencmas.orderbody.procurement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.delivery.Delivery;
import org.opencmas.orderbody.delivery.NewDelivery;
import org.opencmas.orderbody.procurement.NewProcurement.NewAgreementCopy;
import org.opencmas.orderbody.procurement.NewProcurement.NewBestValueStep;
import org.opencmas.orderbody.procurement.NewProcurement.NewClauses;
import org.opencmas.orderbody.procurement.NewProcurement.NewContractorAsked;
import org.opencmas.orderbody.procurement.NewProcurement.NewExtraApproval;
import org.opencmas.orderbody.procurement.NewProcurement.NewPlaced;
import org.opencmas.orderbody.procurement.NewProcurement.NewRequestForOffer;
import org.opencmas.orderbody.procurement.Procurement.AgreementCopy;
import org.opencmas.orderbody.procurement.Procurement.Answer;
import org.opencmas.orderbody.procurement.Procurement.BestValueStep;
import org.opencmas.orderbody.procurement.Procurement.Clauses;
import org.opencmas.orderbody.procurement.Procurement.ContractorAsked;
import org.opencmas.orderbody.procurement.Procurement.CopyItem;
import org.opencmas.orderbody.procurement.Procurement.ExtraApproval;
import org.opencmas.orderbody.procurement.Procurement.Placed;
import org.opencmas.orderbody.procurement.Procurement.RequestForOffer;
import org.opencmas.orderbody.procurement.Procurement.Step;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CmasNumber;

/** Reads what an agency tells of its way to an order. What is done is never of a day to come; what is to be done may be. */
public final class ProcurementReader {
    private final FieldReader fields;
    private final LocalDate today;

    public ProcurementReader(FieldReader fields, LocalDate today) {
        this.fields = fields;
        this.today = today;
    }

    @Nullable
    public Procurement procurement(String at, @Nullable NewProcurement sent) {
        return sent == null
                ? null
                : new Procurement(
                        request(at + "/requestForOffer", sent.requestForOffer()),
                        each(at + "/contractorsAsked", sent.contractorsAsked(), this::asked),
                        fields.optionalText(at + "/noneCertifiedReason", sent.noneCertifiedReason(), 1000),
                        each(at + "/bestValueSteps", sent.bestValueSteps(), this::step),
                        each(at + "/agreementCopies", sent.agreementCopies(), this::copy),
                        clauses(at + "/clauses", sent.clauses()));
    }

    @Nullable
    public Delivery delivery(String at, @Nullable NewDelivery sent) {
        if (sent == null) {
            return null;
        }
        LocalDate from = fields.optionalDate(at + "/servicesFrom", sent.servicesFrom());
        LocalDate through = fields.optionalDate(at + "/servicesThrough", sent.servicesThrough());
        if (from != null && through != null && through.isBefore(from)) {
            fields.fault(at + "/servicesThrough", through + " is before " + from + ", the first day of the services");
        }
        return new Delivery(fields.optionalDate(at + "/deliverBy", sent.deliverBy()), from, through);
    }

    private @Nullable RequestForOffer request(String at, @Nullable NewRequestForOffer sent) {
        return sent == null
                ? null
                : new RequestForOffer(
                        fields.text(at + "/reference", sent.reference(), 100),
                        fields.pastDate(at + "/writtenOn", sent.writtenOn(), today),
                        Boolean.TRUE.equals(sent.verbal()),
                        fields.optionalText(at + "/statementOfWork", sent.statementOfWork(), 400),
                        sent.requestId() == null ? null : fields.id(at + "/requestId", sent.requestId()));
    }

    private ContractorAsked asked(String at, NewContractorAsked sent) {
        Answer answer = fields.choice(at + "/answer", sent.answer(), Answer.NONE);
        boolean compared = Boolean.TRUE.equals(sent.compared());
        if (compared && answer != Answer.OFFER) {
            fields.fault(at + "/compared", "is true, but the contractor made no offer", "Say OFFER, or leave it out.");
        }
        return new ContractorAsked(
                fields.text(at + "/name", sent.name(), 200),
                sent.contractorId() == null ? null : fields.id(at + "/contractorId", sent.contractorId()),
                fields.pastDate(at + "/askedOn", sent.askedOn(), today),
                Boolean.TRUE.equals(sent.certified()),
                answer,
                compared,
                fields.optionalText(at + "/notComparedReason", sent.notComparedReason(), 1000));
    }

    private BestValueStep step(String at, NewBestValueStep sent) {
        return new BestValueStep(
                fields.requiredChoice(at + "/step", sent.step(), Step.REQUIREMENTS),
                fields.pastDate(at + "/doneOn", sent.doneOn(), today),
                fields.text(at + "/doneBy", sent.doneBy(), 200),
                fields.optionalText(at + "/evidence", sent.evidence(), 1000));
    }

    /** Null when its number is at fault. */
    private @Nullable AgreementCopy copy(String at, NewAgreementCopy sent) {
        CmasNumber number = fields.value(at + "/cmasNumber", sent.cmasNumber(), "is no CMAS number", CmasNumber::parse);
        Integer supplement = sent.supplementNumber();
        if (supplement == null) {
            fields.fault(at + "/supplementNumber", "is missing", "Give 0 for the agreement as first made.");
        } else if (supplement < 0) {
            fields.fault(at + "/supplementNumber", "is negative");
        }
        Set<CopyItem> checked = new LinkedHashSet<>();
        if (sent.checked() != null) {
            fields.each(
                    at + "/checked",
                    sent.checked(),
                    NewProcurement.MAX_ENTRIES,
                    (place, item) -> checked.add(fields.choice(place, item, CopyItem.TERMS)));
        }
        LocalDate obtainedOn = fields.pastDate(at + "/obtainedOn", sent.obtainedOn(), today);
        String obtainedBy = fields.text(at + "/obtainedBy", sent.obtainedBy(), 200);
        List<ExtraApproval> approvals = each(at + "/extraApprovals", sent.extraApprovals(), this::approval);
        String terms = fields.optionalText(at + "/terms", sent.terms(), 2000);
        return number == null
                ? null
                : new AgreementCopy(
                        number,
                        supplement == null ? 0 : supplement,
                        obtainedOn,
                        obtainedBy,
                        List.copyOf(checked),
                        approvals,
                        terms);
    }

    private ExtraApproval approval(String at, NewExtraApproval sent) {
        return new ExtraApproval(
                fields.text(at + "/name", sent.name(), 200),
                sent.obtainedOn() == null ? null : fields.pastDate(at + "/obtainedOn", sent.obtainedOn(), today));
    }

    private @Nullable Clauses clauses(String at, @Nullable NewClauses sent) {
        return sent == null
                ? null
                : new Clauses(
                        placed(at + "/liquidatedDamages", sent.liquidatedDamages()),
                        placed(at + "/acceptanceTesting", sent.acceptanceTesting()));
    }

    private @Nullable Placed placed(String at, @Nullable NewPlaced sent) {
        return sent == null
                ? null
                : new Placed(flag(at + "/inRequest", sent.inRequest()), flag(at + "/inOrder", sent.inOrder()));
    }

    private boolean flag(String at, @Nullable Boolean sent) {
        if (sent == null) {
            fields.fault(at, "is missing");
        }
        return Boolean.TRUE.equals(sent);
    }

    /** Reads one entry of a list; null when what it would be known by is at fault. */
    private interface Reading<S, R> {
        @Nullable
        R read(String at, S sent);
    }

    /** Null for a list that is not told; an empty one says that there is nothing. */
    private <S, R> @Nullable List<R> each(String at, @Nullable List<@Nullable S> sent, Reading<S, R> reading) {
        if (sent == null) {
            return null;
        }
        List<R> read = new ArrayList<>();
        fields.<S>each(at, sent, NewProcurement.MAX_ENTRIES, (place, entry) -> {
            R one = reading.read(place, entry);
            if (one != null) {
                read.add(one);
            }
        });
        return List.copyOf(read);
    }
}
