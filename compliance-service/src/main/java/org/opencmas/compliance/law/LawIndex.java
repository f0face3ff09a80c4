package org.opencmas.compliance.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The index of the two source texts, read once from tables that are kept with the code. */
public final class LawIndex {
    private static final List<SourceText> SOURCES =
            table("sources", row -> new SourceText(row[0], row[1], row[2], row[3]));
    private static final List<Sentence> SENTENCES = table("sentences", LawIndex::sentence);
    private static final List<Requirement> REQUIREMENTS =
            table("rows", row -> new Requirement(row[0], row[1], row[2], row[3], row[4]));
    private static final List<WorkedExample> EXAMPLES =
            table("examples", row -> new WorkedExample(row[0], "pass".equals(row[1]), row[2]));

    private LawIndex() {}

    public static List<SourceText> sources() {
        return SOURCES;
    }

    /** Every sentence of both texts, in their order. */
    public static List<Sentence> sentences() {
        return SENTENCES;
    }

    /** The sentences that make a requirement, in their order. */
    public static List<Sentence> sentences(String id) {
        return SENTENCES.stream()
                .filter(sentence -> sentence.rows().contains(id))
                .toList();
    }

    public static List<Requirement> requirements() {
        return REQUIREMENTS;
    }

    public static Optional<Requirement> requirement(String id) {
        return REQUIREMENTS.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** A case of the rule's test that passes, or one that does not; of a rule that has none, why. */
    public static Optional<String> example(String rule, boolean passes) {
        return EXAMPLES.stream()
                .filter(example -> example.rule().equals(rule) && example.passes() == passes)
                .map(WorkedExample::example)
                .findFirst();
    }

    private static Sentence sentence(String[] row) {
        return new Sentence(
                row[0],
                row[1],
                Integer.parseInt(row[2]),
                row[3],
                Integer.parseInt(row[4]),
                row[5],
                row[6].isEmpty() ? List.of() : List.of(row[6].split(" ", -1)),
                row[7].isEmpty() ? null : row[7]);
    }

    /** Of a table that is kept with the code: lines of fields with tabs between them, under one line of names. */
    public static <T> List<T> table(String name, Function<String[], T> read) {
        try (InputStream file = LawIndex.class.getResourceAsStream("/law/" + name + ".tsv")) {
            String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> read.apply(line.split("\t", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
