/**
 * What a service's OpenAPI document says beyond its annotations: one filter for each thing that follows from what is there anyway, so that
 * no resource has to repeat it. It is not the document's checks, which are the test kit's.
 */
@NullMarked
package org.opencmas.http.openapi;

import org.jspecify.annotations.NullMarked;
