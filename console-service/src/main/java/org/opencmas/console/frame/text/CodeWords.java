package org.opencmas.console.frame.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The API's codes in a reader's words. */
final class CodeWords {
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("NON_IT", "Non-IT"),
            Map.entry("STATE_AND_LOCAL", "State and local"),
            Map.entry("STATE_ONLY", "State only"),
            Map.entry("NOT_APPLICABLE", "Does not apply"),
            Map.entry("K12", "School district"),
            Map.entry("CERT_VERIFICATION_DAYS", "Days that the check of a certificate counts"),
            Map.entry("PW_BOND_TRIGGER", "Public works without a payment bond, at most"),
            Map.entry("PW_WAGE_EXEMPT_UP_TO", "Public works without wage rates, at most"),
            Map.entry("PW_LICENSE_CHECK_DAYS", "Days that the check of a license counts"),
            Map.entry("PP_WITHHOLD_SHARE", "Progress payments: share withheld"),
            Map.entry("PP_RISK_SHARE_SMALL", "Progress payments: least share below the large price"),
            Map.entry("PP_RISK_SHARE_LARGE", "Progress payments: least share from the large price on"),
            Map.entry("PP_RISK_LARGE_PRICE", "Progress payments: the large price"),
            Map.entry("PP_BOND_SHARE", "Progress payments: share of the performance bond"),
            Map.entry("PP_LEAST_MONTHS", "Progress payments: months of an order, at least"));
    private static final Set<String> ABBREVIATIONS = Set.of(
            "IT", "SB", "NP", "DVBE", "NVSA", "GSA", "MB", "PW", "CMAS", "NSP", "CSLB", "DIR", "LPA", "RFO", "UDQ",
            "DGS", "ACH", "CSV", "XLSX", "JSON", "CSU", "UC");

    private CodeWords() {}

    static String of(String code) {
        if (code.matches("[a-z]+(-[a-z]+)+")) {
            return of(code.replace('-', '_').toUpperCase(Locale.ROOT));
        }
        String own = OWN.get(code);
        if (own != null) {
            return own;
        }
        var words = new StringBuilder();
        for (String word : code.split("_", -1)) {
            if (!words.isEmpty()) {
                words.append(' ').append(ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT));
            } else if (ABBREVIATIONS.contains(word) || word.isEmpty()) {
                words.append(word);
            } else {
                words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return code.contains("CAL_CARD")
                ? words.toString().replace("Cal card", "CAL-Card").replace("cal card", "CAL-Card")
                : words.toString();
    }
}
