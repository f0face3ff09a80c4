package org.opencmas.compliance.rule.offer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.words.BidWord;
import org.opencmas.terms.words.OwnWords;
import org.opencmas.terms.words.SeenText;

/** SOL-TERM-RFO: a warning for every word of bidding in a request for offer, with where it stands, and for one that is not called so. */
public record BidWords() implements Rule<RequestForOfferFacts> {
    private static final int MOST_PLACES_SHOWN = 20;
    private static final Pattern NAME =
            Pattern.compile("request(?:s)?\\s+for\\s+offers?|\\bRFOs?\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleText text() {
        return OfferText.SOL_TERM_RFO;
    }

    @Override
    public List<Outcome> check(RequestForOfferFacts facts) {
        String own = OwnWords.of(facts.text());
        SeenText seen = SeenText.of(own);
        Stream<Trouble> words =
                Arrays.stream(BidWord.values()).flatMap(word -> found(own, word, word.placesIn(seen)).stream());
        return Outcomes.orPass(
                Stream.concat(unnamed(facts.text()).stream(), words),
                Outcome.pass("The document is called a request for offer, and no word of bidding was found in it."));
    }

    private static Optional<Trouble> unnamed(String text) {
        return NAME.matcher(text).find()
                ? Optional.empty()
                : Optional.of(Outcome.warn("The document is nowhere called a request for offer.")
                        .remedy("Call it a Request for Offer."));
    }

    private static Optional<Trouble> found(String text, BidWord word, List<Integer> hits) {
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        String places = hits.stream()
                .limit(MOST_PLACES_SHOWN)
                .map(hit -> OwnWords.place(text, hit))
                .collect(Collectors.joining(", "));
        return Optional.of(Outcome.warn(
                        "A word of bidding, \"%s\", is used %d times, first in %s.",
                        word.word(), hits.size(), OwnWords.inWords(text, hits.getFirst()))
                .with("term", word.word())
                .with("count", hits.size())
                .with("places", places)
                .remedy(word.instead()
                        .map("Write \"%s\" instead."::formatted)
                        .orElse("Leave it out: it does not apply to a CMAS transaction.")));
    }
}
