package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.compliance.ordercheck.rule.Agreement;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads the copy of agreements. */
@Singleton
class KnownAgreements {
    private static final String SELECT = """
            select cmas_number, contractor_id, contractor_name, status, supplement_number, effective_on, term_start, term_end,
                for_use_by, nsp_provision, travel_allowed, state_order_limit, listed_certifications,
                exists (select from parked_event where state = 'PARKED' and topic = 'cmas.agreements'
                    and record_key = cmas_number) as news_waiting
              from agreement_snapshot where cmas_number = any (?) order by cmas_number, effective_on, version
            """;
    private static final String SELECT_ALIKE = """
            select distinct cmas_number from agreement_snapshot where cmas_number like ? || '%' order by cmas_number limit 10
            """;

    private final ReceiptJson json;

    KnownAgreements(ReceiptJson json) {
        this.json = json;
    }

    /** All snapshots of the numbers that are known; an unknown number is absent. */
    Map<CmasNumber, AgreementHistory> histories(Connection connection, Collection<CmasNumber> numbers)
            throws SQLException {
        Map<CmasNumber, List<Agreement>> snapshots = new HashMap<>();
        Object[] canonical = numbers.stream().map(CmasNumber::canonical).toArray();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("text", canonical));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Agreement agreement = agreement(row);
                    snapshots
                            .computeIfAbsent(agreement.cmas(), first -> new ArrayList<>())
                            .add(agreement);
                }
            }
        }
        Map<CmasNumber, AgreementHistory> histories = new HashMap<>();
        snapshots.forEach((cmas, known) -> histories.put(cmas, new AgreementHistory(known)));
        return histories;
    }

    /** Known numbers that differ from an unknown one in the letter at the end only. */
    List<CmasNumber> lookAlikes(Connection connection, CmasNumber unknown) throws SQLException {
        String canonical = unknown.canonical();
        String stem = unknown.suffix().isPresent() ? canonical.substring(0, canonical.length() - 1) : canonical;
        List<CmasNumber> alike = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_ALIKE)) {
            select.setString(1, stem);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    alike.add(CmasNumber.parse(row.getString(1)));
                }
            }
        }
        alike.remove(unknown);
        return alike;
    }

    private Agreement agreement(ResultSet row) throws SQLException {
        var limit = row.getBigDecimal("state_order_limit");
        return new Agreement(
                CmasNumber.parse(row.getString("cmas_number")),
                row.getObject("contractor_id", UUID.class),
                row.getString("contractor_name"),
                Agreement.Status.valueOf(row.getString("status")),
                row.getInt("supplement_number"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("term_start", LocalDate.class),
                row.getObject("term_end", LocalDate.class),
                Agreement.ForUseBy.valueOf(row.getString("for_use_by")),
                row.getBoolean("nsp_provision"),
                row.getObject("travel_allowed", Boolean.class),
                limit == null ? null : Usd.of(limit),
                json.certificates(row.getString("listed_certifications")),
                row.getBoolean("news_waiting"));
    }
}
