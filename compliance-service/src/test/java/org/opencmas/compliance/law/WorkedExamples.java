package org.opencmas.compliance.law;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.outcome.Verdict;

/** A case of each rule's own test that passes and one that does not, as the tests stand now; {@code law/examples.tsv} keeps them. */
public final class WorkedExamples {
    private WorkedExamples() {}

    /** In the order of the rules; of each rule a pass before a fail. */
    public static List<WorkedExample> all() {
        Map<String, List<WorkedExample>> examples = new LinkedHashMap<>();
        for (Rule<?> rule :
                RuleBooks.all().stream().flatMap(book -> book.rules().stream()).toList()) {
            examples.putIfAbsent(rule.text().id(), of(rule));
        }
        examples.put("GEN-ATTESTATION", of("GEN-ATTESTATION", "org.opencmas.compliance.rule.judging.AttestationsTest"));
        return examples.values().stream().flatMap(List::stream).toList();
    }

    private static List<WorkedExample> of(Rule<?> rule) {
        return of(rule.text().id(), rule.getClass().getName() + "Test");
    }

    private static List<WorkedExample> of(String id, String testClass) {
        Class<?> test;
        try {
            test = Class.forName(testClass);
        } catch (ClassNotFoundException missing) {
            return List.of();
        }
        return Stream.concat(
                        example(id, true, test, List.of(Verdict.PASS)).stream(),
                        example(
                                id,
                                false,
                                test,
                                List.of(Verdict.FAIL, Verdict.NEEDS_ATTESTATION, Verdict.WARN, Verdict.UNDETERMINED))
                                .stream())
                .toList();
    }

    private static Optional<WorkedExample> example(String id, boolean passes, Class<?> test, List<Verdict> wanted) {
        List<List<String>> cases = cases(test);
        Optional<String> ofTables = wanted.stream()
                .flatMap(verdict ->
                        cases.stream().filter(one -> one.subList(1, one.size()).contains(verdict.name())))
                .map(List::getFirst)
                .findFirst();
        return ofTables.or(() -> told(test, passes))
                .or(() -> whyNone(test, passes))
                .map(text -> new WorkedExample(id, passes, text));
    }

    private static Optional<String> told(Class<?> test, boolean passes) {
        return Stream.of(test.getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(method -> Stream.of(method.getAnnotationsByType(WorkedCase.class)))
                .filter(example -> example.passes() == passes)
                .map(WorkedCase::value)
                .findFirst();
    }

    private static Optional<String> whyNone(Class<?> test, boolean passes) {
        return Stream.of(test.getAnnotationsByType(NoWorkedCase.class))
                .filter(none -> none.passes() == passes)
                .map(none -> "none: " + none.because())
                .findFirst();
    }

    /** Of each case how its test calls it, then its values. */
    private static List<List<String>> cases(Class<?> test) {
        return Stream.of(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CsvSource.class))
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(WorkedExamples::cases)
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
        char delimiter = source.delimiter() == '\0' ? ',' : source.delimiter();
        return rows.map(row -> values(row, delimiter)).map(values -> named(name, method, values));
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

    /** The values of a row, as JUnit reads them: apart by the delimiter, quoted by apostrophes where they hold one. */
    private static List<String> values(String row, char delimiter) {
        List<String> values = new ArrayList<>();
        for (String part : row.split(Pattern.quote(String.valueOf(delimiter)) + "(?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            String value = part.strip();
            boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
            values.add(quoted ? value.substring(1, value.length() - 1) : value);
        }
        return values;
    }
}
