package org.opencmas.registry.namechange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.IfMatch;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.registry.agreement.PrintedNames;
import org.opencmas.registry.contractor.RenameContractor;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;

/**
 * CON-NAME-CHANGE (Guide s6 p15): a contractor asks for the change of its name, another person decides, and the agreements get the new name
 * by supplements. Refuses a change of a day still to come and the name that the contractor has (400), a name that another contractor has
 * and a second open case (409), a decision by whoever asked, a second decision, supplements of a case that is not approved (409) and of
 * a day that no agreement reaches (400).
 */
@ApplicationScoped
class ChangeName {
    private final NameChanges cases;
    private final RenameContractor contractors;
    private final PrintedNames agreements;
    private final RegistryEvents events;
    private final Caller caller;
    private final Clock clock;

    ChangeName(
            NameChanges cases,
            RenameContractor contractors,
            PrintedNames agreements,
            RegistryEvents events,
            Caller caller,
            Clock clock) {
        this.cases = cases;
        this.contractors = contractors;
        this.agreements = agreements;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    NameChangeState request(UUID contractorId, NameChange.Request request) {
        String oldName = contractors.legalName(contractorId);
        var fields = new FieldReader();
        checkDay(fields, request.legalChangeOn(), ProgramCalendar.dateOf(clock.instant()));
        if (Identifier.keyOf(oldName).equals(Identifier.keyOf(request.newLegalName()))) {
            fields.fault("/newLegalName", "is the legal name already", "Letter case and repeated blanks do not count.");
        }
        fields.requireNoFaults();
        cases.requireNoneOpen(contractorId);
        contractors.requireFree(request.newLegalName());
        var opened = new NameChange(contractorId, oldName, request, now(), caller.subject());
        cases.persistAndFlush(opened);
        return told(opened, "name-change.requested.v1");
    }

    static void checkDay(FieldReader fields, @Nullable LocalDate legalChangeOn, LocalDate today) {
        if (legalChangeOn != null && legalChangeOn.isAfter(today)) {
            fields.fault(
                    "/legalChangeOn",
                    "is in the future: today is " + today + " in California",
                    "Ask once the name has changed in law.");
        }
    }

    /** An approval gives the contractor its new legal name; the old one becomes a former name. */
    @Transactional
    NameChangeState decide(
            UUID contractorId, UUID caseId, @Nullable String ifMatch, NameChange.Decision decision, String reason) {
        NameChange decided = cases.requireForChange(contractorId, caseId);
        IfMatch.require(ifMatch, decided.version());
        decided.decide(decision, reason, now(), caller.subject());
        cases.flush();
        if (decision == NameChange.Decision.APPROVED) {
            contractors.rename(contractorId, decided.newLegalName());
        }
        return told(decided, "name-change.decided.v1");
    }

    /** Adds a supplement to each agreement that prints another name on the day or later, and completes the case. */
    @Transactional
    NameChangeState supplement(UUID contractorId, UUID caseId, @Nullable String ifMatch, LocalDate effectiveOn) {
        NameChange approved = cases.requireForChange(contractorId, caseId);
        IfMatch.require(ifMatch, approved.version());
        approved.requireApproved();
        if (effectiveOn.isBefore(approved.legalChangeOn())) {
            throw new InvalidRequest(new Fault(
                    "/effectiveOn",
                    "is before the name changed in law on " + approved.legalChangeOn(),
                    "Choose that day or a later one."));
        }
        boolean isReached = agreements.reprint(contractorId, approved.newLegalName(), effectiveOn);
        if (!isReached && printsAnotherName(contractorId, approved.newLegalName())) {
            throw new InvalidRequest(new Fault(
                    "/effectiveOn",
                    "is after the end of every agreement, and none would ever print the new name",
                    "Choose a day within their terms."));
        }
        approved.complete(now());
        cases.flush();
        return told(approved, "name-change.completed.v1");
    }

    private boolean printsAnotherName(UUID contractorId, String name) {
        return agreements.on(contractorId, ProgramCalendar.dateOf(clock.instant())).stream()
                .anyMatch(each -> !each.contractorName().equals(name));
    }

    private NameChangeState told(NameChange changed, String event) {
        NameChangeState state = changed.toldState();
        events.record(RegistryEvents.CONTRACTORS, state.caseId().toString(), state.version(), event, state);
        return state;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
