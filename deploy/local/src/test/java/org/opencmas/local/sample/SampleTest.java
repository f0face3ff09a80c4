package org.opencmas.local.sample;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.local.sample.Sample.Agreement;
import org.opencmas.local.sample.Sample.RealOrder;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

@DisplayName("The sample data hold together, so that what the demo shows is no accident")
class SampleTest {
    private static final Map<String, Agreement> AGREEMENTS =
            Sample.agreements().stream().collect(toMap(Agreement::number, Function.identity()));

    @Test
    void thereIsEnoughOfEverything() {
        assertThat(AGREEMENTS).hasSizeGreaterThanOrEqualTo(20);
        assertThat(AGREEMENTS.values().stream().mapToInt(Agreement::lines).sum())
                .isGreaterThanOrEqualTo(3_000);
        assertThat(Sample.agencies()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Sample.realOrders()).hasSize(14);
    }

    @Test
    @DisplayName("GEN-AGENCY-TYPE: there is an agency of every type, and a decision where the type alone does not tell")
    void agenciesOfEveryType() {
        assertThat(Sample.agencies().stream()
                        .map(agency -> AgencyType.valueOf(agency.path("type").asText())))
                .containsAll(Arrays.asList(AgencyType.values()));
        assertThat(Sample.agencies())
                .allSatisfy(agency -> assertThat(agency.has("analystDecision"))
                        .isEqualTo(
                                AgencyType.valueOf(agency.path("type").asText()).needsAnalystDecision()));
    }

    @Test
    void everyAgreementHasAContractorAPriceListAndATerm() {
        Set<String> contractors = Sample.contractors().stream()
                .map(contractor -> contractor.path("contractorId").asText())
                .collect(toSet());
        assertThat(AGREEMENTS.values()).allSatisfy(agreement -> {
            assertThat(CmasNumber.parse(agreement.number()).canonical()).isEqualTo(agreement.number());
            assertThat(contractors)
                    .contains(agreement.body().path("contractorId").asText());
            assertThat(agreement.lines()).isPositive();
            assertThat(date(agreement.body(), "termStart")).isBefore(date(agreement.body(), "termEnd"));
            assertThat(agreement.body().path("baseContract").path("number").asText())
                    .isNotEmpty();
        });
    }

    @Test
    void noItemStandsTwiceOnAPriceList() {
        assertThat(AGREEMENTS.values()).allSatisfy(agreement -> {
            List<String> ids = agreement
                    .priceList()
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2)[0])
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().hasSize(agreement.lines());
        });
    }

    @Test
    @DisplayName("Each real order lies in the term of its agreement and orders what is on its price list")
    void ordersFitTheirAgreements() {
        assertThat(Sample.realOrders())
                .allSatisfy(order -> order.body().path("lines").forEach(line -> {
                    Agreement agreement = AGREEMENTS.get(
                            CmasNumber.parse(line.path("cmasNumber").asText()).canonical());
                    assertThat(agreement).as(order.id()).isNotNull();
                    assertThat(agreement.priceList())
                            .contains("\n" + line.path("itemId").asText() + ",");
                    assertThat(date(order.body(), "orderDate"))
                            .isBetween(date(agreement.body(), "termStart"), date(agreement.body(), "termEnd"))
                            .isAfterOrEqualTo(agreement.effectiveFrom());
                    assertThat(agreement.body().path("contractorId"))
                            .isEqualTo(order.body().path("contractorId"));
                }));
    }

    @Test
    @DisplayName("FEE-INCENTIVE-RATE: the expected fee is the rate of the order's day on the lines, rounded half up")
    void theExpectedFeeIsTheRateOfTheDay() {
        assertThat(Sample.realOrders()).allSatisfy(order -> {
            Usd base = Usd.sum(lines(order).map(SampleTest::amount).toList());
            assertThat(base).hasToString(order.row().getField("subtotal_excluding_tax"));
            BigDecimal rate = rateOn(date(order.body(), "orderDate"));
            assertThat(new BigDecimal(order.row().getField("expected_rate"))).isEqualByComparingTo(rate);
            assertThat(base.times(rate).roundedHalfUp()).hasToString(order.row().getField("expected_fee"));
        });
    }

    @Test
    void whatIsMadeUpNamesColumnsOfTheRowAndEveryOrderNamesItsSource() {
        assertThat(Sample.realOrders()).allSatisfy(order -> {
            assertThat(order.row().getHeader())
                    .contains(order.row().getField("made_up").split(";"));
            assertThat(order.row().getField("source_url")).startsWith("https://");
        });
    }

    @Test
    @DisplayName("Each ordering agency and its seller has a client of the realm with its own id in the token")
    void everyPersonaHasAClientOfTheRealm() throws Exception {
        JsonNode personas = new ObjectMapper()
                .readTree(SampleTest.class.getResourceAsStream("/sample/personas.json"))
                .path("personas");
        Map<String, JsonNode> byClient = StreamSupport.stream(personas.spliterator(), false)
                .collect(toMap(persona -> persona.path("clientId").asText(), Function.identity()));
        Set<String> sellers = byClient.values().stream()
                .map(persona -> persona.path("contractorId").asText())
                .collect(toSet());

        assertThat(Sample.realOrders()).allSatisfy(order -> {
            assertThat(byClient.get(order.clientId()).path("agencyId").asText())
                    .isEqualTo(order.row().getField("agency_id"));
            assertThat(sellers).contains(order.body().path("contractorId").asText());
        });
    }

    private static Stream<JsonNode> lines(RealOrder order) {
        return StreamSupport.stream(order.body().path("lines").spliterator(), false);
    }

    private static Usd amount(JsonNode line) {
        return Usd.of(line.path("unitPrice").asText())
                .times(new BigDecimal(line.path("quantity").asText()))
                .cents(RoundingMode.HALF_UP);
    }

    private static BigDecimal rateOn(LocalDate day) {
        if (day.isBefore(LocalDate.of(2010, 1, 1))) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(day.isBefore(LocalDate.of(2018, 7, 1)) ? "0.01" : "0.0125");
    }

    private static LocalDate date(JsonNode body, String field) {
        return LocalDate.parse(body.path(field).asText());
    }
}
