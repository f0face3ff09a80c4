package org.opencmas.terms.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of bidding that do not belong in a request for offer, each with the word to write instead (SOL-TERM-RFO, Guide s2 p7): a
 * CMAS transaction is not a bid.
 */
public enum BidWord {
    BID("bid", "offer", "\\b(?:(?:re|pre|out|under)-?)?(?:bid|bids|bidder|bidders|bidding)\\b"),
    SOLICITATION("solicitation", "Request for Offer", "\\bsolicitations?\\b"),
    REQUEST_FOR_PROPOSAL("RFP", "Request for Offer", "\\bRFPs?\\b|\\brequests?\\s+for\\s+proposals?\\b"),
    REQUEST_FOR_QUOTATION("RFQ", "Request for Offer", "\\bRFQs?\\b|\\brequests?\\s+for\\s+(?:quotations?|quotes?)\\b"),
    INVITATION(
            "IFB", "Request for Offer", "\\b(?:IFB|ITB)s?\\b|\\binvitations?\\s+(?:for|to)\\s+(?:bids?|tenders?)\\b"),
    SMALL_BUSINESS_PREFERENCE("small business preference", null, "\\bsmall\\s+business\\s+preferences?\\b"),
    PROTEST("protest", null, "\\bprotest(?:s|ed|ing|ant|ants)?\\b"),
    INTENT_TO_AWARD("intent to award", null, "\\bintents?\\s+to\\s+award\\b"),
    EVALUATION_CRITERIA("evaluation criteria", "best value criteria", "\\bevaluation\\s+criteri(?:a|on)\\b"),
    ADVERTISING("advertising", null, "\\badvertis(?:e|es|ed|ing|ement|ements)\\b");

    private final String word;
    private final @Nullable String instead;
    private final Pattern pattern;

    BidWord(String word, @Nullable String instead, String pattern) {
        this.word = word;
        this.instead = instead;
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    public String word() {
        return word;
    }

    /** What to write in its place; empty for a word that is to be left out, since what it stands for does not apply. */
    public Optional<String> instead() {
        return Optional.ofNullable(instead);
    }

    /** Where it begins in the text as it was written, from 0, however its letters are spelled. */
    public List<Integer> placesIn(SeenText ownWords) {
        return ownWords.placesOf(pattern);
    }

    /** Where it begins in the text, from 0. Quotations are somebody else's words: look in {@link OwnWords#of}. */
    public List<Integer> placesIn(String ownWords) {
        return placesIn(SeenText.of(ownWords));
    }
}
