package org.opencmas.orderbody.particulars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.particulars.Coding.Authorization;
import org.opencmas.orderbody.particulars.Coding.ServiceKind;
import org.opencmas.orderbody.particulars.NewParticulars.NewAdvancePayment;
import org.opencmas.orderbody.particulars.NewParticulars.NewBond;
import org.opencmas.orderbody.particulars.NewParticulars.NewDesigner;
import org.opencmas.orderbody.particulars.NewParticulars.NewLawChecked;
import org.opencmas.orderbody.particulars.NewParticulars.NewLease;
import org.opencmas.orderbody.particulars.NewParticulars.NewLicense;
import org.opencmas.orderbody.particulars.NewParticulars.NewPublicWorks;
import org.opencmas.orderbody.particulars.NewParticulars.NewRelation;
import org.opencmas.orderbody.particulars.NewParticulars.NewServices;
import org.opencmas.orderbody.particulars.NewParticulars.NewSubstitute;
import org.opencmas.orderbody.particulars.NewParticulars.NewTradeIn;
import org.opencmas.orderbody.particulars.NewParticulars.NewWages;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.orderbody.particulars.Particulars.AdvancePayment;
import org.opencmas.orderbody.particulars.Particulars.Bond;
import org.opencmas.orderbody.particulars.Particulars.Designer;
import org.opencmas.orderbody.particulars.Particulars.Duty;
import org.opencmas.orderbody.particulars.Particulars.Employer;
import org.opencmas.orderbody.particulars.Particulars.LawChecked;
import org.opencmas.orderbody.particulars.Particulars.Lease;
import org.opencmas.orderbody.particulars.Particulars.LeasePlan;
import org.opencmas.orderbody.particulars.Particulars.License;
import org.opencmas.orderbody.particulars.Particulars.PublicWorks;
import org.opencmas.orderbody.particulars.Particulars.Relation;
import org.opencmas.orderbody.particulars.Particulars.Services;
import org.opencmas.orderbody.particulars.Particulars.Substitute;
import org.opencmas.orderbody.particulars.Particulars.TradeIn;
import org.opencmas.orderbody.particulars.Particulars.Wages;
import org.opencmas.problem.body.FieldReader;

/**
 * Reads what an order says of services, public works and a lease, and how its lines are coded. What was checked is never of a day to come;
 * the last day of a certificate may be.
 */
public final class ParticularsReader {
    private static final int CENTS = 2;

    private final FieldReader fields;
    private final LocalDate today;

    public ParticularsReader(FieldReader fields, LocalDate today) {
        this.fields = fields;
        this.today = today;
    }

    @Nullable
    public Coding coding(String at, @Nullable NewCoding sent) {
        if (sent == null) {
            return null;
        }
        var authorized = sent.manufacturerAuthorization();
        String document = at + "/manufacturerAuthorization";
        return new Coding(
                sent.serviceKind() == null
                        ? null
                        : fields.choice(at + "/serviceKind", sent.serviceKind(), ServiceKind.PERSONAL),
                sent.networkDesign(),
                sent.networkInfrastructure(),
                sent.cableInstallation(),
                sent.supply(),
                sent.excludedByCmas(),
                authorized == null
                        ? null
                        : new Authorization(
                                fields.text(document + "/document", authorized.document(), 400),
                                fields.pastDate(document + "/issuedOn", authorized.issuedOn(), today),
                                fields.optionalDate(document + "/validThrough", authorized.validThrough())));
    }

    @Nullable
    public Particulars particulars(String at, @Nullable NewParticulars sent) {
        return sent == null
                ? null
                : new Particulars(
                        services(at + "/services", sent.services()),
                        publicWorks(at + "/publicWorks", sent.publicWorks()),
                        lease(at + "/lease", sent.lease()),
                        each(at + "/tradeIns", sent.tradeIns(), this::tradeIn),
                        each(at + "/advancePayments", sent.advancePayments(), this::advancePayment));
    }

    private TradeIn tradeIn(String at, NewTradeIn sent) {
        return new TradeIn(
                fields.text(at + "/description", sent.description(), 400),
                fields.money(at + "/allowance", sent.allowance(), CENTS));
    }

    private AdvancePayment advancePayment(String at, NewAdvancePayment sent) {
        AdvanceBasis basis = fields.requiredChoice(at + "/basis", sent.basis(), AdvanceBasis.SUBSCRIPTION);
        String decidedBy = fields.optionalText(at + "/decidedBy", sent.decidedBy(), 200);
        if (basis == AdvanceBasis.GC_11019 && decidedBy == null) {
            fields.fault(
                    at + "/decidedBy",
                    "is missing: that Government Code 11019 allows it is a person's decision (PAY-ADVANCE-GC11019)");
        }
        return new AdvancePayment(
                fields.identifier(at + "/lineId", sent.lineId(), 40),
                basis,
                fields.text(at + "/provision", sent.provision(), 1000),
                decidedBy);
    }

