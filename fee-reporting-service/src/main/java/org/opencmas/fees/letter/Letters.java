package org.opencmas.fees.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.letter.LetterRun.Letter;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.obligation.UnpaidFees;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The log of letters. A run is made in one statement, however many contractors it concerns. */
@ApplicationScoped
class Letters {
    private static final String REMINDER = """
            select contractor_id, due_on as since, 0::numeric as amount,
                'Report of CMAS ' || cmas_number || ' for ' || quarter || ', due on ' || due_on as told
            from report_obligation where filed_at is null and quarter < :quarter and due_on >= :today
            """;
    private static final String OVERDUE = """
            select contractor_id, due_on, 0::numeric, 'Report of CMAS ' || cmas_number || ' for ' || quarter || ', due on ' || due_on
            from report_obligation o where filed_at is null and due_on < :today
                and not """ + ReportObligations.SETTLED;
    private static final String INCOMPLETE = """
            select contractor_id, (returned_at at time zone 'America/Los_Angeles')::date, 0::numeric,
                'Report of CMAS ' || cmas_number || ' for ' || quarter || ', returned: ' || array_to_string(reasons, '; ')
            from report_return r where not exists (select from report_version v
                where (v.cmas_number, v.quarter) = (r.cmas_number, r.quarter) and v.version > r.version)
            """;
    private static final String UNPAID = """
            select contractor_id, due_on, open, 'Fee of CMAS ' || cmas_number || ' for ' || quarter || ', due on ' || due_on || ': ' || open
            from """ + UnpaidFees.OPEN + " f where due_on < :today";
    private static final String EXPIRING = """
            select contractor_id, term_end, 0::numeric, 'CMAS ' || cmas_number || ' ends on ' || term_end
            from agreement where term_end between :today and :today + 90 and (terminated_on is null or terminated_on > term_end)
            union all
            select c.contractor_id, c.valid_through, 0::numeric, c.type || ' certificate ' || c.number || ' ends on ' || c.valid_through
            from contractor_certificate c where c.valid_through between :today and :today + 90
                and not exists (select from contractor_certificate later where later.contractor_id = c.contractor_id
                    and later.type = c.type and later.valid_through > c.valid_through)
            """;
    private static final String MAKE = """
            insert into letter (run_id, contractor_id, contractor_name, items, oldest_on, amount, listed)
            select ?, i.contractor_id, k.legal_name, count(*), min(i.since), sum(i.amount), string_agg(i.told, chr(10) order by i.since, i.told)
            from (%s) i (contractor_id, since, amount, told) join contractor k on k.contractor_id = i.contractor_id
            where ?::uuid is null or i.contractor_id = ?
            group by i.contractor_id, k.legal_name
            """;
    private static final String RUNS = """
            select r.run_id, r.kind, r.as_of_day, r.subject, r.body, (select count(*) from letter l where l.run_id = r.run_id),
                r.made_by, r.made_at
            from letter_run r where %s order by r.run_id limit ?
            """;
    private static final String LETTERS = """
            select contractor_id, contractor_name, items, oldest_on, amount, listed from letter
            where run_id = ? and (?::uuid is null or contractor_id > ?) order by contractor_id limit ?
            """;

    /** @return how many letters were made */
    int make(Connection connection, LetterRun run, @Nullable UUID contractorId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into letter_run (run_id, kind, as_of_day, subject, body, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, run.runId());
            insert.setString(2, run.kind().name());
            insert.setObject(3, run.asOfDay());
            insert.setString(4, run.subject());
            insert.setString(5, run.body());
            insert.setString(6, run.madeBy());
            insert.setObject(7, run.madeAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(MAKE.formatted(concerned(run)))) {
            insert.setObject(1, run.runId());
            insert.setObject(2, contractorId);
            insert.setObject(3, contractorId);
            return insert.executeUpdate();
        }
    }

    /** The day and its quarter are typed values, so that they can stand in the text of the statement. */
    private static String concerned(LetterRun run) {
        LocalDate today = run.asOfDay();
        String concerned = switch (run.kind()) {
            case REMINDER -> REMINDER;
            case OVERDUE_REPORTS -> OVERDUE;
            case INCOMPLETE_REPORTS -> INCOMPLETE;
            case UNPAID_FEES -> UNPAID;
            case EXPIRING -> EXPIRING;
        };
        return concerned
                .replace(":today", "date '" + today + "'")
                .replace(":quarter", "'" + CalendarQuarter.of(today) + "'");
    }

    Optional<LetterRun> find(Connection connection, UUID runId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RUNS.formatted("r.run_id = ?"))) {
            select.setObject(1, runId);
            select.setInt(2, 1);
            return runs(select).stream().findFirst();
        }
    }

    /** By the time of their making. */
    List<LetterRun> list(Connection connection, @Nullable UUID after, int count) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(RUNS.formatted("(?::uuid is null or r.run_id > ?)"))) {
            select.setObject(1, after);
            select.setObject(2, after);
            select.setInt(3, count);
            return runs(select);
        }
    }

    private static List<LetterRun> runs(PreparedStatement select) throws SQLException {
        List<LetterRun> runs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                runs.add(new LetterRun(
                        row.getObject(1, UUID.class),
                        LetterRun.Kind.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()));
            }
        }
        return runs;
    }

    List<Letter> letters(Connection connection, LetterRun run, @Nullable UUID after, int count) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LETTERS)) {
            select.setObject(1, run.runId());
            select.setObject(2, after);
            select.setObject(3, after);
            select.setInt(4, count);
            List<Letter> letters = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    letters.add(letter(run, row));
                }
            }
            return letters;
        }
    }

    private static Letter letter(LetterRun run, ResultSet row) throws SQLException {
        Usd amount = Usd.of(row.getBigDecimal(5));
        Map<String, String> values = Map.of(
                "contractorName", row.getString(2),
                "items", row.getString(3),
                "oldestOn", row.getObject(4, LocalDate.class).toString(),
                "amount", amount.toString(),
                "list", row.getString(6),
                "day", run.asOfDay().toString());
        return new Letter(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                amount,
                row.getString(6),
                MergeFields.merged(run.subject(), values),
                MergeFields.merged(run.body(), values));
    }
}
