package org.opencmas.order.purchaseorder.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.purchaseorder.document.ContractorAgreement;
import org.opencmas.order.purchaseorder.history.Rejection.FurtherField;
import org.opencmas.order.purchaseorder.history.Rejection.Reason;
import org.opencmas.problem.Fault;

@DisplayName("ORD-TERM-NEGOTIATED: a rejection is the contractor's consent to what it asks for, and to nothing else")
class RejectionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-04");

    private static Rejection on(@Nullable LocalDate day) {
        return new Rejection(
                Reason.PRICE,
                "/lines/0/unitPrice",
                "9.50",
                "cheaper",
                "C. Clerk",
                day,
                List.of(new FurtherField(Reason.LOCATION, "/orderToLocation", "Fresno")));
    }

    private static List<Fault> faults(String pointers) {
        return Stream.of(pointers.split(" "))
                .map(pointer -> new Fault(pointer, "more"))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/lines/0/unitPrice, true",
        "/lines/1/unitPrice, false",
        "/delivery/deliverBy, false",
        "/lines/0/unitPrice /delivery/deliverBy, false"
    })
    void onlyWhatWasAskedForIsAgreedTo(String increased, boolean isAgreedTo) {
        assertThat(on(DAY).agreementTo(faults(increased)))
                .isEqualTo(isAgreedTo ? new ContractorAgreement("C. Clerk", DAY, null) : null);
    }

    @Test
    void whereNothingIsMoreOrNoDayWasNotedThereIsNoAgreement() {
        assertThat(on(DAY).agreementTo(List.of())).isNull();
        assertThat(on(null).agreementTo(faults("/lines/0/unitPrice"))).isNull();
    }
}
