/**
 * The four services as the console sees them: narrow interfaces with the operations, parameters and fields that a page reads, and no others. A test compares each with the
 * committed OpenAPI document of its service.
 */
@NullMarked
package org.opencmas.console.client;

import org.jspecify.annotations.NullMarked;
