package org.opencmas.terms;

import java.util.List;

/** A text that is no CMAS number, with the reason in words for the person who typed it. */
public final class InvalidCmasNumber extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String raw;
    private final String reason;
    private final transient List<CmasNumber> suggestions;

    InvalidCmasNumber(String raw, String reason, List<CmasNumber> suggestions) {
        super(reason + sentenceOf(suggestions));
        this.raw = raw;
        this.reason = reason;
        this.suggestions = List.copyOf(suggestions);
    }

    private static String sentenceOf(List<CmasNumber> suggestions) {
        if (suggestions.isEmpty()) {
            return "";
        }
        List<String> numbers = suggestions.stream().map(CmasNumber::canonical).toList();
        return " Perhaps " + String.join(" or ", numbers) + " is meant.";
    }

    /** The text as it was given. */
    public String raw() {
        return raw;
    }

    /** One sentence that says what is wrong; the message has the suggestions behind it. */
    public String reason() {
        return reason;
    }

    /** Numbers that a slip of the eye may have turned into this text. They are offered, never taken. */
    public List<CmasNumber> suggestions() {
        return suggestions;
    }
}
