package org.opencmas.console.frame.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The API's codes in a reader's words. */
final class CodeWords {
    private static final Map<String, String> OWN = Map.of(
            "NON_IT", "Non-IT",
            "STATE_AND_LOCAL", "State and local",
            "STATE_ONLY", "State only",
            "NOT_APPLICABLE", "Does not apply",
            "K12", "School district");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "IT", "SB", "NP", "DVBE", "NVSA", "GSA", "MB", "PW", "CMAS", "NSP", "CSLB", "DIR", "LPA", "RFO", "UDQ",
            "DGS", "ACH", "CSV", "XLSX", "JSON", "CSU", "UC");

    private CodeWords() {}

    static String of(String code) {
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
