/** Takes the body of a request in before the request gets a thread, within limits of length, time and room. It does not read what a body says. */
@NullMarked
package org.opencmas.http.body;

import org.jspecify.annotations.NullMarked;
