package org.opencmas.console.frame.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.fault.ServiceProblem.Fault;

class RefusalsTest {
    private static final Map<String, String> CALLED =
            Map.of("/offersDueAt", "dueOn", "cmasNumber", "cmas", "/services", "services", "/added/0", "added.2.");

    @DisplayName("A fault stands beside the field that it names, by the field's name")
    @ParameterizedTest(name = "{0} is the field {1}")
    @CsvSource({
        "/reference, reference",
        "/lines/0/quantity, lines.0.quantity",
        "/mayOverride/3, mayOverride",
        "/offersDueAt, dueOn",
        "cmasNumber, cmas",
        "quarter, quarter",
        "/added/0/total, added.2.total",
        // Not sent while it is not ticked.
        "/services, services",
    })
    void besideItsField(String pointer, String field) {
        var inputs = refused(new Fault(pointer, "is wrong"));

        assertThat(inputs.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).isEqualTo("is wrong");
        });
        assertThat(inputs.status()).isEqualTo(400);
    }

    @DisplayName("What belongs to no field of the page stands at its top, and says what it is about")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/certificationVerification/searchedOn, Certification verification searched on",
        "/lines/0/manufacturer, Lines 1 manufacturer",
        "/added/0/reseller, Added 1 reseller",
        "/lines/7/quantity, Lines 8 quantity",
        "'', ''",
        // Sent along, and shown nobody.
        "cursor, Cursor",
        "/key, Key",
    })
    void atTheTop(String pointer, String label) {
        var inputs = refused(new Fault(pointer, "is wrong"));

        assertThat(inputs.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEmpty();
            assertThat(error.label()).isEqualTo(label);
            assertThat(error.message()).isEqualTo("is wrong");
        });
        assertThat(inputs.isFine()).isFalse();
    }

    @Test
    @DisplayName("Every fault is told, what is about no field first; of one field the first")
    void everyFault() {
        var inputs = refused(
                new Fault("/reference", "is wrong"),
                new Fault("/unknown", "is one"),
                new Fault("/reference", "is wrong again"),
                new Fault("/other", "is another"));

        assertThat(inputs.errors())
                .extracting(Inputs.Error::message)
                .containsExactly("is one", "is another", "is wrong");
    }

    @Test
    @DisplayName("A refusal that names nothing is told as it is")
    void asItIs() {
        var inputs = form();
        Refusals.intoFields(inputs, new ServiceProblem(409, "Conflict", "The number is taken.", List.of()));

        assertThat(inputs.errors()).containsExactly(new Inputs.Error("", "", "The number is taken."));
    }

    @DisplayName("What is about the page is no fault of what was typed")
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void ofThePage(int status) {
        var inputs = form();
        var problem = new ServiceProblem(status, "Refused", "No.", List.of(new Fault("/reference", "is wrong")));

        assertThatThrownBy(() -> Refusals.intoFields(inputs, problem)).isSameAs(problem);
        assertThat(inputs.isFine()).isTrue();
    }

    private static Inputs refused(Fault... faults) {
        var inputs = form();
        Refusals.intoFields(inputs, new ServiceProblem(422, "Refused", "Mend it.", List.of(faults)), CALLED);
        return inputs;
    }

    private static Inputs form() {
        Map<String, List<String>> fields = new HashMap<>();
        for (String field : List.of(
                "reference", "lines.0.quantity", "mayOverride", "dueOn", "quarter", "added.2.total", "cursor", "key")) {
            fields.put(field, List.of("typed"));
        }
        return Inputs.of(fields);
    }
}
