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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.Fees.Dashboard;
import org.opencmas.console.client.Fees.DashboardRow;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.CalendarQuarter;

/** Sales and fees by quarter, by kind of agency and by contractor. One filter for all, in the address. */
@Path("/dashboard")
@PermitAll
@SignedIn({"dgs-analyst", "dgs-approver", "compliance-reviewer", "auditor"})
@Produces(MediaType.TEXT_HTML)
public class DashboardResource {
    private static final int QUARTERS_SHOWN = 8;
    private static final Map<String, String> FIELDS = Map.of("from", "from", "through", "through", "by", "by");

    private final Fees fees;
    private final Panels panels;
    private final Clock clock;

    DashboardResource(@RestClient Fees fees, Panels panels, Clock clock) {
        this.fees = fees;
        this.panels = panels;
        this.clock = clock;
    }

    /** What the figures are added up by. */
    enum By {
        QUARTER,
        AGENCY_TYPE,
        CONTRACTOR
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance dashboard(
                Inputs inputs,
                By by,
                String from,
                String through,
                @Nullable Dashboard found,
                Bars sales,
                Bars fees,
                String next);
    }

    @GET
    public RestResponse<TemplateInstance> dashboard(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        CalendarQuarter now = CalendarQuarter.of(LocalDate.now(clock));
        CalendarQuarter before = now;
        for (int i = 1; i < QUARTERS_SHOWN; i++) {
            before = before.previous();
        }
        String from = quarter(inputs, "from", before);
        String through = quarter(inputs, "through", now);
        By by = inputs.choice("by", By.class).orElse(By.QUARTER);
        String cursor = inputs.text("cursor", 4_000);
        Dashboard found = null;
        if (inputs.isFine()) {
            Panel<Dashboard> asked = panels.ask(
                    Fees.NAME,
                    () -> fees.getFeeDashboard(
                            by.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            from,
                            through,
                            cursor.isEmpty() ? null : cursor,
                            Cursors.ROWS));
            var problem = asked.problem();
            if (problem != null && problem.status() == 400) {
                Refusals.intoFields(inputs, problem, FIELDS);
            } else {
                found = asked.value();
            }
        }
        List<DashboardRow> rows = found == null ? List.of() : found.rows();
        return Answers.page(
                inputs,
                Templates.dashboard(
                        inputs,
                        by,
                        from,
                        through,
                        found,
                        Bars.of(rows.stream().map(row -> bar(row, row.sales())).toList()),
                        Bars.of(rows.stream().map(row -> bar(row, row.feeDue())).toList()),
                        found == null ? "" : Cursors.next("/dashboard", address.getQueryParameters(), found.next())));
    }

    private static Bars.Row bar(DashboardRow row, BigDecimal amount) {
        return new Bars.Row(label(row), amount);
    }

    private static String label(DashboardRow row) {
        if (row.quarter() != null) {
            return row.quarter().replace('-', ' ');
        }
        String label = row.agencyType() != null ? Forms.words(row.agencyType()) : row.contractorName();
        return label == null ? "" : label.length() > 24 ? label.substring(0, 23) + "…" : label;
    }

    private static String quarter(Inputs inputs, String field, CalendarQuarter otherwise) {
        String text = inputs.text(field);
        if (text.isEmpty()) {
            return otherwise.toString();
        }
        try {
            return CalendarQuarter.parse(text).toString();
        } catch (IllegalArgumentException none) {
            inputs.wrong(field, "must be a quarter such as 2026-Q3.");
            return otherwise.toString();
        }
    }
}
