package org.opencmas.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
            List<String> kept = Files.exists(committed) ? Files.readAllLines(committed) : List.of();
            List<String> said = lines(actual).lines().toList();
            if (!kept.equals(said)) {
                throw new AssertionError("%s is out of date from line %d on: run with -D%s=true and review the change"
                        .formatted(committed, firstDifference(kept, said), UPDATE));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Counted from 1. One sentence is told and not the documents, which have thousands of lines. */
    private static int firstDifference(List<String> kept, List<String> said) {
        int line = 0;
        while (line < Math.min(kept.size(), said.size()) && kept.get(line).equals(said.get(line))) {
            line++;
        }
        return line + 1;
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").stripTrailing() + "\n";
    }
}
