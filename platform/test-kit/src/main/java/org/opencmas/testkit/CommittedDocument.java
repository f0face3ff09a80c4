package org.opencmas.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** A document that is kept in the repository and must say what the running service says, such as {@code openapi.yaml}. */
public final class CommittedDocument {
    private static final String UPDATE = "committed.update";

    private CommittedDocument() {}

    /**
     * Compares the committed document with the actual one, line ends apart. With {@code -Dcommitted.update=true} it writes the
     * actual one in its place, for review with the commit.
     *
     * @param committed path of the document from the module's folder
     * @throws AssertionError when the document is missing or differs
     */
    public static void assertEquals(Path committed, String actual) {
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.writeString(committed, lines(actual));
                return;
            }
            Assertions.assertThat(committed)
                    .as("run once with -D%s=true", UPDATE)
                    .exists();
            Assertions.assertThat(lines(actual))
                    .as("%s is out of date: run with -D%s=true and review the change", committed, UPDATE)
                    .isEqualTo(lines(Files.readString(committed)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").stripTrailing() + "\n";
    }
}
