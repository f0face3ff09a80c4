package org.opencmas.bench.row.order;

import java.math.BigDecimal;
import java.util.List;
import org.opencmas.bench.result.Measurements;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;

/** Submit to decision at the asked rate, and at some that leave the processors idle for part of the time: what differs is waiting for them. */
public final class Decision implements Row {
    private static final int ORDERS_PER_SECOND = 200;
    private static final List<Integer> FEWER_ORDERS_PER_SECOND = List.of(100, 50);
    // Four services that handle 200 orders a second are not compiled before some minutes have passed.
    private static final int WARM_UPS = 6;

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public String help() {
        return "submit to decision stored at 200 orders a second, at 100 and at 50; six times the warm-up";
    }

    @Override
    public void measure(Run run) throws Exception {
        var decision = new SubmitToDecision(run.suite(), run.bareDatabase(), run.reading());
        Measurements first = run.measurements(run.warmUp().multipliedBy(WARM_UPS));
        decision.beside(first, ORDERS_PER_SECOND, new BigDecimal(4)).forEach(run.results()::add);
        Measurements compiled = run.measurements(run.reading());
        for (int fewer : FEWER_ORDERS_PER_SECOND) {
            decision.beside(compiled, fewer, null).forEach(run.results()::add);
        }
        decision.ofTheDesign(compiled, ORDERS_PER_SECOND).forEach(run.results()::add);
    }
}
