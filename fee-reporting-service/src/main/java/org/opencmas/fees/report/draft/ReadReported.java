package org.opencmas.fees.report.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.rate.FeeRateTable;
import org.opencmas.fees.rate.Rate;
import org.opencmas.fees.report.statement.Statement;

/** Works out what a contractor reports by a draft, with the rates and certificates that are known at this moment. */
@ApplicationScoped
public class ReadReported {
    private static final int READ_AT_ONCE = 1_000;

    private final ReportDrafts drafts;
    private final Contractors contractors;
    private final FeeRateTable rates;

    ReadReported(ReportDrafts drafts, Contractors contractors, FeeRateTable rates) {
        this.drafts = drafts;
        this.contractors = contractors;
        this.rates = rates;
    }

    /** An added order with its place among those of its draft, from 1 and ascending. */
    public record Placed(int place, ReportedLine line) {}

    public Reported of(Connection connection, Statement statement, ReportDraft draft) throws SQLException {
        var report = new AgreementQuarter(statement.agreement(), statement.quarter());
        return Reported.of(
                statement,
                draft,
                draft.addedRows() == 0 ? List.of() : ReportDraftRows.sums(connection, report, draft.version()),
                figures(connection, statement.contractorId()));
    }

    private Reported.Figures figures(Connection connection, Optional<UUID> contractorId) throws SQLException {
        List<Certificate> certificates = contractorId.isEmpty()
                ? List.of()
                : contractors
                        .find(connection, contractorId.get())
                        .map(Contractor::certificates)
                        .orElse(List.of());
        return new Reported.Figures(rates.load(connection), certificates);
    }

    /**
     * The added orders of a draft, a page of them; of a filed one with the fees that it was filed with.
     *
     * @param contractorId whose certificates count
     * @param after the place of the last one before; 0 for the first page
     */
    public List<Placed> added(
            Connection connection,
            AgreementQuarter report,
            Optional<UUID> contractorId,
            ReportDraft draft,
            int after,
            int count)
            throws SQLException {
        Reported.Figures figures = figures(connection, contractorId);
        if (draft.addedRows() == 0) {
            List<ReportedLine> lines = drafts.filedAdded(connection, report, draft.version())
                    .orElseGet(() -> draft.content().added().stream()
                            .map(row -> Reported.added(row, figures::rateOn))
                            .toList());
            return IntStream.range(after, Math.min(after + count, lines.size()))
                    .mapToObj(i -> new Placed(i + 1, lines.get(i)))
                    .toList();
        }
        Function<LocalDate, Rate> rateOn = rates(connection, report, draft.version(), figures);
        return ReportDraftRows.page(connection, report, draft.version(), after, count).stream()
                .map(placed -> new Placed(placed.place(), Reported.added(placed.row(), rateOn)))
                .toList();
    }

    /** The rates that a draft was filed with; of one that is not filed those that are known now. */
    private Function<LocalDate, Rate> rates(
            Connection connection, AgreementQuarter report, int version, Reported.Figures figures) throws SQLException {
        Map<LocalDate, Rate> filed =
                drafts.filedRates(connection, report, version).orElse(Map.of());
        return day -> {
            Rate rate = filed.get(day);
            return rate == null ? figures.rateOn(day) : rate;
        };
    }

    /**
     * Gives each added order that stands as a row, with the fee that it was filed with; a thousand are held at once.
     *
     * @param contractorId whose certificates count where the draft is not filed
     */
    public void eachRow(
            Connection connection,
            AgreementQuarter report,
            Optional<UUID> contractorId,
            int version,
            Consumer<ReportedLine> each)
            throws SQLException {
        Function<LocalDate, Rate> rateOn = rates(connection, report, version, figures(connection, contractorId));
        List<ReportDraftRows.Placed> page = ReportDraftRows.page(connection, report, version, 0, READ_AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(placed -> each.accept(Reported.added(placed.row(), rateOn)));
            page = ReportDraftRows.page(
                    connection, report, version, page.getLast().place(), READ_AT_ONCE);
        }
    }
}
