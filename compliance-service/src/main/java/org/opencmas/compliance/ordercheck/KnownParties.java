package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.ordercheck.rule.Agency;
import org.opencmas.compliance.ordercheck.rule.Contractor;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Usd;

/** Reads the copies of agencies and contractors. */
@Singleton
class KnownParties {
    private static final String SELECT_AGENCY = """
            select name, type, empowered_to_expend_public_funds, decided_by, decided_on, decision_reason, order_limit,
                order_limit_action
              from agency where agency_id = ?
            """;
    private static final String SELECT_CONTRACTOR =
            "select legal_name, certificates from contractor where contractor_id = ?";

    private final ReceiptJson json;

    KnownParties(ReceiptJson json) {
        this.json = json;
    }

    @Nullable
    Agency agency(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_AGENCY)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? agency(id, row) : null;
            }
        }
    }

    @Nullable
    Contractor contractor(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_CONTRACTOR)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Contractor(id, row.getString(1), json.certificates(row.getString(2))) : null;
            }
        }
    }

    private static Agency agency(UUID id, ResultSet row) throws SQLException {
        BigDecimal limit = row.getBigDecimal("order_limit");
        return new Agency(
                id,
                row.getString("name"),
                AgencyType.valueOf(row.getString("type")),
                row.getBoolean("empowered_to_expend_public_funds"),
                decision(row),
                limit == null ? null : Usd.of(limit),
                "BLOCK".equals(row.getString("order_limit_action")) ? Agency.OverLimit.BLOCK : Agency.OverLimit.WARN);
    }

    private static Agency.@Nullable AnalystDecision decision(ResultSet row) throws SQLException {
        LocalDate decidedOn = row.getObject("decided_on", LocalDate.class);
        return decidedOn == null
                ? null
                : new Agency.AnalystDecision(row.getString("decided_by"), decidedOn, row.getString("decision_reason"));
    }
}
