package org.opencmas.journal.receive.parked;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.handling.DatabaseUnavailable;
import org.opencmas.journal.receive.handling.Transactions;
import org.opencmas.journal.receive.handling.Transactions.WorkFailed;

/**
 * The topics whose events are held back and not parked, because events fail there for several keys in a row: it is not they that are
 * at fault. Changed by the event loop's thread alone; every thread may ask which they are, and count a failure.
 */
public final class HeldBack {

    private static final Logger LOG = Logger.getLogger(HeldBack.class);

    private final Transactions transactions;
    private final Retries retries;
    private final FailureStreaks streaks = new FailureStreaks();
    private final LongAdder failureTotal = new LongAdder();
    private volatile Map<String, String> reasonsByTopic = Map.of();

    public HeldBack(Transactions transactions, Retries retries) {
        this.transactions = transactions;
        this.retries = retries;
    }

    public long failureTotal() {
        return failureTotal.sum();
    }

    /** Why, by topic; mostly nothing. */
    public Map<String, String> reasonsByTopic() {
        return reasonsByTopic;
    }

    public Set<String> topics() {
        return reasonsByTopic.keySet();
    }

    /** Counts a failure that says nothing of a streak. */
    void countFailure() {
        failureTotal.increment();
    }

    public void failed(Delivery delivery, WorkFailed failure) {
        countFailure();
        streaks.failed(delivery, failure.reason());
    }

    public void succeeded(Delivery delivery) {
        streaks.succeeded(delivery);
    }

    /** Lets go of the topics whose events take effect again. */
    public void letGo() {
        if (!reasonsByTopic.isEmpty()) {
            reasonsByTopic = streaks.systematic();
            if (reasonsByTopic.isEmpty()) {
                LOG.info("Events take effect again; no topic is held back.");
            }
        }
    }

    /** What was given up before it was seen that everything fails is tried anew once something takes effect again. */
    public void holdWhatFailsThroughout() throws DatabaseUnavailable, WorkFailed {
        Map<String, String> before = reasonsByTopic;
        Map<String, String> now = streaks.systematic();
        for (Map.Entry<String, String> topic : now.entrySet()) {
            if (!before.containsKey(topic.getKey())) {
                LOG.errorf("Events of %s are held back and not parked: %s", topic.getKey(), topic.getValue());
                transactions.commit(connection -> {
                    retries.rearm(connection, topic.getKey(), streaks.keys(topic.getKey()));
                    return topic;
                });
            }
        }
        reasonsByTopic = now;
    }
}
