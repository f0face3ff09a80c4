package org.opencmas.order.account.terms;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opencmas.terms.Usd;

/** The dated figures of payment that count on one day (docs/adr/0054). A figure that no source dates so early is not there. */
public final class PaymentFigures {
    private static final String ON = """
            select distinct on (name) name, value from payment_figure where valid_from <= ? order by name, valid_from desc
            """;

    /** For a day before the first of the program's calendar: as that first day has it. */
    private static final Map<Name, BigDecimal> BEFORE_ALL = Map.of(
            Name.PP_WITHHOLD_SHARE, new BigDecimal("0.10"),
            Name.PP_BOND_SHARE, new BigDecimal("0.50"),
            Name.PW_BOND_TRIGGER, new BigDecimal("5000.00"));

    private final Map<Name, BigDecimal> values;

    private PaymentFigures(Map<Name, BigDecimal> values) {
        this.values = values;
    }

    /** The figures by their names in the rule book. */
    private enum Name {
        PROMPT_PAYMENT_DAYS,
        PP_WITHHOLD_SHARE,
        PP_RISK_LARGE_PRICE,
        PP_RISK_SHARE_LARGE,
        PP_RISK_SHARE_SMALL,
        PP_BOND_SHARE,
        PW_BOND_TRIGGER
    }

    public static PaymentFigures on(Connection connection, LocalDate day) throws SQLException {
        Map<Name, BigDecimal> values = new EnumMap<>(Name.class);
        try (PreparedStatement select = connection.prepareStatement(ON)) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    values.put(Name.valueOf(row.getString(1)), row.getBigDecimal(2));
                }
            }
        }
        return new PaymentFigures(values);
    }

    /** Days from acceptance and invoice to the last day on time; empty for a day that no edition is read back to. */
    public Optional<Integer> promptPaymentDays() {
        return Optional.ofNullable(values.get(Name.PROMPT_PAYMENT_DAYS)).map(BigDecimal::intValueExact);
    }

    /** The share that is withheld at least without a risk decision. */
    public BigDecimal usualShare() {
        return orFirst(Name.PP_WITHHOLD_SHARE);
    }

    /** What public works come to at most, US dollars, that need no payment bond. */
    public Usd mostPublicWorksWithoutBond() {
        return Usd.of(orFirst(Name.PW_BOND_TRIGGER));
    }

    private BigDecimal bondShare() {
        return orFirst(Name.PP_BOND_SHARE);
    }

    private BigDecimal orFirst(Name name) {
        return Objects.requireNonNull(values.getOrDefault(name, BEFORE_ALL.get(name)));
    }

    /** What terms keep that are agreed on this day. */
    public ProgressTerms.Figures ofTerms() {
        BigDecimal large = values.get(Name.PP_RISK_LARGE_PRICE);
        return new ProgressTerms.Figures(
                large == null ? null : Usd.of(large),
                large == null ? null : values.getOrDefault(Name.PP_RISK_SHARE_LARGE, usualShare()),
                bondShare());
    }

    /** The share to which a risk decision can lead at that price; the usual one where none is dated so early. */
    public BigDecimal leastShareAt(Usd price) {
        BigDecimal large = values.get(Name.PP_RISK_LARGE_PRICE);
        boolean isLarge = large != null && Usd.of(large).isAtMost(price);
        return values.getOrDefault(isLarge ? Name.PP_RISK_SHARE_LARGE : Name.PP_RISK_SHARE_SMALL, usualShare());
    }
}
