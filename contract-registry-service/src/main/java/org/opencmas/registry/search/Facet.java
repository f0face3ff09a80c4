package org.opencmas.registry.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a narrower search would leave.
 *
 * @param field the parameter to narrow by
 * @param value what to give for it
 * @param count agreements that would be left
 */
@Schema(name = "SearchFacet")
record Facet(String field, String value, long count) {}
