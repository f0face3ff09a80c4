package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.Certificate;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** A CMAS of {@link Given#CONTRACTOR}, active from 2019 through 30 June 2026, open to all, with the NSP provision. */
public final class GivenCmas {
    private final CmasNumber number;
    private boolean known = true;
    private int supplement;
    private UUID contractor = Given.CONTRACTOR;
    private Agreement.Status status = Agreement.Status.ACTIVE;
    private LocalDate start = LocalDate.of(1999, 1, 1);
    private LocalDate end = LocalDate.of(2026, 6, 30);
    private Agreement.ForUseBy forUseBy = Agreement.ForUseBy.STATE_AND_LOCAL;
    private boolean nspProvision = true;
    private Boolean travel;
    private LocalDate nspFrom;
    private LocalDate travelFrom;
    private Usd limit;
    private List<Certificate> listed = List.of();
    private List<CmasNumber> lookAlikes = List.of();
    private boolean newsWaiting;
    private boolean stale;
    private boolean statusDayAssumed;

    GivenCmas(CmasNumber number) {
        this.number = number;
    }

    public GivenCmas unknown(CmasNumber... alike) {
        known = false;
        lookAlikes = List.of(alike);
        return this;
    }

    public GivenCmas of(UUID holder) {
        contractor = holder;
        return this;
    }

    public GivenCmas status(Agreement.Status is) {
        status = is;
        return this;
    }

    public GivenCmas term(LocalDate first, LocalDate last) {
        start = first;
        end = last;
        return this;
    }

    public GivenCmas forUseBy(Agreement.ForUseBy who) {
        forUseBy = who;
        return this;
    }

    public GivenCmas withoutNsp() {
        nspProvision = false;
        return this;
    }

    /** A supplement brings the NSP provision on that day. */
    public GivenCmas nspFrom(LocalDate day) {
        nspProvision = false;
        nspFrom = day;
        return this;
    }

    /** A supplement provides for travel from that day. */
    public GivenCmas travelFrom(LocalDate day) {
        travelFrom = day;
        return this;
    }

    public GivenCmas travel(Boolean allowed) {
        travel = allowed;
        return this;
    }

    public GivenCmas supplement(int newest) {
        supplement = newest;
        return this;
    }

    public GivenCmas limit(String amount) {
        limit = amount == null ? null : Usd.of(amount);
        return this;
    }

    public GivenCmas lists(CertificationType type, LocalDate through) {
        listed = List.of(new Certificate(type, "1234567", null, through));
        return this;
    }

    public GivenCmas newsWaiting() {
        newsWaiting = true;
        return this;
    }

    /** As receipts had it when what was known before was still given, marked as perhaps out of date. */
    public GivenCmas stale() {
        stale = true;
        return this;
    }

    /** The registry told the status without its first day. */
    public GivenCmas statusDayAssumed() {
        statusDayAssumed = true;
        return this;
    }

    CmasNumber number() {
        return number;
    }

    /** What the check knows of it for an order of these days. */
    CitedAgreement cited(LocalDate orderDate, LocalDate amendmentDate) {
        return newsWaiting
                ? CitedAgreement.newsWaiting(number, orderDate)
                : new CitedAgreement(
                        number,
                        orderDate,
                        build(orderDate),
                        amendmentDate == null ? null : build(amendmentDate),
                        lookAlikes,
                        false,
                        Stream.of(orderDate, amendmentDate)
                                .filter(Objects::nonNull)
                                .map(day -> new CitedAgreement.OnDay(day, build(day)))
                                .toList());
    }

    private Agreement build(LocalDate day) {
        return known
                ? new Agreement(
                        number,
                        contractor,
                        contractor.equals(Given.CONTRACTOR) ? "Contractor, Inc." : "Another, Inc.",
                        status,
                        supplement,
                        start,
                        start,
                        end,
                        forUseBy,
                        nspProvision || nspFrom != null && !day.isBefore(nspFrom),
                        travelFrom == null ? travel : Boolean.valueOf(!day.isBefore(travelFrom)),
                        limit,
                        listed,
                        stale,
                        statusDayAssumed)
                : null;
    }
}
