package org.opencmas.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A document that a generated client cannot be made from, or not be understood in, is refused")
class OpenApiLintTest {
    private static final String CLEAN = """
            openapi: 3.1.0
            info: {title: Notes, version: "1", description: Notes., contact: {name: Nobody}}
            servers: [{url: /}]
            tags: [{name: Notes}]
            components:
              schemas:
                Note:
                  type: object
                  required: [text]
                  properties:
                    text: {type: string, description: What it says, pattern: "^[a-z]+$"}
            paths:
              /notes/{id}:
                get:
                  operationId: getNote
                  summary: One note
                  description: Public.
                  tags: [Notes]
                  parameters:
                  - {name: id, in: path, required: true, description: Which, schema: {type: string}, example: a}
                  responses:
                    "200":
                      description: It
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Note"}
                          example: {text: abc}
            """;

    @Test
    void aCleanDocumentHasNoFindings() throws IOException {
        assertThat(findings(CLEAN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contact: {name: Nobody} => contact: {} => /info/contact/name is missing",
                "description: Notes., => summary: Notes, => /info/description is missing",
                "[{url: /}] => [] => /servers/0/url is missing",
                "getNote => get-note => has no operationId of letters only",
                "getNote => readNote => reads, and readNote does not say so",
                "description: Public. => deprecated: false => has no description",
                "[{name: Notes}] => [{name: Others}] => has an undefined tag",
                "/notes/{id}: => /notes/{id}/: => ends with a slash",
                "/notes/{id}: => /notes/{key}: => declares [id] for the variables [key]",
                "description: Which, => deprecated: false, => does not describe id",
                "description: What it says, => title: It, => Note.text is not described",
                "\"^[a-z]+$\" => '\\p{Cntrl}' => which ECMAScript does not know",
                "\"200\" => \"302\" => has no answer for success",
                "{text: abc} => {text: 7} => breaks its schema",
                "{text: abc} => {} => breaks its schema",
                "schemas/Note\" => schemas/Nota\" => #/components/schemas/Nota is not there",
                "Note: => Item: => Item says nothing in a generated client",
                "Note: => Note1: => is one of two schemas of the same name",
                "\"200\": => \"412\": {description: x, content: {a/b: {schema: {}}}}\n        \"200\": => declares 412 without If-Match",
            })
    void tells(String change) throws IOException {
        List<String> parts = List.of(change.split(" => "));
        assertThat(CLEAN).contains(parts.get(0));
        assertThat(findings(CLEAN.replace(parts.get(0), parts.get(1))))
                .anyMatch(finding -> finding.contains(parts.get(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\p{Cntrl}", "a++", "(?i)a", "\\Qa\\E", "\\A.", "[a&&b]", "(?>a)", "\\h", "\\p{IsLatin}"})
    void aPatternThatEcmaScriptCannotCompileIsTold(String pattern) {
        assertThat(EcmaPattern.fault(pattern)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\S",
                "^(?:[^\\u0000-\\u001f\\u007f]*)$",
                "^(?:(?!0+(\\.0+)?$)[0-9]{1,16})$",
                "\\p{L}+",
                "a+?",
                "\\+\\+"
            })
    void aPatternThatBothReadAlikeIsTaken(String pattern) {
        assertThat(EcmaPattern.fault(pattern)).isEmpty();
    }

    private static List<String> findings(String document) throws IOException {
        return OpenApiLint.findings(new YAMLMapper().readTree(document));
    }
}
