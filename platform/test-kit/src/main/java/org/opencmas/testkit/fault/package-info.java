/** What tests do to a service: bodies that break off, a database that does not answer, and the memory it holds meanwhile. */
@NullMarked
package org.opencmas.testkit.fault;

import org.jspecify.annotations.NullMarked;
