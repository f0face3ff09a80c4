package org.opencmas.testkit.event;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Checks JSON texts against the schemas that lie with the producer of an event (draft 2020-12, formats are asserted). */
public final class JsonSchemas {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private JsonSchemas() {}

    /** @throws AssertionError with every place where the text breaks the schema */
    public static void assertValid(Path schemaFile, String json) {
        Assertions.assertThat(faults(schemaFile, json))
                .as("%s against %s", json, schemaFile.getFileName())
                .isEmpty();
    }

    /** @throws AssertionError when the schema takes the text */
    public static void assertInvalid(Path schemaFile, String json) {
        Assertions.assertThat(faults(schemaFile, json))
                .as("%s takes what it must refuse: %s", schemaFile.getFileName(), json)
                .isNotEmpty();
    }

    /**
     * Checks each {@code <type>.example-*.json} of the folder against {@code <type>.schema.json} beside it.
     *
     * @return the examples, sorted by name
     * @throws AssertionError when an example breaks its schema or a schema has no example
     */
    public static List<Path> assertExamplesValid(Path events) {
        List<Path> examples = files(events, ".*\\.example-.*\\.json");
        examples.forEach(example -> assertValid(schemaOf(example), read(example)));
        List<Path> withExample =
                examples.stream().map(JsonSchemas::schemaOf).distinct().toList();
        Assertions.assertThat(withExample)
                .as("each schema in %s has an example", events)
                .containsExactlyInAnyOrderElementsOf(files(events, ".*\\.schema\\.json"));
        return examples;
    }

    private static Path schemaOf(Path example) {
        String name = example.getFileName().toString();
        return example.resolveSibling(name.substring(0, name.indexOf(".example-")) + ".schema.json");
    }

    private static List<String> faults(Path schemaFile, String json) {
        Set<ValidationMessage> messages = SCHEMAS.getSchema(
                        SchemaLocation.of(schemaFile.toUri().toString()))
                .validate(
                        json,
                        InputFormat.JSON,
                        execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true));
        return messages.stream().map(ValidationMessage::getMessage).sorted().toList();
    }

    private static List<Path> files(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
