package org.opencmas.compliance.rule;

import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.AttestationKinds;

@DisplayName(
        "Every rule is listed once, has its row and its test, and every figure has a value; what is missing is one sentence")
class EveryRuleIsListedAndTestedTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.opencmas.compliance.rule");

    @Test
    void everyRuleIsInOneListOfItsChapter() {
        for (JavaClass rule : MAIN) {
            long times = mostTimesInOneBook(rule);
            if (isRule(rule) && times != 1) {
                fail("%s is listed %d times: add one line to the list ALL of %s."
                        .formatted(rule.getSimpleName(), times, rule.getPackageName()));
            }
        }
    }

    @Test
    void everyRuleHasATestNamedForItsRequirement() {
        rules().forEach(rule -> {
            String wanted = rule.text().id() + ": ";
            if (!displayName(rule.getClass().getName() + "Test").startsWith(wanted)) {
                fail("%s has no test: write %sTest with a @DisplayName that begins with \"%s\"."
                        .formatted(rule.text().id(), rule.getClass().getSimpleName(), wanted));
            }
        });
    }

    @Test
    void everyRowOfAChaptersTextsIsOfOneRuleOfThatChapter() throws IllegalAccessException {
        for (JavaClass table : MAIN) {
            if (table.getSimpleName().endsWith("Text") && !table.getSimpleName().equals("RuleText")) {
                for (RuleText row : rows(table)) {
                    long owners = rules().filter(rule -> rule.text().equals(row)
                                    && rule.getClass().getPackageName().equals(table.getPackageName()))
                            .map(Rule::getClass)
                            .distinct()
                            .count();
                    if (owners != 1) {
                        fail("Row %s of %s is named by %d rules of its chapter: one rule has one row."
                                .formatted(row.id(), table.getSimpleName(), owners));
                    }
                }
            }
        }
    }

    @Test
    void everyFigureHasADatedValueInTheDatabase() throws IOException {
        String migrations = migrations();
        for (ParameterName figure : ParameterName.values()) {
            boolean hasValue = migrations.contains("('" + figure + "',");
            if (figure.isYearly() && hasValue) {
                fail("Figure %s is published for each year: an analyst enters it, no migration invents it."
                        .formatted(figure));
            }
            if (!figure.isYearly() && !hasValue) {
                fail(
                        "Figure %s has no value: insert it into parameter, with day, source and confidence, in a new migration."
                                .formatted(figure));
            }
        }
    }

    @Test
    void everyFigureIsUsedByARule() {
        for (ParameterName figure : ParameterName.values()) {
            boolean ofReviews = ReviewSettings.FIGURES.contains(figure);
            if (!ofReviews
                    && RuleBooks.texts().stream()
                            .noneMatch(text -> text.parameters().contains(figure))) {
                fail("Figure %s is used by no rule: name it in the row of the rule that uses it.".formatted(figure));
            }
        }
    }

    @Test
    void everyOrderRuleThatAsksForAPersonsWordSaysWhichKind() throws IOException {
        for (Rule<?> rule : RuleBooks.ORDERS.rules()) {
            Path source = Path.of("src/main/java", rule.getClass().getName().replace('.', '/') + ".java");
            boolean asks = Files.readString(source).contains("needsAttestation(");
            if (asks && AttestationKinds.asked(rule.text().id()).isEmpty()) {
                fail(
                        "%s asks for an attestation: say in AttestationKinds what is attested to, by whom, and for how long."
                                .formatted(rule.text().id()));
            }
        }
    }

    private static Stream<Rule<?>> rules() {
        return RuleBooks.all().stream().flatMap(book -> book.rules().stream());
    }

    /** A rule that invoices and payments are both asked is in both books, once in each. */
    private static long mostTimesInOneBook(JavaClass rule) {
        return RuleBooks.all().stream()
                .mapToLong(book -> book.rules().stream()
                        .filter(listed -> listed.getClass().getName().equals(rule.getName()))
                        .count())
                .max()
                .orElse(0);
    }

    private static boolean isRule(JavaClass type) {
        return type.isAssignableTo(Rule.class)
                && !type.isInterface()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.getPackageName().contains(".rule.superseded");
    }

    private static String displayName(String test) {
        try {
            DisplayName name = Class.forName(test).getAnnotation(DisplayName.class);
            return name == null ? "" : name.value();
        } catch (ClassNotFoundException missing) {
            return "";
        }
    }

    private static List<RuleText> rows(JavaClass table) throws IllegalAccessException {
        List<RuleText> rows = new ArrayList<>();
        for (Field field : table.reflect().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == RuleText.class) {
                rows.add((RuleText) field.get(null));
            }
        }
        return rows;
    }

    private static String migrations() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
