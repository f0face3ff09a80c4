/**
 * Who may call what, kept by hand in one table per service ({@code access.csv}), and the calls that show that the running service
 * holds to it: {@link org.opencmas.testkit.access.AccessMatrix} is the entrance. It knows no service.
 */
@NullMarked
package org.opencmas.testkit.access;

import org.jspecify.annotations.NullMarked;
