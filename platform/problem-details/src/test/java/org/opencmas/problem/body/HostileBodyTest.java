package org.opencmas.problem.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.Fault;
import org.opencmas.problem.FaultList;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.Refusal;
import org.opencmas.problem.answer.Problem;
import org.opencmas.testkit.cost.Allocated;
import org.opencmas.testkit.cost.HangGuard;

@DisplayName("A body costs no more than its reading, whatever it holds")
@HangGuard
class HostileBodyTest {
    private static final ObjectMapper SHARED = new ObjectMapper().registerModule(new Jdk8Module());
    private static final JsonBodyReader READER =
            new JsonBodyReader(SHARED, Validation.buildDefaultValidatorFactory().getValidator(), Clock.systemUTC());
    /** Bytes made for a refusal; a tree of a hostile body's values would take a multiple of it. */
    private static final long FEW = 8L << 20;

    record Line(@NotBlank String lineId, @NotNull String unit, List<String> supports) {}

    record Body(
            @Size(max = 2_000) List<@NotNull @Valid Line> lines,
            @Schema(maxItems = 50) List<@NotBlank String> formerNames,
            List<Integer> numbers,
            Optional<List<Integer>> maybe,
            Map<String, Integer> counts,
            Object free) {}

    @ParameterizedTest(name = "{0} with {1} entries: {2}")
    @CsvSource(nullValues = "taken", textBlock = """
            lines,       2000,   taken
            lines,       2001,   must have at most 2000 entries
            lines,       90000,  must have at most 2000 entries
            formerNames, 50,     taken
            formerNames, 51,     must have at most 50 entries
            formerNames, 16000,  must have at most 50 entries
            numbers,     1000,   taken
            numbers,     1001,   must have at most 1000 entries
            maybe,       1001,   must have at most 1000 entries
            free,        1001,   must have at most 1000 entries
            """)
    void aListIsMeasuredWhileItIsRead(String field, int entries, String refused) {
        String entry = field.equals("lines") ? "{}" : field.equals("formerNames") ? "\" \"" : "1";
        String body = "{\"" + field + "\":[" + String.join(",", Collections.nCopies(entries, entry)) + "]}";
        if (refused == null) {
            assertThat(read(body)).isInstanceOf(Body.class);
        } else {
            assertThat(refusal(body).faults()).containsExactly(new Fault("/" + field, refused));
        }
    }

    @Test
    void everyListThatIsTooLongIsNamedAndNothingElse() {
        String many = "[" + "1,".repeat(1_000) + "1]";
        assertThat(refusal("{\"lines\":[{},{\"supports\":" + many + "}],\"unknown\":1,\"numbers\":" + many + "}")
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/lines/1/supports", "/numbers");
    }

    @Test
    void anObjectHasAsManyFieldsAsAListHasEntries() {
        var fields = new StringBuilder("\"a\":1");
        for (int i = 1; i <= JsonLimits.MAX_ENTRIES; i++) {
            fields.append(",\"a").append(i).append("\":1");
        }
        assertThat(refusal("{\"counts\":{" + fields + "}}").faults())
                .containsExactly(new Fault("/counts", "must have at most 1000 fields"));
        assertThat(refusal("{" + fields + "}").faults())
                .containsExactly(new Fault("", "must have at most 1000 fields"));
    }

    @Test
    void twoHundredThousandEmptyLinesAreRefusedForAFewBytesInAFewBytes() throws Exception {
        byte[] body = ("{\"lines\":[" + "{},".repeat(199_999) + "{}]}").getBytes(StandardCharsets.UTF_8);
        Refusal refusal = catchThrowableOfType(InvalidRequest.class, () -> read(body));
        assertThat(Allocated.by(() -> assertThatThrownBy(() -> read(body))) - body.length)
                .isLessThan(FEW);
        assertThat(refusal.faults()).containsExactly(new Fault("", "must have at most 100000 values"));
        assertThat(written(refusal).length()).isLessThan(1_000);
    }

    @Test
    void theFirstHundredFaultsAreToldAndTheOthersByTheirNumber() {
        Refusal refusal = refusal("{\"lines\":[" + "{\"lineId\":7},".repeat(499) + "{\"lineId\":7}]}");
        assertThat(refusal.faults())
                .hasSize(100)
                .allMatch(fault -> fault.detail().equals("must be a string"));
        // Of each line: its id is no text, and its unit is absent.
        assertThat(refusal.members()).containsEntry("furtherErrors", 900);
    }

    @Test
    void faultsWithoutEndAreNotCountedToTheEnd() {
        String unknown =
                "{\"numbr\":1,\"colour\":2,\"size\":3,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1},";
        Refusal refusal = refusal("{\"lines\":[" + unknown.repeat(1_999) + "{}]}");
        assertThat(refusal.faults()).hasSize(FaultList.TOLD);
        assertThat(refusal.members()).containsEntry("furtherErrors", FaultList.COUNTED - FaultList.TOLD);
        assertThat(written(refusal).length()).isLessThan(40_000);
    }

    @Test
    void aListOfFaultsIsToldTheSameWay() {
        List<Fault> many = Collections.nCopies(16_000, new Fault("/formerNames/1", "must not be blank"));
        var refusal = new InvalidRequest(many);
        assertThat(refusal.faults()).hasSize(100);
        assertThat(refusal.members()).containsEntry("furtherErrors", 15_900);
        assertThat(new InvalidRequest(many.subList(0, 100)).members()).isEmpty();
    }

    @Test
    void whatWasSentIsNotRepeatedAtLength() {
        var refusal = new InvalidRequest(new Fault("/code", "must be short, not '" + "x".repeat(1 << 20) + "'"));
        assertThat(written(refusal).length()).isLessThan(2_000);
    }

    @Test
    void bytesThatAreNoTextAreNoJson() {
        byte[] bytes = {0, 0, 0, 0x20, (byte) 0xFE, (byte) 0xFF, 0, 1, (byte) 0xFB};
        assertThat(catchThrowableOfType(MalformedJson.class, () -> read(bytes)).detail())
                .contains("the bytes are no text in UTF-8");
    }

    private static Refusal refusal(String body) {
        return catchThrowableOfType(InvalidRequest.class, () -> read(body));
    }

    private static Object read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object read(byte[] body) {
        try {
            return READER.readFrom(
                    (Class) Body.class,
                    Body.class,
                    new Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE,
                    new MultivaluedHashMap<>(),
                    new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(Refusal refusal) {
        try {
            return SHARED.writeValueAsString(Problem.of(refusal));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
