package org.opencmas.order.orderimport.file;

import java.util.List;
import java.util.Map;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;

/** The file is none that orders could be read from; nothing of it was stored. */
public final class FileRefused extends RefusedByRule {
    private static final long serialVersionUID = 1;

    FileRefused(List<Fault> faults) {
        super(
                "order-import-refused",
                "No orders can be read from this file; nothing of it was stored. Mend it and send it again.",
                faults,
                Map.of());
    }

    FileRefused(String detail, String remedy) {
        this(List.of(new Fault("", detail, remedy)));
    }

    static FileRefused atLine(long line, String detail, String remedy) {
        return new FileRefused(List.of(new Fault("/rows/" + line, detail, remedy)));
    }

    static FileRefused tooMany(FileLimits limits) {
        return new FileRefused("the file has more than %,d orders".formatted(limits.orders()), "Split it.");
    }
}
