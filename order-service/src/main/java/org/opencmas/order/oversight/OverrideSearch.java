package org.opencmas.order.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.ProgramCalendar;

/**
 * Which overrides; a null is no condition.
 *
 * @param from the first day, inclusive
 * @param through the last day, inclusive
 * @param after the last one of the page before
 */
record OverrideSearch(
        @Nullable UUID agencyId,
        @Nullable String decidedBy,
        @Nullable String rule,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        @Nullable Place after) {

    /** Where one stands in the list. */
    record Place(Instant decidedAt, UUID overrideId) {}

    /** Adds the conditions; returns the values for their places. */
    List<Object> addTo(StringBuilder sql) {
        List<Object> values = new ArrayList<>();
        sql.append(" where true");
        add(sql, values, " and agency_id = ?", agencyId);
        add(sql, values, " and decided_by = ?", decidedBy);
        add(sql, values, " and rule = ?", rule);
        add(sql, values, " and decided_at >= ?", from == null ? null : beginning(from));
        add(sql, values, " and decided_at < ?", through == null ? null : beginning(through.plusDays(1)));
        if (after != null) {
            sql.append(" and (decided_at, override_id) < (?, ?)");
            values.add(after.decidedAt().atOffset(ZoneOffset.UTC));
            values.add(after.overrideId());
        }
        return values;
    }

    private static OffsetDateTime beginning(LocalDate day) {
        return day.atStartOfDay(ProgramCalendar.ZONE).toOffsetDateTime();
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
