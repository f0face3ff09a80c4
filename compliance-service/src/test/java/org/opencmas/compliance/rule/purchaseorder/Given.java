package org.opencmas.compliance.rule.purchaseorder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Certificate;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;
import org.opencmas.compliance.rule.purchaseorder.known.RequestRecord;
import org.opencmas.compliance.rule.purchaseorder.told.CertificationVerification;
import org.opencmas.compliance.rule.purchaseorder.told.Delivery;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Statements;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Facts for a rule's test: a city's order of 2 March 2026 on one active IT CMAS of one contractor, to which a test says only what it is
 * about.
 */
public final class Given {
    public static final CmasNumber CMAS = CmasNumber.parse("3-12-70-2473E");
    public static final CmasNumber SECOND = CmasNumber.parse("3-12-70-2473F");
    public static final CmasNumber NON_IT = CmasNumber.parse("4-06-78-0031A");
    public static final UUID CONTRACTOR = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
    public static final UUID OTHER_CONTRACTOR = UUID.fromString("00000000-0000-7000-8000-0000000000c2");
    public static final LocalDate ORDER_DATE = LocalDate.of(2026, 3, 2);
    private static final UUID AGENCY = UUID.fromString("00000000-0000-7000-8000-0000000000a1");

    private final List<GivenLine> lines = new ArrayList<>();
    private final List<GivenCmas> agreements = new ArrayList<>();
    private final List<PricedItem> priceList = new ArrayList<>();
    private final List<Attestation> attestations = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<EarlierOrder> earlierConsulting = new ArrayList<>();
    private Particulars particulars;
    private RequestRecord requestRecord;
    private LocalDate orderDate = ORDER_DATE;
    private LocalDate amendmentDate;
    private LocalDate receivedOn;
    private AgencyType agencyType = AgencyType.CITY;
    private boolean agencyKnown = true;
    private boolean contractorNewsWaiting;
    private boolean empowered = true;
    private Agency.AnalystDecision decision;
    private Usd agencyLimit;
    private Agency.OverLimit overLimit = Agency.OverLimit.WARN;
    private String contractNumber;
    private String location = "Sacramento";
    private Usd tax = Usd.ZERO;
    private Usd freight = Usd.ZERO;
    private List<SubOrder> subOrders;
    private LineListing.ListState list = LineListing.ListState.COMPLETE;
    private Order before;
    private boolean figuresKnown = true;
    private final List<Parameter> otherFigures = new ArrayList<>();
    private LocalDate policyFrom;
    private Integer documentVersion;
    private Agency.Settings settings;
    private CertificationVerification verification;
    private Delivery delivery;
    private Procurement procurement;
    private List<Contractor.Location> locations =
            List.of(location("Sacramento", "1 Main Street"), location("Fresno", "9 Side Street"));

    public static Given order(GivenLine... lines) {
        Given given = new Given();
        given.lines.addAll(List.of(lines));
        return given;
    }

    /** An order with one priced line of that amount and, if it is positive, one NSP line that supports it. */
    public static Given pricedAndNsp(String priced, String nsp) {
        Given given = order(line("1").costing(priced));
        if (Usd.of(nsp).isPositive()) {
            given.lines.add(line("2").nsp("1").costing(nsp));
        }
        return given;
    }

    public static GivenLine line(String id) {
        return new GivenLine(id);
    }

    public static GivenCmas cmas(CmasNumber number) {
        return new GivenCmas(number);
    }

    public static SubOrder sub(int number, CmasNumber cmas, String subtotal) {
        return new SubOrder(number, cmas, Usd.of(subtotal));
    }

    public static PricedItem item(String id, String unit, String price, String basePrice) {
        return new PricedItem(id, "Item " + id, unit, Usd.of(price), basePrice == null ? null : Usd.of(basePrice));
    }

    public Given dated(LocalDate day) {
        orderDate = day;
        return this;
    }

    public Given amendedOn(LocalDate day) {
        amendmentDate = day;
        return this;
    }

    public Given receivedOn(LocalDate day) {
        receivedOn = day;
        return this;
    }

    public Given issuedBefore(Order order) {
        before = order;
        return this;
    }

    public Given on(GivenCmas... known) {
        agreements.addAll(Arrays.asList(known));
        return this;
    }

    public Given buyer(AgencyType type) {
        agencyType = type;
        return this;
    }

    public Given stateBuyer() {
        return buyer(AgencyType.STATE_DEPARTMENT);
    }

    public Given unknownBuyer() {
        agencyKnown = false;
        return this;
    }

    public Given withoutPublicFunds() {
        empowered = false;
        return this;
    }

    public Given decidedLocal() {
        decision = new Agency.AnalystDecision(
                "A. Analyst", LocalDate.of(2026, 1, 5), "a joint powers authority of cities");
        return this;
    }

