package org.opencmas.compliance.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.book.RuleBooks;

/**
 * Which class judges each requirement of this service, and which tests show it: of a rule its own test, of what is no rule of the book
 * (reviews, exemptions, amended wholes) the tests that name the requirement.
 */
public final class RequirementTests {
    private static final Path TESTS = Path.of("src/test/java");

    private RequirementTests() {}

    /** @param judgedBy the rule's class; "-" for what is no rule of the book */
    public record Tested(Requirement requirement, String judgedBy, List<String> tests) {}

    /** In the order of the requirements. */
    public static List<Tested> all() {
        Map<String, String> classes = new HashMap<>();
        RuleBooks.all().stream()
                .flatMap(book -> book.rules().stream())
                .forEach(rule ->
                        classes.putIfAbsent(rule.text().id(), rule.getClass().getSimpleName()));
        Map<String, String> sources = sources();
        return LawIndex.requirements().stream()
                .filter(row -> row.services().contains("compliance"))
                .map(row -> tested(row, classes.get(row.id()), sources))
                .toList();
    }

    private static Tested tested(Requirement row, @Nullable String judgedBy, Map<String, String> sources) {
        return judgedBy == null
                ? new Tested(row, "-", naming(row.id(), sources))
                : new Tested(
                        row,
                        judgedBy,
                        Stream.of(judgedBy + "Test")
                                .filter(sources::containsKey)
                                .toList());
    }

    /** Those that name it as it is, or begin the name of a test with it, as in exmNoLpa. */
    private static List<String> naming(String id, Map<String, String> sources) {
        String words = Stream.of(id.split("-"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        Pattern named = Pattern.compile("\\b" + Pattern.quote(id) + "\\b|\\bvoid "
                + Character.toLowerCase(words.charAt(0)) + words.substring(1) + "(?![a-z0-9])");
        return sources.entrySet().stream()
                .filter(test -> named.matcher(test.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The words of each test class, by its name. */
    private static Map<String, String> sources() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            RequirementTests::read,
                            (one, other) -> one + other,
                            TreeMap::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
