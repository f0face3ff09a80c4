package org.opencmas.console.priceimport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.PriceListImports.FaultyRowPage;
import org.opencmas.console.client.PriceListImports.ImportFault;
import org.opencmas.console.client.PriceListImports.ImportProblem;
import org.opencmas.console.client.PriceListImports.ImportProgress;
import org.opencmas.console.client.PriceListImports.PriceListImport;
import org.opencmas.console.frame.field.RowFault;

/**
 * What the page of an import shows.
 *
 * @param faulty the rows in which something is wrong, as far as this page goes
 * @param next where the faulty rows go on; empty on the last page
 * @param mayAct whether the reader may leave it off or correct it
 */
record ImportView(PriceListImport it, FaultyRowPage faulty, String next, boolean mayAct) {
    private static final int FIRST_SAID = 100;

    public @Nullable ImportProgress progress() {
        return it.progress();
    }

    /**
     * Returns how far it is, for a reader who listens: rows in one leading figure, so that it is said again only when there is something to say. How many rows a file
     * has is not known before it is read.
     */
    public String said() {
        ImportProgress progress = it.progress();
        if (progress == null || !it.isUnderWay()) {
            return "";
        }
        long unit = FIRST_SAID;
        while (progress.rowsRead() / unit >= 10) {
            unit *= 10;
        }
        long rows = progress.rowsRead() / unit * unit;
        return rows == 0 ? "It has begun." : "More than " + rows + " rows are read.";
    }

    public boolean mayCancel() {
        return mayAct && it.isUnderWay();
    }

    public boolean mayCorrect() {
        ImportProgress progress = it.progress();
        return mayAct && progress != null && progress.correctable();
    }

    /** Returns what is wrong: with the file as a whole, then row by row. */
    public List<RowFault> faults() {
        List<RowFault> faults = new ArrayList<>();
        ImportProgress progress = it.progress();
        ImportProblem problem = progress == null ? null : progress.problem();
        if (problem != null && faulty.items().isEmpty()) {
            for (ImportFault fault : problem.errors() == null ? List.<ImportFault>of() : problem.errors()) {
                faults.add(RowFault.of(text(fault.pointer()), fault.detail(), text(fault.remedy())));
            }
        }
        faulty.items().stream()
                .flatMap(row -> row.faults().stream()
                        .map(fault -> RowFault.of(fault.pointer(), fault.detail(), text(fault.remedy()))))
                .forEach(faults::add);
        return faults;
    }

    /** Returns the addresses of the files that it can be mended with; none where nothing is wrong with its rows. */
    public List<String> files() {
        ImportProgress progress = it.progress();
        if (progress == null || progress.rowsWrong() == 0 || it.isUnderWay()) {
            return List.of();
        }
        return Stream.of("corrections.csv", progress.format().equals("XLSX") ? "marked.xlsx" : "")
                .filter(file -> !file.isEmpty())
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
