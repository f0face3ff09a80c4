/** Records events in the business transaction, sends them to Kafka without loss, and handles each received event once. */
@NullMarked
package org.opencmas.journal;

import org.jspecify.annotations.NullMarked;
