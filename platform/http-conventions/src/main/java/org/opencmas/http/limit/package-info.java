/**
 * How much one client may ask of a process: requests a second, requests at once, tokens that are none. Counts only; who the client is,
 * and where its requests are counted, is decided outside.
 */
@org.jspecify.annotations.NullMarked
package org.opencmas.http.limit;
