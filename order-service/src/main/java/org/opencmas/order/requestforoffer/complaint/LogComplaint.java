package org.opencmas.order.requestforoffer.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.requestforoffer.Complaint;
import org.opencmas.order.requestforoffer.Complaint.Answered;
import org.opencmas.order.requestforoffer.Complaint.Said;
import org.opencmas.order.requestforoffer.RequestForOffer.Head;
import org.opencmas.order.requestforoffer.acts.ChangeRequest;
import org.opencmas.order.requestforoffer.acts.ReadRequest;
import org.opencmas.order.requestforoffer.store.Complaints;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * Logs informal complaints and what the agency answered (PRO-INFORMAL-COMPLAINT, Guide s2 p8). The log is only ever added to; no event tells of
 * it, since DGS sees what the agency shares and nothing else.
 */
@ApplicationScoped
class LogComplaint {
    private static final int MOST_ENTRIES = 500;

    private final ReadRequest read;
    private final ChangeRequest changes;
    private final Complaints complaints;
    private final Database database;
    private final Clock clock;

    LogComplaint(ReadRequest read, ChangeRequest changes, Complaints complaints, Database database, Clock clock) {
        this.read = read;
        this.changes = changes;
        this.complaints = complaints;
        this.database = database;
        this.clock = clock;
    }

    /** A complaint as it is sent. */
    @Schema(name = "NewInformalComplaint")
    record NewComplaint(
            @Schema(required = true, maxLength = 200) @Nullable
            String complainant,

            @Schema(required = true, maxLength = 4000) @Nullable
            String about,

            @Schema(required = true, format = "date") @Nullable
            String receivedOn,

            @Schema(defaultValue = "false") @Nullable Boolean sharedWithDgs)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields, today);
        }

        private Said read(FieldReader fields, LocalDate today) {
            return new Said(
                    fields.text("/complainant", complainant, 200),
                    fields.text("/about", about, 4000),
                    fields.pastDate("/receivedOn", receivedOn, today));
        }
    }

    /** An answer as it is sent. */
    @Schema(name = "NewInformalComplaintAnswer")
    record NewAnswer(
            @Schema(required = true, maxLength = 4000) @Nullable
            String answer,

            @Schema(required = true, format = "date") @Nullable
            String answeredOn,

            @Schema(maxLength = 200) @Nullable String answeredBy)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields, today, "");
        }

        private Answered read(FieldReader fields, LocalDate today, String sender) {
            String named = fields.optionalText("/answeredBy", answeredBy, 200);
            return new Answered(
                    fields.text("/answer", answer, 4000),
                    fields.pastDate("/answeredOn", answeredOn, today),
                    named == null ? sender : named);
        }
    }

    @Transactional
    Complaint record(UUID requestId, NewComplaint body, Visibility own, Requester by) {
        var fields = new FieldReader();
        Said said = body.read(fields, today());
        fields.requireNoFaults();
        return add(requestId, null, own, by, said, Boolean.TRUE.equals(body.sharedWithDgs()));
    }

    @Transactional
    Complaint answer(UUID requestId, UUID complaintId, NewAnswer body, Visibility own, Requester by) {
        var fields = new FieldReader();
        Answered answered = body.read(fields, today(), by.name());
        fields.requireNoFaults();
        return add(requestId, complaintId, own, by, answered, false);
    }

    private LocalDate today() {
        return ProgramCalendar.dateOf(clock.instant());
    }

    private Complaint add(
            UUID requestId, @Nullable UUID answered, Visibility own, Requester by, Object document, boolean shared) {
        return database.with(connection -> {
            Head request = read.seen(connection, requestId, own).head();
            List<Complaint> log = complaints.of(connection, requestId);
            int entries = log.stream().mapToInt(one -> 1 + one.answers().size()).sum();
            if (entries >= MOST_ENTRIES) {
                throw new Conflict("log-full", "The log of a request has " + MOST_ENTRIES + " entries at most.");
            }
            boolean isShared = answered == null ? shared : find(log, answered).sharedWithDgs();
            UUID entryId = TimeOrderedId.next();
            complaints.add(connection, request, entryId, answered, isShared, changes.actor(by), document);
            return find(complaints.of(connection, requestId), answered == null ? entryId : answered);
        });
    }

    private static Complaint find(List<Complaint> log, UUID complaintId) {
        return log.stream()
                .filter(one -> one.complaintId().equals(complaintId))
                .findFirst()
                .orElseThrow(() -> new NotFound("complaint", complaintId));
    }
}
