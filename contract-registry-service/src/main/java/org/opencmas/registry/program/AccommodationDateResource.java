package org.opencmas.registry.program;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.WorkingDays;

/**
 * The day by which to ask for an accommodation best (ADA-10-DAYS, Guide attachment B p25): ten working days before an event or the day
 * a document is due, which itself does not count. It is advice: a later request is taken too.
 */
@Path("/v1/accommodation-dates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Program facts", description = "What the program's users are told beside the agreements.")
class AccommodationDateResource {
    private static final int WORKING_DAYS = 10;
    private static final String ADVICE =
            "Ask by this day, so that there is time to prepare. A later request is taken too, and never refused for its day.";
    private static final String SOURCE =
            "CMAS Local Government Agency Guide, August 2019, attachment B, page 25; State holidays: Government Code section 19853";

    /** @param holidaysBetween State holidays from that day to the event, which do not count as working days */
    @Schema(name = "AccommodationDate")
    record AccommodationDate(
            LocalDate event,
            LocalDate askBy,
            int workingDays,
            List<StateHoliday> holidaysBetween,
            String advice,
            String source) {
        static AccommodationDate before(LocalDate event) {
            LocalDate askBy = WorkingDays.before(event, WORKING_DAYS);
            List<StateHoliday> holidays = askBy.datesUntil(event)
                    .flatMap(day -> WorkingDays.holiday(day).map(name -> new StateHoliday(day, name)).stream())
                    .toList();
            return new AccommodationDate(event, askBy, WORKING_DAYS, holidays, ADVICE, SOURCE);
        }
    }

    /** @param keptOn the working day on which it is kept */
    @Schema(name = "StateHoliday")
    record StateHoliday(LocalDate keptOn, String name) {}

    /** The day of the event has to be told. */
    static final class EventCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            fields.date("event", sent.query("event"));
        }
    }

    @GET
    @PermitAll
    @CheckedBy(EventCheck.class)
    @Operation(operationId = "getAccommodationDate", summary = "The day by which to ask for an accommodation best")
    public AccommodationDate date(
            @Parameter(required = true, schema = @Schema(format = "date")) @QueryParam("event") @Nullable
                    String event) {
        var fields = new FieldReader();
        LocalDate day = fields.date("event", event);
        fields.requireNoFaults();
        return AccommodationDate.before(day);
    }
}
