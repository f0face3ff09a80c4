package org.opencmas.registry.search.lines;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.lucene.index.CorruptIndexException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.lines.index.IndexFolder;
import org.opencmas.registry.search.lines.index.LineIndex;
import org.opencmas.tenant.Tenant;

/**
 * Makes the index hold what the database holds, on a thread of its own: lists that are missing are taken in, lists that the database
 * does not know (it was restored from before them) are taken out. Whatever fails is tried again. While the database does, what was found
 * until then is still found; while the index does, on a full disk say, its search says that it cannot answer, rather than with a part.
 */
@ApplicationScoped
class FollowPriceLists {
    private static final Logger LOG = Logger.getLogger(FollowPriceLists.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration COMPARE_EVERY = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final int LINES_BEFORE_COMMIT = 200_000;

    private final PriceLineIndex entrance;
    private final PublishedLists published;
    private final IndexFolder folder;
    private final DataSource dataSource;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("price line index").unstarted(this::follow);
    private volatile boolean isStopping;
    private @Nullable LineIndex index;
    private boolean isDamaged;
    private long comparedAt;

    FollowPriceLists(PriceLineIndex entrance, PublishedLists published, IndexFolder folder, DataSource dataSource) {
        this.entrance = entrance;
        this.published = published;
        this.folder = folder;
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    /** Never by interrupting it: that would close the files of those who read. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        isStopping = true;
        thread.join(STOP_WITHIN);
    }

    private void follow() {
        try {
            while (!isStopping) {
                entrance.awaitDemand(Tenant.seeingAll(this::goOn) ? LOOK_EVERY : PAUSE_AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private boolean goOn() {
        try (Connection connection = dataSource.getConnection()) {
            LineIndex open = opened();
            PublishedLists.State state = published.state(connection);
            if (isToBeCompared(open, state)) {
                compare(connection, open, state);
            }
            return true;
        } catch (SQLException | IOException | RuntimeException e) {
            boolean isOfDatabase = e instanceof SQLException;
            if (!isStopping) {
                String what = String.valueOf(e.getMessage());
                LOG.warnf(e, "The index of price lines could not be brought up to date; it is tried again.");
                entrance.tell(
                        isOfDatabase ? index : null,
                        isOfDatabase
                                ? entrance.work().failing(what)
                                : entrance.work().closedBy(what));
            }
            if (!isOfDatabase) {
                isDamaged = isDamaged || e instanceof CorruptIndexException;
                close();
            }
            return false;
        }
    }

    private LineIndex opened() throws IOException {
        LineIndex open = index;
        if (open == null) {
            open = folder.open(isDamaged ? LineIndex::create : LineIndex::open);
            isDamaged = false;
            index = open;
            comparedAt = 0;
        }
        return open;
    }

    private boolean isToBeCompared(LineIndex open, PublishedLists.State state) {
        return comparedAt == 0
                || open.listCount() != state.lists()
                || open.rebuilt() != state.rebuild()
                || System.nanoTime() - comparedAt > COMPARE_EVERY.toNanos();
    }

    private void compare(Connection connection, LineIndex open, PublishedLists.State state)
            throws SQLException, IOException {
        Map<UUID, Integer> lists = published.all(connection);
        boolean anew = open.rebuilt() != state.rebuild();
        boolean changed = anew;
        for (UUID list : open.lists()) {
            if (!lists.containsKey(list)) {
                open.remove(list);
                changed = true;
            }
        }
        Set<UUID> held = open.lists();
        changed |= takeMissing(connection, open, lists);
        if (anew) {
            takeAgain(connection, open, held, lists);
        }
        if (changed && !isStopping) {
            open.commit(state.rebuild());
        }
        comparedAt = System.nanoTime();
        entrance.tell(open, new PriceLineIndex.Work(true, false, lists.size(), null));
    }

    /** Building all of it anew may take long: what is published meanwhile is taken in between, so that it is found as soon as ever. */
    private void takeAgain(Connection connection, LineIndex open, Set<UUID> held, Map<UUID, Integer> lists)
            throws SQLException, IOException {
        for (Map.Entry<UUID, Integer> list : lists.entrySet()) {
            if (held.contains(list.getKey()) && !isStopping) {
                if (published.state(connection).lists() != open.listCount()) {
                    takeMissing(connection, open, published.all(connection));
                }
                take(connection, open, list, lists.size());
            }
        }
    }

    /** Takes in what is not held, long lists last; what is published meanwhile and is short does not wait for more than one of them. */
    private boolean takeMissing(Connection connection, LineIndex open, Map<UUID, Integer> lists)
            throws SQLException, IOException {
        Set<UUID> held = open.lists();
        List<Map.Entry<UUID, Integer>> missing = lists.entrySet().stream()
                .filter(list -> !held.contains(list.getKey()))
                .sorted(Comparator.comparing(FollowPriceLists::isLong))
                .toList();
        int uncommitted = 0;
        for (Map.Entry<UUID, Integer> list : missing) {
            if (isLong(list)) {
                takeShort(connection, open);
            }
            if (isStopping) {
                break;
            }
            take(connection, open, list, lists.size());
            uncommitted += list.getValue();
            if (uncommitted > LINES_BEFORE_COMMIT) {
                open.commit(open.rebuilt());
                uncommitted = 0;
            }
        }
        return !missing.isEmpty();
    }

    private void takeShort(Connection connection, LineIndex open) throws SQLException, IOException {
        Map<UUID, Integer> lists = published.all(connection);
        Set<UUID> held = open.lists();
        for (Map.Entry<UUID, Integer> list : lists.entrySet()) {
            if (!isLong(list) && !held.contains(list.getKey()) && !isStopping) {
                take(connection, open, list, lists.size());
            }
        }
    }

    private static boolean isLong(Map.Entry<UUID, Integer> list) {
        return list.getValue() > PriceLineIndex.LONG_LIST;
    }

    private void take(Connection connection, LineIndex open, Map.Entry<UUID, Integer> list, int lists)
            throws SQLException, IOException {
        if (isLong(list)) {
            entrance.tell(open, new PriceLineIndex.Work(entrance.work().caughtUp(), true, lists, null));
        }
        open.beginAgain(list.getKey());
        try {
            published.read(connection, list.getKey(), line -> {
                if (isStopping) {
                    throw new IOException("the service stops");
                }
                open.add(list.getKey(), line);
            });
        } catch (SQLException e) {
            // Half a list is not to be shown with the next whole one.
            open.beginAgain(list.getKey());
            throw e;
        }
        open.complete(list.getKey());
        entrance.tell(open, new PriceLineIndex.Work(entrance.work().caughtUp(), false, lists, null));
    }

    private void close() {
        LineIndex open = index;
        index = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException e) {
                LOG.warnf(e, "The index of price lines could not be closed.");
            }
        }
    }
}
