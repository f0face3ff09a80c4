package org.opencmas.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.console.client.department.Journal.Entry;
import org.opencmas.console.frame.Reader;
import org.opencmas.terms.Roles;

@DisplayName("The journal's page calls what an entry is about by its name, and leads to its page")
class SubjectTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Reader AUDITOR = reader(Roles.AUDITOR);
    private static final Reader REVIEWER = reader(Roles.COMPLIANCE_REVIEWER);
    private static final Map<String, String> NAMES = Map.of(
            "0190a000-0000-7000-8000-00000000c008", "FieldTurf USA, Inc.",
            "0190a000-0000-7000-8000-000000000001", "PO-9",
            "01930000-0000-7000-8000-0000000000a1", "City of Example");

    /** What the console has no page of. */
    private static final Set<String> WITHOUT_PAGE = Set.of("lpa", "file-list");

    static Stream<Path> examples() {
        return Stream.of("contract-registry-service", "order-service", "compliance-service", "fee-reporting-service")
                .flatMap(service -> {
                    Path events = Path.of("..", service, "src/main/resources/events");
                    try (Stream<Path> files = Files.list(events)) {
                        return files
                                .filter(file -> file.getFileName().toString().contains(".example-"))
                                .sorted()
                                .toList()
                                .stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @DisplayName("Every event of every service has a subject in words, and a page where the console has one")
    @ParameterizedTest
    @MethodSource("examples")
    void everyEvent(Path example) throws IOException {
        String type = example.getFileName().toString().replaceFirst("\\.example-.*", "");

        Subject subject = Subject.of(entry(type, Files.readString(example)), NAMES, AUDITOR);

        assertThat(subject.words()).isNotBlank().doesNotContain("{", "null").doesNotMatch(".* of ?$|.*[0-9a-f]{12}.*");
        assertThat(subject.page().isEmpty()).isEqualTo(WITHOUT_PAGE.contains(type.replaceFirst("\\..*", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order.amended.v1 | {"orderId": "o1", "agencyOrderNumber": "PO-7", "amendmentNumber": 2} | Order PO-7, amendment 2 | /orders/o1
            order.evaluated.v1 | {"orderId": "0190a000-0000-7000-8000-000000000001"} | Order PO-9 | /orders/0190a000-0000-7000-8000-000000000001
            order.evaluated.v1 | {"orderId": "o2"} | An order | /orders/o2
            invoice.disputed.v1 | {"orderId": "o1", "agencyOrderNumber": "PO-7", "invoiceNumber": "INV-1"} | Invoice INV-1, order PO-7 | /orders/o1
            fee.declared.v1 | {"declaredOrderId": "d", "purchaseOrderNumber": "P 3", "agencyName": "Galt", "cmasNumber": "4-06-78-0031A", "belongsToQuarter": "2022-Q1"} | Order P 3 of Galt, as its contractor reported it | /reports/4-06-78-0031A/2022-Q1
            report.filed.v1 | {"cmasNumber": "4-06-78-0031A", "quarter": "2022-Q1"} | Report of 4-06-78-0031A, 2022 Q1 (Jan-Mar) | /reports/4-06-78-0031A/2022-Q1
            review.closed.v1 | {"reviewId": "r", "contractorId": "0190a000-0000-7000-8000-00000000c008"} | Review of FieldTurf USA, Inc. | /reviews/r
            agency-policy-change.recorded.v1 | {"agencyId": "01930000-0000-7000-8000-0000000000a1", "effectiveOn": "2026-03-02"} | Policy of City of Example from March 2, 2026 | /agencies/01930000-0000-7000-8000-0000000000a1/policy
            fee-rate.activated.v1 | {"rate": "0.0125", "firstOrderDate": "2018-07-01"} | Fee rate 1.25% from July 1, 2018 | /figures
            of.tomorrow.v1 | {"anything": 1} | '' | ''
            """)
    void called(String type, String data, String words, String page) throws IOException {
        assertThat(Subject.of(entry(type, data), NAMES, AUDITOR)).isEqualTo(new Subject(words, page));
    }

    @Test
    @DisplayName("A page that its reader may not open is not linked to")
    void noLinkToAClosedPage() throws IOException {
        Entry received = entry("remittance.received.v1", "{\"remittanceId\": \"r\", \"reference\": \"CHK-1\"}");

        assertThat(Subject.of(received, NAMES, AUDITOR).page()).isEqualTo("/remittances/r");
        assertThat(Subject.of(received, NAMES, REVIEWER)).isEqualTo(new Subject("Payment CHK-1", ""));
    }

    @Test
    @DisplayName("Names are asked for only where an entry does not say them itself")
    void asksForFew() throws IOException {
        Entry issued =
                entry("order.issued.v1", "{\"orderId\": \"o\", \"agencyOrderNumber\": \"PO-7\", \"agencyId\": \"a\"}");
        Entry posted = entry("fee.posted.v1", "{\"orderId\": \"o\", \"contractorId\": \"c\"}");
        Entry closed = entry("review.closed.v1", "{\"reviewId\": \"r\", \"contractorId\": \"c\"}");

        assertThat(List.of(
                        Subject.namedBy(issued).toList(),
                        Subject.numberedBy(issued).toList()))
                .containsOnly(List.of());
        assertThat(Subject.numberedBy(posted)).containsExactly("o");
        assertThat(Subject.namedBy(posted)).isEmpty();
        assertThat(Subject.namedBy(closed)).containsExactly("c");
    }

    private static Entry entry(String type, String data) throws IOException {
        return new Entry(
                1,
                "hash",
                UUID.fromString("0190a000-0000-7000-8000-000000000001"),
                type,
                "subject",
                Instant.EPOCH,
                "actor",
                null,
                null,
                JSON.readTree(data));
    }

    private static Reader reader(String role) {
        return new Reader("id", "login", "Name", Set.of(role), "", "");
    }
}
