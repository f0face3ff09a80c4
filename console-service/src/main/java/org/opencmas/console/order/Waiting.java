package org.opencmas.console.order;

import java.util.Set;
import org.opencmas.terms.Roles;

/** Whom an order in a state waits for, as the reader sees it. */
final class Waiting {
    private static final Set<String> OF_AGENCY = Set.of("DRAFT", "RETURNED", "REJECTED");

    private Waiting() {}

    /** Tells whether the reader has to do something. */
    static boolean isMine(String state, Set<String> roles) {
        return (isAgency(roles) && OF_AGENCY.contains(state))
                || (roles.contains(Roles.CONTRACTOR) && state.equals("ISSUED"));
    }

    /** Returns what has to happen next; empty when nothing has to. */
    static String next(String state, Set<String> roles) {
        boolean agency = isAgency(roles);
        boolean contractor = roles.contains(Roles.CONTRACTOR);
        return switch (state) {
            case "DRAFT" -> agency ? "You: complete and submit it" : "The agency's submission";
            case "SUBMITTED" -> "The decision by the rules";
            case "RETURNED" -> agency ? "You: mend what was found" : "The agency's new version";
            case "ISSUED" -> contractor ? "You: accept or reject it" : "The contractor's answer";
            case "REJECTED" -> agency ? "You: amend it" : "The agency's amendment";
            default -> "";
        };
    }

    private static boolean isAgency(Set<String> roles) {
        return roles.contains(Roles.AGENCY_BUYER) || roles.contains(Roles.AGENCY_APPROVER);
    }
}
