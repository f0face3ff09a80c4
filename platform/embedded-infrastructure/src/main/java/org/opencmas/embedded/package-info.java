/**
 * Runs real PostgreSQL and real Apache Kafka as processes of this machine, from Maven artifacts.
 *
 * <p>{@link org.opencmas.embedded.PostgresServer} and {@link org.opencmas.embedded.KafkaBroker} start, find again and
 * stop one server each; {@link org.opencmas.embedded.ServerProcess} is the process beneath, usable for any other
 * server. Everything listens on the loopback address only. It is not a container runtime and no cluster: one server
 * per data directory, for the local run and for tests.
 */
@NullMarked
package org.opencmas.embedded;

import org.jspecify.annotations.NullMarked;
