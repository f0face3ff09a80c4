/** How events look on Kafka: names, records, topics, settings. It decides nothing about when they are sent or handled. */
@NullMarked
package org.opencmas.journal.broker;

import org.jspecify.annotations.NullMarked;