    public Given ownLimit(String limit, Agency.OverLimit action) {
        agencyLimit = Usd.of(limit);
        overLimit = action;
        return this;
    }

    public Given policyFrom(LocalDate day) {
        policyFrom = day;
        return this;
    }

    /** The agency set that for itself. */
    public Given agencySets(Agency.Settings own) {
        settings = own;
        return this;
    }

    public Given verified(CertificationVerification check) {
        verification = check;
        return this;
    }

    /** @param days deliverBy, servicesFrom and servicesThrough; null for what is not told */
    public Given delivered(LocalDate... days) {
        delivery = new Delivery(days[0], days[1], days[2]);
        return this;
    }

    public Given told(GivenProcurement way) {
        procurement = way.told();
        return this;
    }

    /** The document is judged as that version of it. */
    public Given version(int number) {
        documentVersion = number;
        return this;
    }

    public Given contractorLocations(Contractor.Location... known) {
        locations = known == null ? null : List.of(known);
        return this;
    }

    public static Contractor.Location location(String name, String street) {
        return new Contractor.Location(name, street, name, "CA", "95814");
    }

    public Given contractNumber(String text) {
        contractNumber = text;
        return this;
    }

    public Given location(String text) {
        location = text;
        return this;
    }

    public Given tax(String amount) {
        tax = Usd.of(amount);
        return this;
    }

    public Given freight(String amount) {
        freight = Usd.of(amount);
        return this;
    }

    public Given subs(SubOrder... subs) {
        subOrders = List.of(subs);
        return this;
    }

    public Given priceList(PricedItem... items) {
        priceList.addAll(List.of(items));
        return this;
    }

    public Given priceListIs(LineListing.ListState state) {
        list = state;
        return this;
    }

    public Given attested(String rule) {
        attestations.add(new Attestation(rule, "I have checked it.", "B. Buyer", ORDER_DATE, null));
        return this;
    }

    public Given attested(Attestation attestation) {
        attestations.add(attestation);
        return this;
    }

    public Given unsignedAttestation(String rule) {
        attestations.add(new Attestation(rule, "I have checked it.", " ", ORDER_DATE, null));
        return this;
    }

    public Given services(Particulars.Services told) {
        particulars = new Particulars(told, null, null);
        return this;
    }

    public Given publicWorks(Particulars.PublicWorks told) {
        particulars = new Particulars(null, told, null);
        return this;
    }

    public Given lease(Particulars.LeasePlan plan, String residualValue) {
        Usd owed = residualValue == null ? null : Usd.of(residualValue);
        particulars = new Particulars(null, null, new Particulars.Lease(plan, owed));
        return this;
    }

    /** The buyer's word on earlier consulting orders. */
    public Given endProductOfEarlier(boolean endProduct) {
        return relation(endProduct, "I have looked at them.");
    }

    /** The buyer's word on earlier consulting orders of the contractor and of those affiliates. */
    public Given relation(boolean endProduct, String statement, UUID... affiliates) {
        return services(new Particulars.Services(
                new Particulars.Relation(endProduct, statement, List.of(affiliates)), null, null, null));
    }

    /** A check whose request for offer has that record. */
    public Given withRequestRecord(RequestRecord record) {
        requestRecord = record;
        return this;
    }

    /** An earlier consulting order of an affiliate, {@link #OTHER_CONTRACTOR}. */
    public Given affiliateConsultedBefore(String agencyOrderNumber) {
        earlierConsulting.add(new EarlierOrder(OTHER_CONTRACTOR, agencyOrderNumber, LocalDate.of(2024, 5, 6)));
        return this;
    }

    /** An earlier consulting order of the contractor; of another agency when it has no number. */
    public Given consultedBefore(String agencyOrderNumber) {
        earlierConsulting.add(new EarlierOrder(CONTRACTOR, agencyOrderNumber, LocalDate.of(2024, 5, 6)));
        return this;
    }

    public Given certificate(CertificationType type, LocalDate from, LocalDate through) {
        certificates.add(new Certificate(type, "1234567", from, through));
        return this;
    }

    /** The figure has another value on that day. */
    public Given figure(ParameterName name, String value) {
        otherFigures.add(parameter(name, value));
        return this;
    }

    public Given withoutFigures() {
        figuresKnown = false;
        return this;
    }

    public Order document() {
        List<OrderLine> ordered =
                lines.stream().map(line -> line.build(orderDate, amendmentDate)).toList();
        List<CmasNumber> numbers = numbers(ordered);
        return new Order(
                AGENCY,
                "PO-1",
                amendmentDate == null ? 0 : 1,
                orderDate,
                amendmentDate,
                CONTRACTOR,
                contractNumber != null
                        ? contractNumber
                        : numbers.size() == 1 ? numbers.getFirst().canonical() : "CMAS",
                location,
                tax,
                freight,
                subOrders != null ? subOrders : groups(ordered),
                ordered,
                attestations,
                new Statements(verification, delivery, procurement, particulars));
    }

