package org.opencmas.fees.feeproof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.ledger.worth.Facts;
import org.opencmas.fees.ledger.worth.FeeFromScratch;
import org.opencmas.fees.ledger.worth.Worth;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;
import org.opencmas.testkit.SeededGenerator;

@DisplayName(
        "FEE-INCENTIVE-RATE, FEE-SB-WAIVER, FEE-AMENDMENTS: another program works out every cent of a statement and finds any change")
class FeeProofVerifierTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final int ORDERS = Integer.getInteger("proof.orders", 8_000);
    private static final CalendarQuarter QUARTER = CalendarQuarter.parse("2026-Q3");
    private static final List<Certificate> CERTIFICATES = List.of(
            Facts.certificate(CertificationType.SB, "2017-01-01", "2019-12-31"),
            Facts.certificate(CertificationType.DVBE, "2020-01-01", "2030-12-31"));

    @TempDir
    Path folder;

    @BeforeEach
    void pythonIsThere() {
        Verifier.requirePython();
    }

    /** One that has an amendment, a waiver and a correction in it. */
    private static FeeProof small() {
        return proof(List.of(
                history(UUID.randomUUID(), "2026-08-03", "1000.00", "1000.39"),
                history(UUID.randomUUID(), "2019-12-31", "77.77", "80.00"),
                history(UUID.randomUUID(), "2009-12-31", "77.77", "80.00")));
    }

    private static List<OrderChange> history(UUID orderId, String orderDate, String first, String second) {
        LocalDate date = LocalDate.parse(orderDate);
        return List.of(
                change(orderId, 1, Cause.ORIGINAL, date, date, first),
                change(orderId, 2, Cause.AMENDMENT, date, LocalDate.of(2026, 9, 30), second));
    }

    private static OrderChange change(
            UUID orderId, int version, Cause cause, LocalDate orderDate, LocalDate effectiveOn, String subtotal) {
        return new OrderChange(
                orderId,
                version,
                cause,
                version - 1,
                Facts.AGENCY,
                "PO-1",
                orderDate,
                effectiveOn,
                Facts.CONTRACTOR,
                Map.<CmasNumber, Usd>of(Facts.AGREEMENT, Usd.of(subtotal)));
    }

    private static FeeProof proof(List<List<OrderChange>> histories) {
        List<FeeProof.Order> orders = new ArrayList<>();
        List<FeeProof.Line> lines = new ArrayList<>();
        for (List<OrderChange> history : histories) {
            List<FeeProof.Posted> posted = posted(history);
            OrderChange original = history.getFirst();
            orders.add(new FeeProof.Order(
                    original.orderId(),
                    original.agencyOrderNumber(),
                    AgencyType.CITY,
                    original.orderDate(),
                    history.stream()
                            .map(change -> FeeProof.Version.of(change, Facts.AGREEMENT))
                            .toList(),
                    posted));
            posted.stream()
                    .filter(each -> each.quarter().equals(QUARTER))
                    .forEach(each -> lines.add(new FeeProof.Line(
                            original.orderId(),
                            each.documentVersion(),
                            each.cause(),
                            each.belongsToQuarter(),
                            each.rate(),
                            each.treatment(),
                            each.base(),
                            each.fee(),
                            each.feeWaived())));
        }
        return new FeeProof(
                FeeProof.FORMAT,
                Facts.AGREEMENT,
                QUARTER,
                "4-20-56-0006B/2026-Q3/9F86D081884C",
                Facts.RATES.all().stream().map(FeeProof.ProvenRate::of).toList(),
                CERTIFICATES.stream().map(FeeProof.ProvenCertificate::of).toList(),
                orders,
                lines,
                totals(lines),
                new FeeProof.Extent(
                        orders.stream()
                                .flatMap(order -> order.posted().stream())
                                .filter(each -> each.quarter().equals(QUARTER))
                                .count(),
                        7,
                        "ab".repeat(32)),
                null);
    }

    /** An amount of an earlier quarter stands in it, or in this one where that quarter was filed before. */
    private static List<FeeProof.Posted> posted(List<OrderChange> history) {
        var worth = (Worth.Known) FeeFromScratch.of(Facts.of(AgencyType.CITY, CERTIFICATES, history));
        List<FeeProof.Posted> posted = new ArrayList<>();
        worth.amounts()
                .forEach((dimension, amount) -> posted.add(new FeeProof.Posted(
                        dimension.belongsTo().compareTo(QUARTER) < 0 && dimension.documentVersion() % 2 == 0
                                ? QUARTER
                                : dimension.belongsTo(),
                        dimension.belongsTo(),
                        dimension.documentVersion(),
                        dimension.cause(),
                        dimension.rate(),
                        dimension.treatment(),
                        amount.base(),
                        amount.feeDue(),
                        amount.feeWaived(),
                        1L)));
        return posted;
    }

    private static FeeProof.Totals totals(List<FeeProof.Line> lines) {
        Usd exact = Usd.sum(lines.stream().map(FeeProof.Line::fee).toList());
        Usd rounded = exact.roundedHalfUp();
        return new FeeProof.Totals(
                lines.size(),
                Usd.sum(lines.stream().map(FeeProof.Line::total).toList()),
                Usd.sum(lines.stream()
                        .filter(line -> line.treatment() == Treatment.WAIVED)
                        .map(FeeProof.Line::total)
                        .toList()),
                Usd.sum(lines.stream().map(FeeProof.Line::feeWaived).toList()),
                exact,
                null,
                rounded,
                Usd.ZERO,
                Usd.ZERO,
                rounded.isNegative() ? Usd.ZERO : rounded,
                rounded.isNegative() ? rounded.negated() : Usd.ZERO);
    }

    @Test
    @DisplayName("the verifier agrees on many generated lines; with -Dproof.orders=60000 they are more than 100,000")
    void agreesOnGeneratedLines() throws IOException {
        SeededGenerator random = SeededGenerator.of("fee proof", 8_172_635_445L);
        List<List<OrderChange>> histories = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            histories.add(random(random));
        }
        FeeProof proof = proof(histories);
        assertThat(proof.lines()).hasSizeGreaterThan(ORDERS * 3 / 2);
        Verifier.Answer answer = Verifier.verify(Files.writeString(
                folder.resolve("proof.json"), proof.sealed(JSON).document()));
        assertThat(answer.text())
                .contains(proof.lines().size() + " lines of " + ORDERS + " orders verified, fee due "
                        + proof.totals().feeDue());
        assertThat(answer.exit()).isZero();
    }

    private static List<OrderChange> random(SeededGenerator random) {
        UUID orderId = UUID.randomUUID();
        LocalDate date = LocalDate.of(2026, 7, 1);
        if (random.onceIn(3)) {
            date = LocalDate.of(random.between(2008, 2025), random.between(1, 12), random.between(1, 28));
        }
        List<OrderChange> history = new ArrayList<>();
        int versions = random.between(1, 4);
        LocalDate on = date;
        for (int version = 1; version <= versions; version++) {
            on = version == 1 ? date : LocalDate.of(2026, 7 + version % 3, random.between(1, 28));
            String subtotal = new BigDecimal(random.between(0, 100_000_000))
                    .movePointLeft(2)
                    .toPlainString();
            history.add(change(orderId, version, version == 1 ? Cause.ORIGINAL : Cause.AMENDMENT, date, on, subtotal));
            if (random.onceIn(10)) {
                history.add(change(orderId, version, Cause.REJECTION, date, on, "0.00"));
            }
        }
        if (random.onceIn(5)) {
            history.add(change(orderId, versions, Cause.TERMINATION, date, on, "12.34"));
        }
        return history;
    }

    @Test
    @DisplayName("on orders of a day whose rate is zero no fee is in force, as before the first rate")
    void aRateOfZeroIsNoFeeInForce() throws IOException {
        FeeProof proof = small();
        List<FeeProof.ProvenRate> rates = new ArrayList<>();
        rates.add(new FeeProof.ProvenRate(
                LocalDate.of(1998, 1, 1),
                Rate.NONE,
                "no fee",
                proof.rates().getFirst().confidence()));
        rates.addAll(proof.rates());
        FeeProof withZero = new FeeProof(
                proof.format(),
                proof.cmasNumber(),
                proof.quarter(),
                proof.receiptNumber(),
                rates,
                proof.certificates(),
                proof.orders(),
                proof.lines(),
                proof.totals(),
                proof.ledger(),
                null);
        assertThat(proof.lines()).extracting(FeeProof.Line::treatment).contains(Treatment.NOT_IN_FORCE);
        Verifier.Answer answer = Verifier.verify(Files.writeString(
                folder.resolve("zero.json"), withZero.sealed(JSON).document()));
        assertThat(answer.text()).contains("verified");
        assertThat(answer.exit()).isZero();
    }

    @Test
    @DisplayName("any changed, missing or added byte fails")
    void anyChangedByteFails() throws IOException {
        Path file = Files.writeString(
                folder.resolve("small.json"), small().sealed(JSON).document());
        Verifier.Answer answer = Verifier.python("""
                import sys
                sys.path.insert(0, sys.argv[1])
                sys.dont_write_bytecode = True
                import fee_proof
                raw = open(sys.argv[2], 'rb').read()
                fee_proof.verify(raw)
                def fails(changed):
                    try:
                        fee_proof.verify(changed)
                    except fee_proof.Broken:
                        return True
                    return False
                passed = 0
                for at in range(len(raw)):
                    for changed in (raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1:], raw[:at] + raw[at + 1:], raw[:at] + b' ' + raw[at:]):
                        passed += not fails(changed)
                passed += not fails(raw + b'\\n')
                print(len(raw), 'bytes,', passed, 'changes passed')
                """, Verifier.FOLDER.toString(), file.toString());
        assertThat(answer.text()).endsWith(" 0 changes passed\n");
        assertThat(answer.exit()).isZero();
    }

    /** The proof without its last order, whose lines are left out of the totals too: sound in itself. */
    private static FeeProof without(FeeProof proof, FeeProof.Extent extent) {
        FeeProof.Order left = proof.orders().getLast();
        List<FeeProof.Line> lines = proof.lines().stream()
                .filter(line -> !line.orderId().equals(left.orderId()))
                .toList();
        return new FeeProof(
                proof.format(),
                proof.cmasNumber(),
                proof.quarter(),
                proof.receiptNumber(),
                proof.rates(),
                proof.certificates(),
                proof.orders().subList(0, proof.orders().size() - 1),
                lines,
                totals(lines),
                extent,
                null);
    }

    /** Pages of a feed that tell the proof's postings, one event each, with the hash that the proof names at the last. */
    private static String feed(FeeProof proof, long last) {
        List<String> events = new ArrayList<>();
        for (FeeProof.Order order : proof.orders()) {
            for (FeeProof.Posted posted : order.posted()) {
                String hash = events.size() + 1 == last ? "ab".repeat(32) : "00".repeat(32);
                events.add("""
                        {"position":%d,"hash":"%s","type":"fee.posted.v1","data":{"postingId":"%s","orderId":"%s","cmasNumber":"%s","quarter":"%s"}}""".formatted(
                                events.size() + 1,
                                hash,
                                UUID.randomUUID(),
                                order.orderId(),
                                proof.cmasNumber(),
                                posted.quarter()));
            }
        }
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    @Test
    @DisplayName(
            "an order that is left out shows by the ledger's count and, where the count is forged too, by the journal")
    void anOrderThatIsLeftOutShows() throws IOException {
        FeeProof whole = small();
        long all = whole.orders().stream()
                .mapToLong(order -> order.posted().size())
                .sum();
        FeeProof.Extent told = Objects.requireNonNull(whole.ledger());
        String pages =
                Files.writeString(folder.resolve("feed.json"), feed(whole, all)).toString();

        FeeProof right = without(whole, told);
        assertThat(verified(right).text()).contains("postings are proven, and the ledger has");

        long fewer = told.postings() - 1;
        FeeProof forged = without(whole, new FeeProof.Extent(fewer, all, told.journalHash()));
        assertThat(verified(forged).exit()).isZero();
        assertThat(verified(forged, "--journal", pages).text())
                .contains("order " + whole.orders().getLast().orderId() + " was posted to the quarter and is left out");

        FeeProof complete = with(whole, new FeeProof.Extent(told.postings(), all, told.journalHash()));
        assertThat(verified(complete, "--journal", pages).exit()).isZero();
        FeeProof later = with(whole, new FeeProof.Extent(told.postings(), all + 1, told.journalHash()));
        assertThat(verified(later, "--journal", pages).text()).contains("was read up to " + all + " only");
        FeeProof other = with(whole, new FeeProof.Extent(told.postings(), all, "cd".repeat(32)));
        assertThat(verified(other, "--journal", pages).text()).contains("is not of this journal");
    }

    @Test
    @DisplayName("a proof from before the count was told is verified as before")
    void anOldProof() throws IOException {
        FeeProof old = with(small(), null);
        assertThat(verified(old).exit()).isZero();
    }

    private static FeeProof with(FeeProof proof, FeeProof.@Nullable Extent extent) {
        return new FeeProof(
                proof.format(),
                proof.cmasNumber(),
                proof.quarter(),
                proof.receiptNumber(),
                proof.rates(),
                proof.certificates(),
                proof.orders(),
                proof.lines(),
                proof.totals(),
                extent,
                null);
    }

    private Verifier.Answer verified(FeeProof proof, String... more) throws IOException {
        return Verifier.verify(
                Files.writeString(
                        folder.resolve(UUID.randomUUID() + ".json"),
                        proof.sealed(JSON).document()),
                more);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"feeDue\":\"12.50\" | \"feeDue\":\"12.51\" | feeDue is",
                "\"rate\":\"0.0125\",\"source\" | \"rate\":\"0.0126\",\"source\" | what was posted is not its worth",
                "\"firstOrderDate\":\"2018-07-01\" | \"firstOrderDate\":\"2026-08-04\" | what was posted is not its worth",
                "\"validThrough\":\"2019-12-31\" | \"validThrough\":\"2019-12-30\" | what was posted is not its worth",
                "\"type\":\"SB\" | \"type\":\"DVBE\" | what was posted is not its worth",
                "\"subtotal\":\"1000.39\" | \"subtotal\":\"1000.40\" | what was posted is not its worth",
                "\"source\":\"assumed\" | \"source\":\"\" | a rate has no source",
                "\"total\":\"0.39\" | \"total\":\"0.40\" | a fee is not base times rate",
                "\"lineCount\":4 | \"lineCount\":5 | lineCount is not",
            })
    @DisplayName("a false figure fails although the digest was made anew")
    void aFalseFigureFails(String from, String to, String fault) throws IOException {
        String document = small().sealed(JSON).document();
        String body = document.substring("{\"proof\":".length(), document.length() - 77);
        assertThat(body).contains(from);
        String forged = body.replace(from, to);
        String sealed = "{\"proof\":" + forged + ",\"sha256\":\""
                + org.apache.commons.codec.digest.DigestUtils.sha256Hex(forged) + "\"}";
        Verifier.Answer answer = Verifier.verify(Files.writeString(folder.resolve("forged.json"), sealed));
        assertThat(answer.text()).contains("NOT VERIFIED").contains(fault);
        assertThat(answer.exit()).isEqualTo(1);
    }
}
