package org.opencmas.fees.obligation;

/** The fees of filed reports of which something is open. */
public final class UnpaidFees {
    /**
     * A table by agreement and quarter with the contractor that filed, the day by which the fee was due, and as {@code open} what is neither
     * paid nor settled, in dollars, above zero: of a fee that is paid or settled in part the rest.
     */
    public static final String OPEN = """
            (select s.cmas_number, s.quarter, s.contractor_id, o.due_on, s.fee_due - coalesce(p.paid, 0) - coalesce(d.amount, 0) as open
            from filed_statement s join report_obligation o using (cmas_number, quarter)
            left join (select cmas_number, quarter, sum(amount) as paid from remittance_allocation group by 1, 2) p
                using (cmas_number, quarter)
            left join settled d on (d.cmas_number, d.quarter, d.kind) = (s.cmas_number, s.quarter, 'FEE')
            where s.fee_due > coalesce(p.paid, 0) + coalesce(d.amount, 0))""";

    private UnpaidFees() {}
}
