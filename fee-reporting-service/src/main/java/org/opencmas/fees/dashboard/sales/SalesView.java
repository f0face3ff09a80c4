package org.opencmas.fees.dashboard.sales;

import java.util.Locale;

/** What sales are split by. */
public enum SalesView {
    QUARTER("e.quarter = ?"),
    /** Of the State: July to June. */
    FISCAL_YEAR("""
            case when right(e.quarter, 1) in ('3', '4') then left(e.quarter, 4)::int else left(e.quarter, 4)::int - 1 end = left(?, 4)::int\
            """),
    AGENCY_TYPE("coalesce(e.agency_type, 'UNKNOWN') = ?"),
    AGENCY("e.agency_id = ?::uuid"),
    CONTRACTOR("e.contractor_id is not distinct from nullif(?, 'UNKNOWN')::uuid"),
    CATEGORY("case when left(e.cmas_number, 1) = '3' then 'IT' else 'NON_IT' end = ?"),
    /** As numbers of the old form print it; nothing else is inferred from it. */
    SCHEDULE("case when e.cmas_number ~ '[A-Z]$' then substr(e.cmas_number, 6, 2) else 'NOT_PRINTED' end = ?");

    private final String condition;

    SalesView(String condition) {
        this.condition = condition;
    }

    /** What holds for the entries {@code e} of a member, its one parameter. */
    String condition() {
        return condition;
    }

    /** The view whose totals it is read from. */
    String kept() {
        return this == FISCAL_YEAR ? QUARTER.name() : name();
    }

    /** As it is asked for. */
    public String param() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
