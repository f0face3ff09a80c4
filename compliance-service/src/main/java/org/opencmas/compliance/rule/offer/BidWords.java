package org.opencmas.compliance.rule.offer;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;

/** SOL-TERM-RFO: a warning for every word of bidding in a request for offer, with where it stands, and for one that is not called so. */
public record BidWords() implements Rule<RequestForOfferFacts> {
    private static final int MOST_PLACES_SHOWN = 20;
    private static final Pattern NAME = ignoringCase("request(?:s)?\\s+for\\s+offers?|\\bRFOs?\\b");

    private static final List<Term> TERMS = List.of(
            new Term("bid", "offer", ignoringCase("\\b(?:bid|bids|bidder|bidders|bidding)\\b")),
            new Term("small business preference", "nothing", ignoringCase("\\bsmall\\s+business\\s+preferences?\\b")),
            new Term("protest", "nothing", ignoringCase("\\bprotest(?:s|ed|ing|ant|ants)?\\b")),
            new Term("intent to award", "nothing", ignoringCase("\\bintents?\\s+to\\s+award\\b")),
            new Term("evaluation criteria", "best value criteria", ignoringCase("\\bevaluation\\s+criteri(?:a|on)\\b")),
            new Term("advertising", "nothing", ignoringCase("\\badvertis(?:e|es|ed|ing|ement|ements)\\b")));

    /** A word of bidding, and the word to write instead. */
    private record Term(String word, String instead, Pattern pattern) {}

    @Override
    public RuleText text() {
        return OfferText.SOL_TERM_RFO;
    }

    @Override
    public List<Outcome> check(RequestForOfferFacts facts) {
        String own = OwnWords.of(facts.text());
        Stream<Trouble> words = TERMS.stream().flatMap(term -> found(own, term).stream());
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

    private static Optional<Trouble> found(String text, Term term) {
        List<MatchResult> hits = term.pattern().matcher(text).results().toList();
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        String places = hits.stream()
                .limit(MOST_PLACES_SHOWN)
                .map(hit -> OwnWords.place(text, hit.start()))
                .collect(Collectors.joining(", "));
        return Optional.of(Outcome.warn(
                        "A word of bidding, \"%s\", is used %d times, first in %s.",
                        term.word(),
                        hits.size(),
                        OwnWords.inWords(text, hits.getFirst().start()))
                .with("term", term.word())
                .with("count", hits.size())
                .with("places", places)
                .remedy(
                        term.instead().equals("nothing")
                                ? "Leave it out: it does not apply to a CMAS transaction."
                                : "Write \"%s\" instead.".formatted(term.instead())));
    }

    private static Pattern ignoringCase(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
