package org.opencmas.console.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opencmas.console.client.Reports.Obligation;
import org.opencmas.terms.CalendarQuarter;

/** The reports of a contractor as a table for each agreement: years down, quarters across. */
final class ReportMatrix {
    private static final int QUARTERS = 4;

    private ReportMatrix() {}

    /**
     * One agreement.
     *
     * @param years the newest first
     * @param todo how many of its reports are due or overdue
     */
    record Agreement(String cmasNumber, List<Year> years, long todo) {}

    /** @param quarters four, from the first, each with its report or with none where none is expected */
    record Year(int year, List<List<Obligation>> quarters) {}

    /** Returns the agreements, those with something to do first. */
    static List<Agreement> of(List<Obligation> obligations) {
        Map<String, TreeMap<Integer, List<List<Obligation>>>> agreements = new LinkedHashMap<>();
        Map<String, Long> todo = new LinkedHashMap<>();
        for (Obligation obligation : obligations) {
            CalendarQuarter quarter = CalendarQuarter.parse(obligation.quarter());
            agreements
                    .computeIfAbsent(obligation.cmasNumber(), number -> new TreeMap<>())
                    .computeIfAbsent(quarter.year(), year -> emptyYear())
                    .set(quarter.number() - 1, List.of(obligation));
            if (isTodo(obligation)) {
                todo.merge(obligation.cmasNumber(), 1L, Long::sum);
            }
        }
        var rows = new ArrayList<Agreement>();
        agreements.forEach((number, years) -> rows.add(new Agreement(
                number,
                years.descendingMap().entrySet().stream()
                        .map(year -> new Year(year.getKey(), year.getValue()))
                        .toList(),
                todo.getOrDefault(number, 0L))));
        rows.sort((a, b) -> Boolean.compare(b.todo() > 0, a.todo() > 0));
        return rows;
    }

    static boolean isTodo(Obligation obligation) {
        return obligation.state().equals("DUE") || obligation.state().equals("OVERDUE");
    }

    private static List<List<Obligation>> emptyYear() {
        var quarters = new ArrayList<List<Obligation>>();
        for (int i = 0; i < QUARTERS; i++) {
            quarters.add(List.of());
        }
        return quarters;
    }
}