    private @Nullable Services services(String at, @Nullable NewServices sent) {
        return sent == null
                ? null
                : new Services(
                        relation(at + "/earlierOrders", sent.earlierOrders()),
                        each(at + "/substitutes", sent.substitutes(), this::substitute),
                        fields.optionalText(at + "/networkSolution", sent.networkSolution(), 1000),
                        designer(at + "/designer", sent.designer()));
    }

    private @Nullable Relation relation(String at, @Nullable NewRelation sent) {
        if (sent == null) {
            return null;
        }
        var affiliates = each(at + "/affiliates", sent.affiliates(), fields::id);
        return new Relation(
                flag(at + "/endProduct", sent.endProduct()),
                fields.text(at + "/statement", sent.statement(), 2000),
                affiliates == null ? List.of() : affiliates);
    }

    private Substitute substitute(String at, NewSubstitute sent) {
        return new Substitute(
                fields.text(at + "/role", sent.role(), 200),
                pastDateIfTold(at + "/reviewedOn", sent.reviewedOn()),
                fields.optionalText(at + "/reviewedBy", sent.reviewedBy(), 200),
                sent.meetsAgreement(),
                sent.meetsRequest());
    }

    private @Nullable Designer designer(String at, @Nullable NewDesigner sent) {
        return sent == null
                ? null
                : new Designer(
                        fields.text(at + "/name", sent.name(), 200),
                        fields.identifier(at + "/registration", sent.registration(), 100),
                        fields.requiredChoice(at + "/employer", sent.employer(), Employer.CONTRACTOR),
                        fields.optionalDate(at + "/validThrough", sent.validThrough()),
                        fields.optionalText(at + "/evidence", sent.evidence(), 400));
    }

    private @Nullable PublicWorks publicWorks(String at, @Nullable NewPublicWorks sent) {
        return sent == null
                ? null
                : new PublicWorks(
                        each(
                                at + "/workerClassifications",
                                sent.workerClassifications(),
                                (place, text) -> fields.text(place, text, 200)),
                        wages(at + "/wages", sent.wages()),
                        each(at + "/lawsChecked", sent.lawsChecked(), this::lawChecked),
                        each(at + "/licenses", sent.licenses(), this::license),
                        each(
                                at + "/subcontractors",
                                sent.subcontractors(),
                                (place, name) -> fields.text(place, name, 200)),
                        bond(at + "/bond", sent.bond()));
    }

    private @Nullable Wages wages(String at, @Nullable NewWages sent) {
        return sent == null
                ? null
                : new Wages(fields.optionalText(at + "/rates", sent.rates(), 2000), Boolean.TRUE.equals(sent.onFile()));
    }

    private LawChecked lawChecked(String at, NewLawChecked sent) {
        return new LawChecked(
                fields.requiredChoice(at + "/duty", sent.duty(), Duty.LICENSING),
                fields.pastDate(at + "/checkedOn", sent.checkedOn(), today),
                fields.text(at + "/checkedBy", sent.checkedBy(), 200));
    }

    private License license(String at, NewLicense sent) {
        return new License(
                fields.text(at + "/holder", sent.holder(), 200),
                Boolean.TRUE.equals(sent.prime()),
                fields.identifier(at + "/number", sent.number(), 40),
                fields.text(at + "/classification", sent.classification(), 100),
                flag(at + "/active", sent.active()),
                fields.pastDate(at + "/checkedOn", sent.checkedOn(), today),
                fields.optionalDate(at + "/validThrough", sent.validThrough()));
    }

    private @Nullable Bond bond(String at, @Nullable NewBond sent) {
        return sent == null
                ? null
                : new Bond(fields.money(at + "/sum", sent.sum(), CENTS), fields.text(at + "/form", sent.form(), 100));
    }

    private @Nullable Lease lease(String at, @Nullable NewLease sent) {
        return sent == null
                ? null
                : new Lease(
                        fields.requiredChoice(at + "/plan", sent.plan(), LeasePlan.OTHER_FEDERAL),
                        sent.residualValue() == null
                                ? null
                                : fields.money(at + "/residualValue", sent.residualValue(), CENTS));
    }

    private @Nullable LocalDate pastDateIfTold(String at, @Nullable String sent) {
        return sent == null ? null : fields.pastDate(at, sent, today);
    }

    private boolean flag(String at, @Nullable Boolean sent) {
        if (sent == null) {
            fields.fault(at, "is missing");
        }
        return Boolean.TRUE.equals(sent);
    }

    /** Reads one entry of a list. */
    private interface Reading<S, R> {
        R read(String at, S sent);
    }

    /** Null for a list that is not told; an empty one says that there is nothing. */
    private <S, R> @Nullable List<R> each(String at, @Nullable List<@Nullable S> sent, Reading<S, R> reading) {
        if (sent == null) {
            return null;
        }
        List<R> read = new ArrayList<>();
        fields.<S>each(at, sent, NewParticulars.MAX_ENTRIES, (place, entry) -> read.add(reading.read(place, entry)));
        return List.copyOf(read);
    }
}
