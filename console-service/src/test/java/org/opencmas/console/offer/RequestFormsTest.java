package org.opencmas.console.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.client.PricedAgreements.Holder;
import org.opencmas.console.client.Registry.Certificate;
import org.opencmas.console.client.Registry.Contractor;
import org.opencmas.console.client.Requests;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;

class RequestFormsTest {
    private static final UUID VECTOR = UUID.fromString("0190a000-0000-7000-8000-00000000c012");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    /** Vector holds two agreements; its SB certificate ended yesterday, its DVBE certificate is of today. */
    private static final RequestForms.Holders HOLDERS = new RequestForms.Holders() {
        @Override
        public Optional<Holder> holder(Inputs inputs, String field, String number) {
            if (number.equals("none")) {
                inputs.wrong(field, "is no CMAS that the registry knows.");
                return Optional.empty();
            }
            return Optional.of(new Holder(number, VECTOR, "Vector Resources, Inc."));
        }

        @Override
        public Contractor contractor(UUID contractorId) {
            return new Contractor(
                    "Vector Resources, Inc.",
                    List.of(),
                    List.of(),
                    List.of(
                            new Certificate("SB", "1", TODAY.minusYears(1), TODAY.minusDays(1), "OSDS", TODAY),
                            new Certificate("DVBE", "2", TODAY, TODAY, "OSDS", TODAY)));
        }
    };

    @Test
    @DisplayName(
            "A contractor is asked once with all its agreements, and with the certificates that are valid on the day")
    void asksEachOnce() {
        var inputs = Inputs.of(Map.of(
                "asked.0.cmasNumber", List.of("3-20-70-2247G"),
                "asked.0.channel", List.of("MAIL"),
                "asked.1.cmasNumber", List.of(""),
                "asked.2.cmasNumber", List.of("3-20-70-2247H"),
                "asked.2.recipient", List.of("sales@vector.example")));

        Requests.NewSending sending = RequestForms.sending(inputs, HOLDERS, TODAY);

        assertThat(inputs.errors()).isEmpty();
        assertThat(sending.contractors()).singleElement().satisfies(asked -> {
            assertThat(asked.cmasNumbers()).containsExactly("3-20-70-2247G", "3-20-70-2247H");
            assertThat(asked.certifications()).containsExactly("DVBE");
            assertThat(asked.channel()).isEqualTo("MAIL");
            assertThat(asked.askedOn()).isEqualTo(TODAY);
        });
    }

    @Test
    @DisplayName("A number that nobody knows, a recipient without a number and an empty form are told at their fields")
    void tellsWhoCannotBeAsked() {
        var unknown = Inputs.of(Map.of(
                "asked.0.cmasNumber", List.of("none"),
                "asked.1.cmasNumber", List.of(""),
                "asked.1.recipient", List.of("somebody")));
        RequestForms.sending(unknown, HOLDERS, TODAY);
        assertThat(unknown.errors())
                .extracting(Inputs.Error::field)
                .contains("asked.0.cmasNumber", "asked.1.cmasNumber");

        var empty = Inputs.of(Map.of());
        RequestForms.sending(empty, HOLDERS, TODAY);
        assertThat(empty.error("asked.0.cmasNumber")).contains("at least one agreement");
    }

    @Test
    @DisplayName("A determination names an offer, a criterion, a reason and a day; an empty one is told all of them")
    void determinations() {
        var empty = Inputs.of(Map.of());
        assertThat(RequestForms.determination(empty)).isEmpty();
        assertThat(empty.errors())
                .extracting(Inputs.Error::field)
                .containsExactlyInAnyOrder("offerId", "PRICE", "determinationReason", "determinedOn");

        var whole = Inputs.of(Map.of(
                "offerId", List.of(VECTOR.toString()),
                "sample", List.of("PRICE", "WARRANTY"),
                "ownCriterion", List.of("Speaks Spanish"),
                "determinationReason", List.of("One\r\ntwo"),
                "determinedOn", List.of("2026-11-28")));
        assertThat(RequestForms.determination(whole)).hasValueSatisfying(found -> {
            assertThat(found.criteria())
                    .containsExactly(
                            new Requests.Criterion("PRICE", null),
                            new Requests.Criterion("WARRANTY", null),
                            new Requests.Criterion(null, "Speaks Spanish"));
            assertThat(found.reason()).isEqualTo("One\ntwo");
        });
    }

