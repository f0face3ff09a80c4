package org.opencmas.registry.contractor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.body.FieldReader;

@DisplayName("What was looked up about a contractor is good on its days and was not looked up tomorrow")
class QualificationsCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static ContractorLicence licence(ContractorLicence.Status status, String issuedOn, String expiresOn) {
        return new ContractorLicence(
                "1010123", List.of("A", "C-61"), status, day(issuedOn), day(expiresOn), "licence board", TODAY);
    }

    private static SellersPermit permit(SellersPermit.Status status, String from, String closed) {
        return new SellersPermit("102-345678", status, day(from), day(closed), "tax administration", TODAY);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @ParameterizedTest(name = "{0}, {1} through {2}: good on {3}: {4}")
    @CsvSource({
        "ACTIVE, 2026-01-01, 2026-12-31, 2025-12-31, false",
        "ACTIVE, 2026-01-01, 2026-12-31, 2026-01-01, true",
        "ACTIVE, 2026-01-01, 2026-12-31, 2026-12-31, true",
        "ACTIVE, 2026-01-01, 2026-12-31, 2027-01-01, false",
        "ACTIVE, , , 1990-01-01, true",
        "INACTIVE, 2026-01-01, 2026-12-31, 2026-06-01, false",
        "SUSPENDED, 2026-01-01, 2026-12-31, 2026-06-01, false",
        "EXPIRED, 2026-01-01, 2026-12-31, 2026-06-01, false",
        "REVOKED, 2026-01-01, 2026-12-31, 2026-06-01, false"
    })
    @DisplayName("CON-LICENCE-ON-CMAS: a licence is good when active, from its first through its last day")
    void aLicenceIsGoodOnItsDays(
            ContractorLicence.Status status, String issuedOn, String expiresOn, LocalDate day, boolean good) {
        assertThat(licence(status, issuedOn, expiresOn).isGoodOn(day)).isEqualTo(good);
    }

    @ParameterizedTest(name = "{0}, from {1}, closed on {2}: valid on {3}: {4}")
    @CsvSource({
        "VALID, 2026-01-01, , 2025-12-31, false",
        "VALID, 2026-01-01, , 2026-01-01, true",
        "VALID, 2026-01-01, 2026-07-01, 2026-06-30, true",
        "VALID, 2026-01-01, 2026-07-01, 2026-07-01, false",
        "VALID, , , 2199-01-01, true",
        "NOT_VALID, 2026-01-01, , 2026-06-30, false"
    })
    @DisplayName("CON-SELLERS-PERMIT: a permit is valid from its first day until the day it is closed")
    void aPermitIsValidOnItsDays(
            SellersPermit.Status status, String from, String closed, LocalDate day, boolean valid) {
        assertThat(permit(status, from, closed).isGoodOn(day)).isEqualTo(valid);
    }

    @ParameterizedTest(name = "looked up on {0}: taken: {1}")
    @CsvSource({"2026-11-02, true", "2026-11-03, false"})
    @DisplayName("nothing was looked up later than today")
    void nothingWasLookedUpTomorrow(LocalDate checkedOn, boolean taken) {
        var qualifications = new Qualifications(
                List.of(new ContractorLicence(
                        "1", List.of("B"), ContractorLicence.Status.ACTIVE, null, null, "s", checkedOn)),
                new SellersPermit("2", SellersPermit.Status.VALID, null, null, "s", checkedOn),
                List.of(new ManufacturerAuthorization("M", null, TODAY, null, "s", checkedOn)),
                List.of());
        var fields = new FieldReader();
        QualificationsCheck.check(
                fields,
                TODAY,
                qualifications.licences(),
                qualifications.sellersPermit(),
                qualifications.manufacturerAuthorizations(),
                qualifications.authorizedResellers());
        List<String> refused =
                List.of("/licences/0/checkedOn", "/sellersPermit/checkedOn", "/manufacturerAuthorizations/0/checkedOn");
        assertThat(fields.faults())
                .extracting(fault -> fault.pointer())
                .containsExactlyElementsOf(taken ? List.of() : refused);
    }
}
