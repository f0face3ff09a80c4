package org.opencmas.orderbody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.orderbody.delivery.NewDelivery;
import org.opencmas.orderbody.particulars.NewCoding;
import org.opencmas.orderbody.particulars.NewParticulars;
import org.opencmas.orderbody.procurement.NewProcurement;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.JsonBodyReader;
import org.opencmas.testkit.event.JsonSchemas;

@DisplayName("The reader, the schema and the examples of an order's body agree")
class OrderBodyExamplesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
    private static final OrderSender SENDER = new OrderSender(UUID.randomUUID(), "Ann Buyer", TODAY);
    private static final Path SCHEMA = Path.of("src/main/resources/org/opencmas/orderbody/order-body.schema.json")
            .toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    /** As a resource gets its body. */
    private static final class Bodies extends JsonBodyReader {
        Bodies() {
            super(JSON, VALIDATOR, Clock.fixed(Instant.parse(TODAY + "T20:00:00Z"), ZoneOffset.UTC));
        }
    }

    static Stream<OrderBodyExample> examples() {
        return OrderBodyExample.all(TODAY).stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theReaderTakesWhatIsGoodAndNamesEveryFaultOfWhatIsNot(OrderBodyExample example) throws IOException {
        List<String> faults = new ArrayList<>();
        JsonNode read = JSON.nullNode();
        try {
            read = JSON.valueToTree(OrderBody.read(bound(example), SENDER));
        } catch (InvalidRequest refused) {
            refused.faults().stream().map(Fault::pointer).forEach(faults::add);
        }
        assertThat(faults).containsExactlyInAnyOrderElementsOf(example.faults());
        for (var expected : example.reads().entrySet()) {
            assertThat(read.at(expected.getKey())).as(expected.getKey()).isEqualTo(expected.getValue());
        }
    }

    private static NewOrder bound(OrderBodyExample example) throws IOException {
        @SuppressWarnings("unchecked")
        Class<Object> type = (Class<Object>) (Class<?>) NewOrder.class;
        byte[] bytes = JSON.writeValueAsBytes(example.body());
        return (NewOrder) new Bodies()
                .readFrom(
                        type,
                        type,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSchemaTakesWhatIsWellFormed(OrderBodyExample example) throws IOException {
        String body = JSON.writeValueAsString(example.body());
        if (example.wellFormed()) {
            JsonSchemas.assertValid(SCHEMA, body);
        } else {
            JsonSchemas.assertInvalid(SCHEMA, body);
        }
    }

    @Test
    void theSchemaHasTheFieldsThatAreBound() throws IOException {
        JsonNode schema = JSON.readTree(SCHEMA.toFile());
        assertThat(names(schema)).isEqualTo(components(NewOrder.class));
        JsonNode parts = schema.path("$defs");
        assertThat(names(parts.path("line"))).isEqualTo(components(NewOrder.NewLine.class));
        assertThat(names(parts.path("subOrder"))).isEqualTo(components(NewOrder.NewSubOrder.class));
        assertThat(names(parts.path("attestation"))).isEqualTo(components(NewOrder.NewAttestation.class));
        assertThat(names(parts.path("certificationVerification")))
                .isEqualTo(components(NewOrder.NewVerification.class));
        assertThat(names(parts.path("delivery"))).isEqualTo(components(NewDelivery.class));
        assertThat(names(parts.path("procurement"))).isEqualTo(components(NewProcurement.class));
        assertThat(names(parts.path("requestForOffer"))).isEqualTo(components(NewProcurement.NewRequestForOffer.class));
        assertThat(names(parts.path("contractorAsked"))).isEqualTo(components(NewProcurement.NewContractorAsked.class));
        assertThat(names(parts.path("bestValueStep"))).isEqualTo(components(NewProcurement.NewBestValueStep.class));
        assertThat(names(parts.path("agreementCopy"))).isEqualTo(components(NewProcurement.NewAgreementCopy.class));
        assertThat(names(parts.path("extraApproval"))).isEqualTo(components(NewProcurement.NewExtraApproval.class));
        assertThat(names(parts.path("clauses"))).isEqualTo(components(NewProcurement.NewClauses.class));
        assertThat(names(parts.path("clausePlace"))).isEqualTo(components(NewProcurement.NewPlaced.class));
        assertThat(names(parts.path("coding"))).isEqualTo(components(NewCoding.class));
        assertThat(names(parts.path("manufacturerAuthorization")))
                .isEqualTo(components(NewCoding.NewAuthorization.class));
        assertThat(names(parts.path("particulars"))).isEqualTo(components(NewParticulars.class));
        assertThat(names(parts.path("services"))).isEqualTo(components(NewParticulars.NewServices.class));
        assertThat(names(parts.path("relation"))).isEqualTo(components(NewParticulars.NewRelation.class));
        assertThat(names(parts.path("substitute"))).isEqualTo(components(NewParticulars.NewSubstitute.class));
        assertThat(names(parts.path("designer"))).isEqualTo(components(NewParticulars.NewDesigner.class));
        assertThat(names(parts.path("publicWorks"))).isEqualTo(components(NewParticulars.NewPublicWorks.class));
        assertThat(names(parts.path("wages"))).isEqualTo(components(NewParticulars.NewWages.class));
        assertThat(names(parts.path("lawChecked"))).isEqualTo(components(NewParticulars.NewLawChecked.class));
        assertThat(names(parts.path("license"))).isEqualTo(components(NewParticulars.NewLicense.class));
        assertThat(names(parts.path("bond"))).isEqualTo(components(NewParticulars.NewBond.class));
        assertThat(names(parts.path("lease"))).isEqualTo(components(NewParticulars.NewLease.class));
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> components(Class<? extends Record> type) {
        Set<String> names = new TreeSet<>();
        for (var component : type.getRecordComponents()) {
            names.add(component.getName());
        }
        return names;
    }
}
