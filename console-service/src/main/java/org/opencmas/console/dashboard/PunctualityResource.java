package org.opencmas.console.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.department.Dashboards;
import org.opencmas.console.client.department.Dashboards.Aging;
import org.opencmas.console.client.department.Dashboards.Punctuality;
import org.opencmas.console.dashboard.StackedBars.Look;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** How punctually reports are filed, and how old the fees are that are not paid. */
@Path("")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class PunctualityResource {
    private static final List<String> VIEWS =
            Stream.of(By.values()).map(By::name).toList();

    private static final List<StackedBars.Part> PARTS = List.of(
            new StackedBars.Part("In time", Look.FOUND),
            new StackedBars.Part("Late", Look.LATE),
            new StackedBars.Part("Overdue", Look.VERY_LATE),
            new StackedBars.Part("Open", Look.REST));
    private static final List<StackedBars.Part> AGES = List.of(
            new StackedBars.Part("Not past due", Look.REST),
            new StackedBars.Part("1 to 30 days", Look.FOUND),
            new StackedBars.Part("31 to 60", Look.LATE),
            new StackedBars.Part("61 to 90", Look.VERY_LATE),
            new StackedBars.Part("Over 90", Look.WORST));

    private final Dashboards dashboards;
    private final Panels panels;

    PunctualityResource(@RestClient Dashboards dashboards, Panels panels) {
        this.dashboards = dashboards;
        this.panels = panels;
    }

    /** What a row is of. */
    enum By {
        QUARTER,
        FISCAL_YEAR,
        CONTRACTOR;

        private String param() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance punctuality(
                Inputs inputs, By by, List<String> views, @Nullable Punctuality found, StackedBars bars, String next);

        static native TemplateInstance aging(Aging found, StackedBars bars, String next);
    }

    @GET
    @Path("/punctuality")
    public RestResponse<TemplateInstance> punctuality(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        By by = inputs.choice("by", By.class).orElse(By.QUARTER);
        Quarters quarters = Quarters.of(inputs, panels.today());
        String cursor = Cursors.of(inputs);
        Punctuality found = null;
        if (inputs.isFine()) {
            try {
                found = dashboards.getReportDashboard(
                        by.param(), quarters.from(), quarters.through(), cursor, Cursors.ROWS);
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem);
            }
        }
        return Answers.page(
                inputs,
                Templates.punctuality(
                        inputs,
                        by,
                        VIEWS,
                        found,
                        found == null ? StackedBars.of(PARTS, List.of()) : bars(by, found),
                        found == null ? "" : Cursors.next("/punctuality", address.getQueryParameters(), found.next())));
    }

    @GET
    @Path("/aging")
    public TemplateInstance aging(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String cursor = Cursors.of(inputs);
        Aging found = dashboards.getAgingDashboard(cursor, Cursors.ROWS);
        return Templates.aging(found, bars(found), Cursors.next("/aging", address.getQueryParameters(), found.next()));
    }

    private static StackedBars bars(By by, Punctuality found) {
        return StackedBars.of(
                PARTS,
                found.rows().stream()
                        .map(row -> new StackedBars.Row(
                                by == By.CONTRACTOR && row.name() != null ? row.name() : Forms.quarter(row.member()),
                                Stream.of(row.filedInTime(), row.filedLate(), row.overdue(), row.open())
                                        .map(BigDecimal::valueOf)
                                        .toList(),
                                row.punctuality() == null ? "" : Forms.percent(row.punctuality()) + " in time",
                                by == By.CONTRACTOR ? "/contractors/" + row.member() : ""))
                        .toList());
    }

    private static StackedBars bars(Aging found) {
        return StackedBars.of(
                AGES,
                found.rows().stream()
                        .map(row -> new StackedBars.Row(
                                row.contractorName(),
                                List.of(
                                        row.aging().notPastDue(),
                                        row.aging().days1To30(),
                                        row.aging().days31To60(),
                                        row.aging().days61To90(),
                                        row.aging().over90Days()),
                                Forms.money(row.aging().total()),
                                "/contractors/" + row.contractorId()))
                        .toList());
    }
}
