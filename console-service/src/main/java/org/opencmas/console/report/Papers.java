package org.opencmas.console.report;

import org.jboss.resteasy.reactive.RestResponse;

/** How a paper is answered: shown by the browser, under a name that it can be kept by. */
final class Papers {
    private Papers() {}

    static RestResponse<byte[]> shown(byte[] pdf, String name) {
        return RestResponse.ResponseBuilder.ok(pdf)
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"")
                .build();
    }
}
