/** What is measured of the console: its pages beside the calls that they make of the services. */
@NullMarked
package org.opencmas.bench.row.console;

import org.jspecify.annotations.NullMarked;
