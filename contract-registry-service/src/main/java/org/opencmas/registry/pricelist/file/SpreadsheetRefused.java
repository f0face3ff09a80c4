package org.opencmas.registry.pricelist.file;

import org.opencmas.problem.Refusal;

/** The file is announced as a spreadsheet, as a browser on Windows does with CSV too; nothing of it was read. */
public final class SpreadsheetRefused extends Refusal {
    private static final long serialVersionUID = 1;

    public SpreadsheetRefused() {
        super(
                "Price lists are taken as CSV and as .xlsx. Send a .csv file as Content-Type: text/csv; charset=utf-8, whatever your browser"
                        + " calls it; save a workbook as .xlsx or as \"CSV UTF-8\" first.");
    }

    @Override
    public String slug() {
        return "unsupported-media-type";
    }

    @Override
    public int status() {
        return 415;
    }
}
