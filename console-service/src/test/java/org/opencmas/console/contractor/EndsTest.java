package org.opencmas.console.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.client.Registry.Certificate;
import org.opencmas.console.client.department.Contractors.ListedContractor;

class EndsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @DisplayName("A certificate is valid through its last day, and ends soon from 90 days before it")
    @ParameterizedTest
    @CsvSource({
        "2026-11-26, Ended",
        "2026-11-27, Ends soon",
        "2027-02-25, Ends soon",
        "2027-02-26, Valid",
    })
    void words(LocalDate through, String word) {
        assertThat(Ends.of(contractor(certificate("SB", through)), TODAY).certificates())
                .extracting(Ends.End::word)
                .containsExactly(word);
    }

    @Test
    @DisplayName("Of each kind the certificate counts that is valid longest, the next to end first")
    void longest() {
        var ends = Ends.of(
                contractor(
                        certificate("SB", LocalDate.of(2024, 1, 1)),
                        certificate("SB", LocalDate.of(2028, 1, 1)),
                        certificate("DVBE", LocalDate.of(2027, 1, 1))),
                TODAY);

        assertThat(ends.certificates())
                .extracting(end -> end.certificate().type() + " "
                        + end.certificate().validThrough().getYear())
                .containsExactly("DVBE 2027", "SB 2028");
    }

    private static ListedContractor contractor(Certificate... certificates) {
        return new ListedContractor(UUID.randomUUID(), "Turf, Inc.", List.of(), List.of(certificates));
    }

    private static Certificate certificate(String type, LocalDate through) {
        return new Certificate(type, "1", through.minusYears(2), through, "OSDS", through.minusYears(2));
    }
}
