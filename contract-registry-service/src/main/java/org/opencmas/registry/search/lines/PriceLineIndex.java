package org.opencmas.registry.search.lines;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Unavailable;
import org.opencmas.registry.search.lines.index.LineIndex;

/**
 * The way into the index of price lines. A list is found at the latest a second after it was published, but for one of more than
 * {@value #LONG_LIST} lines, which takes as long as its lines take, and for one that is published while such a list is taken in: that
 * one comes next.
 */
@ApplicationScoped
public class PriceLineIndex {
    static final int LONG_LIST = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final PublishedLists published;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition asked = lock.newCondition();
    private @Nullable LineIndex index;
    private Work work = Work.NONE;
    private boolean isWanted;

    PriceLineIndex(DataSource dataSource, PublishedLists published) {
        this.dataSource = dataSource;
        this.published = published;
    }

    /**
     * What the follower is doing.
     *
     * @param caughtUp whether the index was once complete since it was opened
     * @param withLongList whether lines are taken in that nobody is to wait for
     * @param lists how many lists are published, as far as it knows
     * @param failure what failed last; null when nothing did since
     */
    record Work(
            boolean caughtUp,
            boolean withLongList,
            long lists,
            @Nullable String failure) {
        static final Work NONE = new Work(false, false, 0, null);

        Work failing(String what) {
            return new Work(caughtUp, withLongList, lists, what);
        }

        /** The index was closed over it: the one that is opened next may hold less, and is not complete before it was compared. */
        Work closedBy(String what) {
            return new Work(false, false, lists, what);
        }
    }

    /**
     * Finds lines; what was published before the call is waited for, for a second at most.
     *
     * @param text null for any line
     * @param wordsOnly whether nothing that is spelled alike counts
     * @throws Unavailable (503) as long as the index is being built
     */
    public LineMatches find(@Nullable String text, boolean wordsOnly, PriceRange prices) {
        LineIndex current = current();
        try {
            return LineMatches.of(current, LineQuery.of(current.analyzer(), text, wordsOnly, prices));
        } catch (AlreadyClosedException e) {
            throw unavailable();
        }
    }

    /** Finds what was typed so far, or may have been meant; see {@link LineSuggestions}. */
    public LineSuggestions suggestions() {
        return new LineSuggestions(current());
    }

    /** Finds lines to compare; see {@link LikeLines}. */
    public LikeLines likeLines() {
        return new LikeLines(current());
    }

    /**
     * Counts the published lists whose lines a search would not find now, since they are still being taken in; 0 almost always. Short ones are
     * waited for as {@link #find} does. Asked before a search, it may count one that the search then finds, but never leaves one out.
     *
     * @throws Unavailable (503) as long as the index is being built
     */
    public long missingLists() {
        long lists = count();
        return Math.max(0, lists - current().listCount());
    }

    private LineIndex current() {
        long wanted = count();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        lock.lock();
        try {
            while (isWaitingFor(wanted)) {
                isWanted = true;
                asked.signal();
                long left = deadline - System.nanoTime();
                if (left <= 0 || !news.await(left, TimeUnit.NANOSECONDS)) {
                    break;
                }
            }
            LineIndex current = index;
            if (current == null || !work.caughtUp()) {
                throw unavailable();
            }
            return current;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } finally {
            lock.unlock();
        }
    }

    private boolean isWaitingFor(long lists) {
        return index == null || !work.caughtUp() || (index.listCount() < lists && !work.withLongList());
    }

    private long count() {
        try (Connection connection = dataSource.getConnection()) {
            return published.state(connection).lists();
        } catch (SQLException e) {
            throw new IllegalStateException("the published price lists could not be counted", e);
        }
    }

    /** What is told while there is no index to ask. */
    static Unavailable unavailable() {
        return new Unavailable("The index of price lines is being built. Search again in a moment.", RETRY_AFTER);
    }

    /** Tells where the follower is. */
    void tell(@Nullable LineIndex opened, Work now) {
        lock.lock();
        try {
            index = opened;
            work = now;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until somebody asks for what may be missing, or the time is over. */
    void awaitDemand(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!isWanted && left > 0) {
                left = asked.awaitNanos(left);
            }
            isWanted = false;
        } finally {
            lock.unlock();
        }
    }

    Work work() {
        lock.lock();
        try {
            return work;
        } finally {
            lock.unlock();
        }
    }

    /** The number of the last order to build the index anew that was carried out; 0 for none, and while there is no index. */
    public long rebuilt() {
        lock.lock();
        try {
            return index == null ? 0 : index.rebuilt();
        } finally {
            lock.unlock();
        }
    }

    /** How many lists can be found. */
    int listCount() {
        lock.lock();
        try {
            return index == null ? 0 : index.listCount();
        } finally {
            lock.unlock();
        }
    }
}
