package org.opencmas.console.frame.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
    @Test
    @DisplayName("A field takes its length and no more, and keeps what was typed")
    void lengths() {
        var inputs = typed("words", " " + "a".repeat(200) + " ");
        assertThat(inputs.text("words")).hasSize(200);
        assertThat(inputs.status()).isEqualTo(200);

        var longer = typed("words", "a".repeat(201));
        assertThat(longer.text("words")).isEmpty();
        assertThat(longer.status()).isEqualTo(400);
        assertThat(longer.error("words")).contains("200 characters at most");
        assertThat(longer.value("words")).hasSize(201);
    }

    @DisplayName("What is no day of the programme is a fault, told with an example")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30",
                "2026-13-01",
                "11/27/2026",
                "1989-12-31",
                "2201-01-01",
                "+999999999-01-01",
                "<script>"
            })
    void brokenDays(String text) {
        var inputs = typed("asOf", text);
        assertThat(inputs.day("asOf")).isEmpty();
        assertThat(inputs.errors()).singleElement().satisfies(error -> {
            assertThat(error.label()).isEqualTo("As of");
            assertThat(error.message()).contains("2026-11-27").doesNotContain(text);
        });
    }

    @Test
    @DisplayName("A day is read, and an empty field is no day and no fault")
    void days() {
        assertThat(typed("asOf", "1990-01-01").day("asOf")).hasValue(LocalDate.of(1990, 1, 1));
        var empty = typed("asOf", " ");
        assertThat(empty.day("asOf")).isEmpty();
        assertThat(empty.isFine()).isTrue();
    }

    @Test
    @DisplayName("A sign that cannot be printed is a fault")
    void controls() {
        var inputs = typed("words", "a\u0000b");
        assertThat(inputs.text("words")).isEmpty();
        assertThat(inputs.isFine()).isFalse();
    }

    @Test
    @DisplayName("A reason of many lines keeps its lines; other signs that cannot be printed are a fault, also there")
    void paragraphs() {
        assertThat(typed("reason", " one\r\n\r\ntwo\tthree\n").paragraphs("reason", 20))
                .isEqualTo("one\n\ntwo\tthree");
        assertThat(typed("reason", "one\r\ntwo").paragraphs("reason", 7)).isEqualTo("one\ntwo");
        var tooLong = typed("reason", "one\r\ntwo");
        assertThat(tooLong.paragraphs("reason", 6)).isEmpty();
        assertThat(tooLong.error("reason")).contains("6 characters at most, and has 7");
        var broken = typed("reason", "one\u0007");
        assertThat(broken.paragraphs("reason", 20)).isEmpty();
        assertThat(broken.isFine()).isFalse();
        assertThat(typed("words", "one\ntwo").text("words")).isEmpty();
    }

    private static Inputs typed(String field, String value) {
        return Inputs.of(Map.of(field, List.of(value)));
    }

    @Test
    @DisplayName("A field within a part of the form is called by its own name, not by its part's")
    void nameWithinAPart() {
        var inputs = Inputs.of(Map.of());
        inputs.wrong("invoice.total", "is 1050.00, but lines, tax and freight come to 1040.00.");

        assertThat(inputs.errors()).extracting(Inputs.Error::label).containsExactly("Total");
    }

    @Test
    @DisplayName(
            "A form that is shown again is about the version that it began with, not about that of now: else it would be stored over what another person changed")
    void theVersionThatAFormBeganWith() {
        var again = Inputs.of(Map.of("etag", List.of("\"3\"")));
        assertThat(again.began("etag", "\"4\"")).isEqualTo("\"3\"");
        assertThat(Inputs.of(Map.of()).began("etag", "\"4\"")).isEqualTo("\"4\"");
        assertThat(again.began("etag", "\"4\"", true))
                .as("the page tells what changed")
                .isEqualTo("\"4\"");
        assertThat(again.began("etag", "\"4\"", false)).isEqualTo("\"3\"");
        again.goOnWith("etag", "\"5\"");
        assertThat(again.began("etag", "\"6\"")).as("made by the form itself").isEqualTo("\"5\"");
    }

    @Test
    @DisplayName("Versions and keys are sent along unseen: nobody typed them")
    void unseen() {
        assertThat(List.of("etag", "key", "known", "do", "cursor", "etag.0190a000", "known.0190a000"))
                .allMatch(Inputs::isUnseen);
        assertThat(List.of("reason", "knownFrom", "dispute.reason", "keys")).noneMatch(Inputs::isUnseen);
    }
}
