package org.opencmas.registry.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.registry.search.lines.index.IndexedLine;

/** A price line beside others. */
@Schema(name = "ComparedLine")
record ComparedLine(
        String cmasNumber, String contractorName, String itemId, String description, String unit, String price) {
    static ComparedLine of(String cmasNumber, String contractorName, IndexedLine line) {
        return new ComparedLine(
                cmasNumber,
                contractorName,
                line.itemId(),
                line.description(),
                line.unit(),
                UnitPrices.written(line.price()));
    }
}
