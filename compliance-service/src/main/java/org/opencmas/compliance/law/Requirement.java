package org.opencmas.compliance.law;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of the list of requirements.
 *
 * @param services which keep it
 * @param binds who is bound, in letters: L, S, C, D, T, X
 * @param inputs from what it is judged
 * @param boundaries the values on both sides of its limits; "-" where it has none
 */
public record Requirement(String id, String services, String binds, String inputs, String boundaries) {
    private static final Map<String, String> PARTIES = new LinkedHashMap<>();

    static {
        PARTIES.put("L", "local agencies");
        PARTIES.put("S", "State agencies");
        PARTIES.put("C", "contractors");
        PARTIES.put("D", "the Department of General Services");
        PARTIES.put("T", "the Technology Agency");
        PARTIES.put("X", "this system");
    }

    /** Who is bound, in words. */
    public String bound() {
        String words = binds;
        for (var party : PARTIES.entrySet()) {
            words = words.replaceAll("\\b" + party.getKey() + "\\b", party.getValue());
        }
        return words.replaceAll(",(?=\\S)", ", ");
    }
}