    @Test
    @DisplayName("An offer's empty rows are no lines; a line that lacks something is told at its field")
    void offers() {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("contractorId", List.of(VECTOR.toString()));
        fields.put("receivedOn", List.of("2026-11-05"));
        fields.put("receivedAt", List.of("10:30"));
        for (int row = 0; row < 3; row++) {
            for (String field : List.of("cmasNumber", "itemId", "description", "unit", "quantity", "unitPrice")) {
                fields.put("lines." + row + "." + field, List.of(""));
            }
            fields.put("lines." + row + ".kind", List.of("GOODS"));
        }
        var declined = Inputs.of(fields);
        assertThat(OfferForm.read(declined)).hasValueSatisfying(offer -> {
            assertThat(offer.lines()).isEmpty();
            assertThat(offer.receivedAt()).isEqualTo(Instant.parse("2026-11-05T18:30:00Z"));
        });

        fields.put("lines.1.quantity", List.of("4,5"));
        var faulty = Inputs.of(fields);
        assertThat(OfferForm.read(faulty)).isEmpty();
        assertThat(faulty.errors())
                .extracting(Inputs.Error::field)
                .containsExactlyInAnyOrder(
                        "lines.1.cmasNumber",
                        "lines.1.description",
                        "lines.1.unit",
                        "lines.1.quantity",
                        "lines.1.unitPrice");
    }

    @Test
    @DisplayName("A moment is a day and a time in California, both or neither")
    void moments() {
        assertThat(PacificMoments.of(Inputs.of(Map.of()), "on", "at")).isEmpty();
        var summer = Inputs.of(Map.of("on", List.of("2026-07-01"), "at", List.of("12:00")));
        assertThat(PacificMoments.of(summer, "on", "at")).hasValue(Instant.parse("2026-07-01T19:00:00Z"));
        var noDay = Inputs.of(Map.of("at", List.of("12:00")));
        assertThat(PacificMoments.of(noDay, "on", "at")).isEmpty();
        assertThat(noDay.error("on")).isNotEmpty();
        var noTime = Inputs.of(Map.of("on", List.of("2026-07-01"), "at", List.of("noon")));
        assertThat(PacificMoments.of(noTime, "on", "at")).isEmpty();
        assertThat(noTime.error("at")).contains("14:30");
    }

    @DisplayName(
            "A moment that is edited keeps its seconds; one whose day and time were left alone stays as it was, in the hour that comes twice too")
    @ParameterizedTest(name = "{0}, shown as {1} {2}")
    @CsvSource({
        "2026-11-13T07:59:59Z, 2026-11-12, 23:59:59, 2026-11-13T07:59:59Z",
        "2026-11-13T22:30:00Z, 2026-11-13, 14:30, 2026-11-13T22:30:00Z",
        "2026-11-13T07:59:59.999Z, 2026-11-12, 23:59:59, 2026-11-13T07:59:59Z",
        // 1:30 comes twice on the last day of summer time: as typed anew it is the first of them.
        "2026-11-01T09:30:00Z, 2026-11-01, 01:30, 2026-11-01T08:30:00Z",
    })
    void editedMoments(Instant stored, String day, String time, Instant typedAnew) {
        assertThat(PacificMoments.day(stored)).isEqualTo(day);
        assertThat(PacificMoments.time(stored)).isEqualTo(time);
        Map<String, List<String>> fields =
                Map.of("on", List.of(day), "at", List.of(time), "before", List.of(stored.toString()));
        assertThat(PacificMoments.of(Inputs.of(fields), "on", "at", "before")).hasValue(stored);
        assertThat(PacificMoments.of(Inputs.of(fields), "on", "at")).hasValue(typedAnew);
        Map<String, List<String>> later = new HashMap<>(fields);
        later.put("at", List.of("23:00:01"));
        assertThat(PacificMoments.of(Inputs.of(later), "on", "at", "before"))
                .hasValueSatisfying(
                        moment -> assertThat(PacificMoments.time(moment)).isEqualTo("23:00:01"));
        later.put("before", List.of("<script>"));
        assertThat(PacificMoments.of(Inputs.of(later), "on", "at", "before")).isPresent();
    }

    @Test
    @DisplayName("A fault of the service stands at the row that was typed, however many empty rows lie before it")
    void faultsOfRows() {
        Map<String, List<String>> fields = new HashMap<>();
        for (int row = 0; row < 3; row++) {
            fields.put("lines." + row + ".description", List.of(row == 1 ? "" : "Network Engineer"));
            fields.put("lines." + row + ".quantity", List.of(""));
        }
        var inputs = Inputs.of(fields);
        Refusals.intoFields(
                inputs,
                new ServiceProblem(
                        400,
                        "Bad request",
                        "Mend it.",
                        List.of(
                                new ServiceProblem.Fault("/lines/1/quantity", "must be more than 0"),
                                new ServiceProblem.Fault("/receivedAt", "must not be in the future"))),
                OfferForm.called(inputs));
        assertThat(inputs.error("lines.2.quantity")).isEqualTo("must be more than 0");
        assertThat(inputs.error("receivedOn")).isEqualTo("must not be in the future");
    }

    @Test
    @DisplayName("A reason that is refused stands in the form that was sent")
    void faultsOfReasons() {
        for (String field : List.of("cancelReason", "determinationReason")) {
            var inputs = Inputs.of(Map.of(field, List.of("x")));
            assertThat(RequestForms.called(inputs)).containsEntry("/reason", field);
        }
    }
}
