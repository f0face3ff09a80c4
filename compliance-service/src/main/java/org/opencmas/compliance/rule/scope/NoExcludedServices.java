package org.opencmas.compliance.rule.scope;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.ServiceCategory;

/** SCO-EXCLUDED-SERVICES: a line of an excluded category fails; a line without a category whose words sound like one is a warning. */
public record NoExcludedServices() implements Rule<OrderFacts> {
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

    /** Words by which a line that is coded as something else buys somebody's work: of goods, the name of a service alone tells nothing. */
    private static final Pattern WORK = Pattern.compile(
            "\\bservices?\\b|\\bconsult(?:ing|ants?)\\b|\\blabou?r\\b|\\bper\\s+hour\\b|\\bhourly\\b|\\bplanning\\s+of\\b"
                    + "|\\b(?:audit|survey|study|assessment)\\s+of\\b",
            Pattern.CASE_INSENSITIVE);

    /** Words that sound like an excluded service. */
    private record Sounding(String service, Pattern words) {
        Sounding(String service, String words) {
            this(service, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
        }
    }

    @Override
    public RuleText text() {
        return ScopeText.SCO_EXCLUDED_SERVICES;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return asked(facts).isEmpty() ? Optional.of("The order buys no services.") : Optional.empty();
    }

    private static List<OrderLine> asked(OrderFacts facts) {
        return facts.order()
                .lines(line -> line.kind() == LineKind.SERVICES
                        || line.serviceCategory() != null
                        || WORK.matcher(line.description()).find()
                                && sounding(line).isPresent());
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
                asked(facts),
                Outcome.pass("No line of services is of an excluded category, as far as category and words tell."),
                NoExcludedServices::judge);
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
