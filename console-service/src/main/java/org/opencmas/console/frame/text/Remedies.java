package org.opencmas.console.frame.text;

import io.quarkus.qute.TemplateExtension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What puts a finding right, for a person: rules say it to ordering systems too, and name members of the order by the service's names. Where a page has the field, its label stands instead; where none
 * has, words for it, and that it comes with the order from the agency's own system. In a template: {@code {finding.remedy.plainly}}.
 */
@TemplateExtension
public final class Remedies {
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z]+(?:\\.[a-z][A-Za-z]*)+|[a-z]+[A-Z][A-Za-z]*");
    private static final Map<String, String> LABELS =
            Map.of("deliverBy", "\"Deliver by\"", "servicesThrough", "\"Services through\"");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("procurement.contractorsAsked", "the contractors asked"),
            Map.entry("procurement.noneCertifiedReason", "the reason for asking nobody certified"),
            Map.entry("procurement.bestValueSteps", "the steps of best value"),
            Map.entry("procurement.requestForOffer", "the request for offer"),
            Map.entry("procurement.requestForOffer.requestId", "the number of the request for offer"),
            Map.entry("procurement.requestForOffer.statementOfWork", "the statement of work"),
            Map.entry("procurement.agreementCopies", "the copies of the agreement that were read"),
            Map.entry("particulars.services.earlierOrders", "the earlier orders for services"),
            Map.entry("certificationVerification", "the check of the certification"),
            Map.entry("notComparedReason", "the reason for not comparing an offer"),
            Map.entry("extraApprovals", "the approvals of other bodies"),
            Map.entry("serviceCategory", "category of services"));

    private Remedies() {}

    /** Returns a remedy with the pages' words for members of an order; one that no page has is told of behind it. */
    public static String plainly(String remedy) {
        Map<String, String> elsewhere = new LinkedHashMap<>();
        String plain = MEMBER.matcher(remedy).replaceAll(found -> Matcher.quoteReplacement(words(found, elsewhere)));
        var text = new StringBuilder(plain);
        elsewhere.forEach((member, words) -> text.append(" No page here has a field for ")
                .append(words)
                .append(": it comes with the order from your own system, as ")
                .append(member)
                .append('.'));
        return text.toString();
    }

    /** Tells whether the pages have words for a member of an order. */
    static boolean knows(String member) {
        return LABELS.containsKey(member) || WORDS.containsKey(member);
    }

    private static String words(MatchResult found, Map<String, String> elsewhere) {
        String member = found.group();
        String label = LABELS.get(member);
        if (label != null) {
            return label;
        }
        String words = WORDS.get(member);
        if (words == null) {
            return member;
        }
        elsewhere.put(member, words);
        return words;
    }
}
