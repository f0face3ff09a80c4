package org.opencmas.console.frame;

import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.text.CsvTable;

/** How a page is answered. */
public final class Answers {
    private Answers() {}

    /** A page with fields: 200, or 400 where one of them is wrong. */
    public static RestResponse<TemplateInstance> page(Inputs inputs, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(inputs.status())
                .entity(page)
                .build();
    }

    /** A table to keep as a file. */
    public static RestResponse<String> csv(String name, CsvTable table) {
        return RestResponse.ResponseBuilder.ok(table.toString())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"")
                .build();
    }
}
