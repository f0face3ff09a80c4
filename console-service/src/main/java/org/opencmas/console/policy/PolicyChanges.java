package org.opencmas.console.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.Policies;
import org.opencmas.console.client.Policies.Change;
import org.opencmas.console.frame.Reader;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.person.Persons;
import org.opencmas.console.policy.PolicyWords.Difference;

/** What was set for an agency and does not hold yet: for its page and for that of DGS, where the second person decides on it. */
@ApplicationScoped
class PolicyChanges {
    /** The service lists the newest first; nobody has so many open. */
    private static final int MOST = 200;

    private final Policies policies;
    private final Persons persons;

    PolicyChanges(@RestClient Policies policies, Persons persons) {
        this.policies = policies;
        this.persons = persons;
    }

    /**
     * What waits, and what came of the others.
     *
     * @param waiting the one that holds first on top
     * @param ended adopted or given up, the newest first
     */
    record All(List<Waiting> waiting, List<Change> ended) {}

    /**
     * A policy that does not hold yet.
     *
     * @param loosens the settings that it loosens, as the pages call them
     * @param differences from the policy in force now
     * @param isOwn whether the reader set it, and so cannot confirm it
     */
    record Waiting(Change change, List<String> loosens, List<Difference> differences, boolean isOwn) {
        public boolean needsConfirmation() {
            return change.state().equals("AWAITS_CONFIRMATION");
        }
    }

    /** @param inForce the policy that holds now */
    All all(UUID agency, JsonNode inForce, Reader reader) {
        List<Change> found = policies.listAgencyPolicyChanges(agency, MOST).items();
        return new All(
                found.stream()
                        .filter(Change::isWaiting)
                        .sorted((one, other) -> one.effectiveOn().compareTo(other.effectiveOn()))
                        .map(change -> new Waiting(
                                change,
                                change.loosens().stream()
                                        .map(PolicyWords::label)
                                        .toList(),
                                PolicyWords.between(inForce, change.policy()),
                                reader.is(change.proposed().by())))
                        .toList(),
                found.stream().filter(change -> !change.isWaiting()).limit(20).toList());
    }

    /**
     * Confirms a change, or has it given up. A refusal stands in the fields; where somebody was there before, it says who and when.
     *
     * @param act {@code confirmation} or {@code withdrawal}
     * @return whether it was done
     */
    boolean decide(UUID agency, String changeId, String act, Inputs inputs) {
        UUID id = id(changeId);
        try {
            switch (act) {
                case "confirmation" -> policies.confirmAgencyPolicyChange(agency, id, inputs.value("key"));
                case "withdrawal" -> policies.withdrawAgencyPolicyChange(agency, id, inputs.value("key"));
                default -> throw new NoSuchPage("A change of a policy is confirmed or given up.");
            }
            return true;
        } catch (ServiceProblem problem) {
            String meanwhile = problem.status() == 409 ? meanwhile(agency, id) : "";
            if (meanwhile.isEmpty()) {
                Refusals.intoFields(inputs, problem);
            } else {
                inputs.wrongAsAWhole("", meanwhile);
            }
            return false;
        }
    }

    /** Returns what was done with a change since the page was shown; empty while it waits for a second person. */
    private String meanwhile(UUID agency, UUID id) {
        return policies.listAgencyPolicyChanges(agency, MOST).items().stream()
                .filter(change -> change.changeId().equals(id))
                .findFirst()
                .map(this::told)
                .orElse("");
    }

    private String told(Change change) {
        if (change.withdrawn() != null) {
            return "It was given up meanwhile by "
                    + persons.called(change.withdrawn().by()) + ", "
                    + Forms.moment(change.withdrawn().at()) + ". Nothing was done.";
        }
        if (change.confirmed() != null) {
            return "It was confirmed meanwhile by "
                    + persons.called(change.confirmed().by()) + ", "
                    + Forms.moment(change.confirmed().at())
                    + (change.isWaiting()
                            ? ", and holds from " + Forms.day(change.effectiveOn()) + "."
                            : ", and holds now.");
        }
        return change.isWaiting() ? "" : "Its day came meanwhile, and it holds now.";
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no change of a policy with this address.");
    }
}
