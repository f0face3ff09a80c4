package org.opencmas.compliance.check;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.parameter.FiguresInForce;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.AttestationKind;
import org.opencmas.terms.ProgramCalendar;

@Path("/v1/attestation-kinds")
@Tag(name = "Attestation kinds", description = "What a named person can attest to on an order. Public.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class AttestationKindResource {
    private final DataSource dataSource;
    private final FiguresInForce figures;
    private final Clock clock;

    AttestationKindResource(DataSource dataSource, FiguresInForce figures, Clock clock) {
        this.dataSource = dataSource;
        this.figures = figures;
        this.clock = clock;
    }

    /** All kinds, in the order of the rules that they answer. */
    record AttestationKindsView(List<AttestationKindView> items) {}

    /**
     * Something that can be attested to.
     *
     * @param holdsDays days after it was made, the last included, through which it answers a document that arrives; null when it holds for
     *     the version it was made for without end
     */
    record AttestationKindView(
            String kind,
            List<String> rules,
            String statement,
            String signedBy,
            String evidence,
            @Nullable Integer holdsDays,
            boolean reusable) {
        static AttestationKindView of(AttestationKind kind, @Nullable Integer days) {
            return new AttestationKindView(
                    kind.kind(),
                    kind.rules(),
                    kind.statement(),
                    kind.signedBy(),
                    kind.evidence(),
                    kind.ends() ? days : null,
                    kind.reusable());
        }
    }

    @GET
    @Operation(operationId = "listAttestationKinds", summary = "What can be attested to, by whom, and for how long")
    public AttestationKindsView list() throws SQLException {
        Integer days = days();
        return new AttestationKindsView(RuleBooks.ORDERS.attestationKinds().stream()
                .map(kind -> AttestationKindView.of(kind, days))
                .toList());
    }

    private @Nullable Integer days() throws SQLException {
        LocalDate today = ProgramCalendar.dateOf(clock.instant());
        try (Connection connection = dataSource.getConnection()) {
            return figures.of(connection, today, Set.of(ParameterName.ATTESTATION_DAYS)).stream()
                    .map(Parameter::value)
                    .map(BigDecimal::intValueExact)
                    .findFirst()
                    .orElse(null);
        }
    }
}
