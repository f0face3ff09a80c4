package org.opencmas.compliance.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.testkit.CommittedDocument;

@DisplayName("A rule's worked pass and worked fail are cases of its own test")
class WorkedExamplesTest {
    private static final Path COMMITTED = Path.of("src/main/resources/law/examples.tsv");

    @Test
    void theCommittedExamplesAreCasesOfTheTests() {
        Map<String, String> examples = new LinkedHashMap<>();
        for (Rule<?> rule :
                RuleBooks.all().stream().flatMap(book -> book.rules().stream()).toList()) {
            examples.putIfAbsent(rule.text().id(), of(rule));
        }
        CommittedDocument.assertEquals(COMMITTED, "rule\tcase\texample\n" + String.join("", examples.values()));
    }

    @Test
    void mostRulesHaveBoth() {
        long both = RuleBooks.texts().stream()
                .filter(rule -> LawIndex.example(rule.id(), true).isPresent()
                        && LawIndex.example(rule.id(), false).isPresent())
                .count();

        assertThat(both * 2).isGreaterThan(RuleBooks.texts().size());
    }

    private static String of(Rule<?> rule) {
        List<List<String>> cases = cases(rule);
        String id = rule.text().id();
        return line(id, "pass", cases, List.of(Verdict.PASS))
                + line(
                        id,
                        "fail",
                        cases,
                        List.of(Verdict.FAIL, Verdict.NEEDS_ATTESTATION, Verdict.WARN, Verdict.UNDETERMINED));
    }

    private static String line(String id, String passes, List<List<String>> cases, List<Verdict> wanted) {
        Optional<String> example = wanted.stream()
                .flatMap(verdict ->
                        cases.stream().filter(one -> one.subList(1, one.size()).contains(verdict.name())))
                .map(List::getFirst)
                .findFirst();
        return example.map(text -> id + "\t" + passes + "\t" + text + "\n").orElse("");
    }

    /** Of each case how its test calls it, then its values. */
    private static List<List<String>> cases(Rule<?> rule) {
        Class<?> test;
        try {
            test = Class.forName(rule.getClass().getName() + "Test");
        } catch (ClassNotFoundException missing) {
            return List.of();
        }
        return Stream.of(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CsvSource.class))
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(WorkedExamplesTest::cases)
                .toList();
    }

    private static Stream<List<String>> cases(Method method) {
        CsvSource source = method.getAnnotation(CsvSource.class);
        String name = method.getAnnotation(ParameterizedTest.class).name();
        Stream<String> rows = source.value().length > 0
                ? Stream.of(source.value())
                : source.textBlock()
                        .lines()
                        .filter(row -> !row.isBlank())
                        .skip(source.useHeadersInDisplayName() ? 1 : 0);
        return rows.map(WorkedExamplesTest::values).map(values -> named(name, method, values));
    }

    private static List<String> named(String name, Method method, List<String> values) {
        String text = name.contains("{0}") ? name : method.getName() + ": " + String.join(", ", values);
        for (int i = 0; i < values.size(); i++) {
            text = text.replace("{" + i + "}", values.get(i).isEmpty() ? "nothing" : values.get(i));
        }
        List<String> named = new ArrayList<>();
        named.add(text.replace("''", "'").strip());
        named.addAll(values);
        return named;
    }

    /** The values of a row, as JUnit reads them: commas apart, quoted by apostrophes where they hold a comma. */
    private static List<String> values(String row) {
        List<String> values = new ArrayList<>();
        for (String part : row.split(",(?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            String value = part.strip();
            boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
            values.add(quoted ? value.substring(1, value.length() - 1) : value);
        }
        return values;
    }
}
