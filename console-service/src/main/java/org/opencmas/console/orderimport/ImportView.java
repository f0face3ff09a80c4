package org.opencmas.console.orderimport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.agency.OrderImports.OrderImport;
import org.opencmas.console.client.agency.OrderImports.OrderResult;
import org.opencmas.console.client.agency.OrderImports.ResultFault;
import org.opencmas.console.client.agency.OrderImports.ResultProblem;

/**
 * What the page of an import shows.
 *
 * @param rows what became of orders, as far as this page goes
 * @param address of this page, to look again
 * @param next where they go on; empty on the last page
 * @param mayAct whether the reader may leave it off
 */
record ImportView(OrderImport it, List<OrderResult> rows, String address, String next, boolean mayAct) {
    private static final int TENTHS = 10;

    /**
     * One thing that is wrong with an order.
     *
     * @param field JSON pointer into the order; empty for the order as a whole
     * @param remedy what would put it right; empty when the service does not say
     */
    record Wrong(String field, String detail, String remedy) {}

    /** Returns how far it is, for a reader who listens: said again with every tenth of the orders. */
    public String said() {
        if (!it.isUnderWay() || it.orders() == 0) {
            return "";
        }
        int percent = it.ordersRead() * TENTHS / it.orders() * TENTHS;
        return percent == 0 ? "It has begun." : percent + "% of the orders are read.";
    }

    public boolean mayCancel() {
        return mayAct && it.isUnderWay() && it.cancellationAskedAt() == null;
    }

    /** Returns what is wrong with an order: each fault, or the reason as a whole where no field is at fault. */
    public List<Wrong> faults(OrderResult result) {
        return wrong(result);
    }

    static List<Wrong> wrong(OrderResult result) {
        ResultProblem problem = result.problem();
        if (problem == null) {
            return List.of();
        }
        List<ResultFault> faults = problem.errors();
        if (faults == null || faults.isEmpty()) {
            return List.of(new Wrong("", problem.detail(), ""));
        }
        return faults.stream()
                .map(fault -> new Wrong(text(fault.pointer()), fault.detail(), text(fault.remedy())))
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
