package org.opencmas.compliance.rule.offer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.terms.words.OwnWords;
import org.opencmas.terms.words.SeenText;

/** PRO-NO-PROTEST: a request for offer that speaks of protests or appeals of the award is a warning, since there is no formal protest. */
public record NoProtest() implements Rule<RequestForOfferFacts> {
    private static final int MOST_PLACES_SHOWN = 20;
    private static final Pattern PROTEST = Pattern.compile(
            "\\bprotest(?:s|ed|ing|er|ers)?\\b|\\bappeals?\\s+(?:of|against|to)\\s+(?:the\\s+|an\\s+)?award",
            Pattern.CASE_INSENSITIVE);

    @Override
    public RuleText text() {
        return OfferText.PRO_NO_PROTEST;
    }

    @Override
    public List<Outcome> check(RequestForOfferFacts facts) {
        List<Integer> hits = SeenText.of(OwnWords.of(facts.text())).placesOf(PROTEST);
        if (hits.isEmpty()) {
            return List.of(Outcome.pass(
                    "California code gives no formal protest of CMAS transactions, and the document speaks of none; the agency"
                            + " handles informal complaints."));
        }
        return List.of(Outcome.warn(
                        "The document speaks of a protest, first in %s; California code gives none for CMAS transactions.",
                        OwnWords.inWords(facts.text(), hits.getFirst()))
                .with("count", hits.size())
                .with(
                        "places",
                        hits.stream()
                                .limit(MOST_PLACES_SHOWN)
                                .map(hit -> OwnWords.place(facts.text(), hit))
                                .collect(Collectors.joining(", ")))
                .remedy("Leave it out; say where informal complaints go."));
    }
}
