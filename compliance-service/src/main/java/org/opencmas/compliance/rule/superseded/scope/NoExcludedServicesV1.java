package org.opencmas.compliance.rule.superseded.scope;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.ServiceCategory;

/**
 * SCO-EXCLUDED-SERVICES: a line of an excluded category fails; a line of services without a category whose words sound like one is a warning.
 *
 * <p>Version 1. Lines of goods and software without a category were not read.
 */
public record NoExcludedServicesV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "SCO-EXCLUDED-SERVICES",
                    1,
                    RuleKind.BLOCK,
                    "No line buys services that the program excludes",
                    "Not to be had through a CMAS, among others: architectural, engineering and environmental services (Government Code"
                            + " 4525), financial audits (8546.4(e)), legal services (11040), public works as such (Public Contract Code"
                            + " 1101); by CMAS policy facility planning, registered nursing and security guard services.",
                    guide(1, 6, "What is Excluded?"))
            .read(
                    "The list gives examples and is not closed. A line whose category of service is one of them is refused. Words in a line"
                            + " of services without a category only ask; category OTHER says that somebody has looked. Public works are"
                            + " allowed where they are incidental, as PW-INCIDENTAL judges.");

    private static final List<Sounding> SOUNDING = List.of(
            new Sounding("architectural services", "\\barchitectural\\b|\\blandscape\\s+architects?\\b"),
            new Sounding(
                    "engineering services",
                    "\\bengineering\\s+services?\\b|\\b(?:civil|structural|geotechnical)\\s+engineer(?:s|ing)?\\b|\\bland\\s+survey(?:s|ing|or|ors)?\\b"),
            new Sounding(
                    "environmental services",
                    "\\benvironmental\\s+(?:services?|stud(?:y|ies)|impact|assessments?|consult\\w*)\\b"),
            new Sounding("financial audits", "\\bfinancial\\s+(?:statement\\s+)?audit(?:s|ing|or|ors)?\\b"),
            new Sounding("legal services", "\\blegal\\s+services?\\b|\\battorneys?\\b|\\blaw\\s+firms?\\b"),
            new Sounding("facility planning", "\\bfacilit(?:y|ies)\\s+planning\\b"),
            new Sounding("registered nursing", "\\bregistered\\s+nurs(?:e|es|ing)\\b"),
            new Sounding("security guard services", "\\bsecurity\\s+guards?\\b"));

    /** Words that sound like an excluded service. */
    private record Sounding(String service, Pattern words) {
        Sounding(String service, String words) {
            this(service, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
        }
    }

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return asked(facts).isEmpty() ? Optional.of("The order buys no services.") : Optional.empty();
    }

    private static List<OrderLine> asked(OrderFacts facts) {
        return facts.order().lines(line -> line.kind() == LineKind.SERVICES || line.serviceCategory() != null);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
                asked(facts),
                Outcome.pass("No line of services is of an excluded category, as far as category and words tell."),
                NoExcludedServicesV1::judge);
    }

    private static Optional<Trouble> judge(OrderLine line) {
        ServiceCategory category = line.serviceCategory();
        if (category == null) {
            return sounding(line);
        }
        return category == ServiceCategory.OTHER
                ? Optional.empty()
                : Optional.of(Outcome.fail(
                                "Line %s buys services of category %s, which cannot be had through a CMAS.",
                                line.lineId(), category)
                        .with("serviceCategory", category)
                        .on(line)
                        .remedy("Take line %s off the order and buy it outside CMAS.", line.lineId()));
    }

    private static Optional<Trouble> sounding(OrderLine line) {
        return SOUNDING.stream()
                .filter(sounding -> sounding.words().matcher(line.description()).find())
                .findFirst()
                .map(sounding -> Outcome.warn(
                                "The words of line %s sound like %s, which cannot be had through a CMAS.",
                                line.lineId(), sounding.service())
                        .with("soundsLike", sounding.service())
                        .on(line)
                        .remedy("Give line %s its serviceCategory; OTHER if it is none of those.", line.lineId()));
    }
}