    public Given contractorNewsWaiting() {
        contractorNewsWaiting = true;
        return this;
    }

    /** The facts of an order that was made otherwise. */
    public static OrderFacts factsOf(Order order, PricedItem... listed) {
        return new Given().priceList(listed).facts(order);
    }

    public OrderFacts facts() {
        return facts(document());
    }

    private OrderFacts facts(Order order) {
        List<CitedAgreement> cited =
                order.cmasNumbers().stream().map(this::cite).toList();
        List<CitedAgreement> dropped = before == null
                ? List.of()
                : before.cmasNumbers().stream()
                        .filter(number -> !order.cmasNumbers().contains(number))
                        .map(this::cite)
                        .toList();
        return new OrderFacts(
                order,
                before,
                before == null ? List.of() : before.subOrders(),
                receivedOn == null ? order.relevantDate() : receivedOn,
                agencyKnown
                        ? new Agency(
                                AGENCY,
                                "City of Test",
                                agencyType,
                                empowered,
                                decision,
                                agencyLimit,
                                overLimit,
                                policyFrom,
                                settings)
                        : null,
                contractorNewsWaiting ? null : new Contractor(CONTRACTOR, "Contractor, Inc.", certificates, locations),
                cited,
                dropped,
                order.lines().stream().map(this::listing).toList(),
                new OrderFacts.NewsWaiting(false, contractorNewsWaiting),
                figuresKnown
                        ? Stream.concat(otherFigures.stream(), figures().stream())
                                .toList()
                        : List.of(),
                documentVersion,
                earlierConsulting,
                requestRecord);
    }

    public List<Finding> askedOf(Rule<OrderFacts> rule) {
        return RuleBooks.ORDERS.findings(rule, facts()).toList();
    }

    public Verdict verdictOf(Rule<OrderFacts> rule) {
        return askedOf(rule).getFirst().verdict();
    }

    public String remedyOf(Rule<OrderFacts> rule) {
        return askedOf(rule).getFirst().remedy();
    }

    private CitedAgreement cite(CmasNumber number) {
        return agreements.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseGet(() -> cmas(number))
                .cited(orderDate, amendmentDate);
    }

    private LineListing listing(OrderLine line) {
        List<PricedItem> candidates = priceList.stream()
                .filter(item -> key(item.itemId()).equals(key(String.valueOf(line.itemId())))
                        || key(item.description()).equals(key(line.description())))
                .toList();
        return new LineListing(
                line.lineId(),
                list,
                LocalDate.of(2019, 1, 1),
                list == LineListing.ListState.COMPLETE ? candidates : List.of());
    }

    private static String key(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static List<CmasNumber> numbers(List<OrderLine> lines) {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(line.cmas()))
                .distinct()
                .toList();
    }

    private static List<SubOrder> groups(List<OrderLine> lines) {
        List<SubOrder> subs = new ArrayList<>();
        for (CmasNumber number : numbers(lines)) {
            Usd subtotal = Order.sum(
                    lines.stream().filter(line -> line.boughtOn(number)).toList());
            subs.add(new SubOrder(subs.size() + 1, number, subtotal));
        }
        return subs;
    }

    private static List<Parameter> figures() {
        return List.of(
                parameter(ParameterName.NSP_TIER_BORDER, "250000.00"),
                parameter(ParameterName.NSP_LOW_LIMIT, "5000.00"),
                parameter(ParameterName.NSP_HIGH_SHARE, "0.05"),
                parameter(ParameterName.NSP_HIGH_LIMIT, "25000.00"),
                parameter(ParameterName.BACK_DATING_DAYS, "30"),
                parameter(ParameterName.PW_BOND_TRIGGER, "5000.00"),
                parameter(ParameterName.PW_WAGE_EXEMPT_UP_TO, "0.00"),
                parameter(ParameterName.PW_LICENSE_CHECK_DAYS, "30"),
                parameter(ParameterName.LEASE_RESIDUAL_LIMIT, "1.00"),
                parameter(ParameterName.STATE_OFFERS_LEAST, "3"),
                parameter(ParameterName.STATE_ONE_OFFER_BELOW, "5000.00"),
                parameter(ParameterName.CERT_VERIFICATION_DAYS, "30"),
                parameter(ParameterName.DELIVERY_TAIL_MONTHS, "12"),
                parameter(ParameterName.ATTESTATION_DAYS, "90"));
    }

    private static Parameter parameter(ParameterName name, String value) {
        return new Parameter(name, new BigDecimal(value), LocalDate.of(1995, 1, 1), "test", "A");
    }
}
