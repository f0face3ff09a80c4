/** How every service's HTTP server is set up: headers, limits, request ids, labels of metrics, numbers and time. No resource uses it by name. */
@NullMarked
package org.opencmas.http.server;

import org.jspecify.annotations.NullMarked;
