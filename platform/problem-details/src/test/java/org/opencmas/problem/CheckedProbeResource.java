package org.opencmas.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;

/** An operation whose parameters and body are at fault in every way that there is. */
@Path("/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CheckedProbeResource {

    record Part(@Nullable String number, @NotNull @Positive Integer cents) {}

    record Payment(
            @NotBlank @Size(max = 10) String reference,
            @NotNull LocalDate receivedOn,
            @Nullable Integer pages,
            @NotNull @Size(max = 20) List<@NotNull @Valid Part> parts)
            implements CheckedBody {

        /** A constraint on any of these is not yet known to hold. */
        @Override
        public void check(FieldReader fields, LocalDate today) {
            if (parts != null) {
                fields.each("/parts", parts, 20, (at, part) -> fields.text(at + "/number", part.number(), 3));
            }
            if (receivedOn != null && receivedOn.isAfter(today)) {
                fields.fault("/receivedOn", "is in the future: today is " + today);
            }
            if (reference != null && reference.startsWith("-")) {
                fields.fault("/reference", "begins with a dash");
            }
        }
    }

    static final class Order implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            fields.optionalIdentifier("kind", sent.query("kind"), 5);
            Integer first = sent.number("first");
            Integer last = sent.number("last");
            if (first != null && last != null && last < first) {
                fields.fault("last", "is before first");
            }
        }
    }

    /** Constraints on what a bean gathers. */
    @CheckedBy(Gathered.Check.class)
    public static class Gathered {
        static final class Check implements ParameterCheck {
            @Override
            public void check(FieldReader fields, SentParameters sent) {
                LocalDate day = sent.day("day");
                if (day != null && day.isAfter(LocalDate.ofInstant(sent.now(), ZoneOffset.UTC))) {
                    fields.fault("day", "is in the future");
                }
            }

            @Override
            public Map<String, String> expectations() {
                return Map.of("lines", "must be a whole number from 1 to 50");
            }
        }

        @QueryParam("name")
        @Size(min = 2, max = 4)
        @Nullable
        String name;

        @QueryParam("code")
        @Size(max = 2)
        List<@Pattern(regexp = "[A-Z]+") String> codes = List.of();

        @QueryParam("pages")
        @DefaultValue("1")
        @Min(0)
        @Max(9)
        int pages;

        @QueryParam("lines")
        @Nullable
        Integer lines;

        @QueryParam("after")
        @Min(0)
        @Nullable
        Long after;

        @QueryParam("day")
        @Nullable
        LocalDate day;

        /** For the framework. */
        public Gathered() {}
    }

    @GET
    public List<String> list(@BeanParam Gathered gathered, @QueryParam("kind") @Size(max = 3) @Nullable String kind) {
        return gathered.codes;
    }

    /** A parameter of the path that no annotation names. */
    @GET
    @Path("/{code}")
    public String one(@Size(max = 3) String code) {
        return code;
    }

    @POST
    @CheckedBy(Order.class)
    public Payment pay(
            @QueryParam("first") @Nullable Integer first,
            @QueryParam("last") @Nullable Integer last,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("most") @Max(9) @Nullable Integer most,
            @QueryParam("on") @Nullable LocalDate on,
            @NotNull @Valid Payment body) {
        var fields = new FieldReader();
        body.check(fields, LocalDate.parse(TestClock.TODAY));
        fields.requireNoFaults();
        return body;
    }
}
