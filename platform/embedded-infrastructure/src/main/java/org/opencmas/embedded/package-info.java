/** Runs real PostgreSQL and real Apache Kafka from Maven artifacts. */
@NullMarked
package org.opencmas.embedded;

import org.jspecify.annotations.NullMarked;
