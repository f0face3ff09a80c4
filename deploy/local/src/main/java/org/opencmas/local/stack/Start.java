package org.opencmas.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.ServerProcess;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.program.Programs;
import org.opencmas.local.server.Home;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;

/**
 * One attempt to have all servers of a stack running, each started as soon as what it depends on is there. The first failure makes
 * all others give up.
 */
final class Start {
    private static final Duration RECOVERY_DEADLINE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Home home;
    private final Programs programs;
    private final Servers servers;
    private final Progress progress;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Set<Server> begun = new ConcurrentSkipListSet<>();

    Start(Home home, Programs programs, Servers servers, Progress progress) {
        this.home = home;
        this.programs = programs;
        this.servers = servers;
        this.progress = progress;
    }

    /**
     * Returns once all servers are ready.
     *
     * @param mayBuild whether services whose sources have changed are built first
     * @throws StartFailure for the first part that failed; what was started until then runs
     */
    void run(boolean mayBuild) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new ArrayList<CompletableFuture<?>>();
            CompletableFuture<Void> built = task(threads, () -> build(mayBuild));
            CompletableFuture<Void> identityBuilt = task(threads, programs::buildIdentity);
            CompletableFuture<Void> kafka = task(threads, this::startKafka);
            CompletableFuture<Void> databases = task(threads, this::startPostgres);
            started.addAll(List.of(built, identityBuilt, kafka, databases));
            started.add(databases
                    .thenCombine(identityBuilt, (a, b) -> a)
                    .thenRunAsync(guarded(() -> startUnlessRunning(Server.IDENTITY)), threads));
            CompletableFuture<Void> ready = CompletableFuture.allOf(databases, kafka, built);
            for (Server service : Server.services()) {
                started.add(ready.thenRunAsync(guarded(() -> startService(service)), threads));
            }
            CompletableFuture.allOf(started.toArray(new CompletableFuture<?>[0]))
                    .join();
        } catch (CompletionException e) {
            Throwable cause = failure.get();
            if (cause instanceof StartFailure startFailure) {
                throw startFailure;
            }
            throw new StartFailure("The start failed: " + cause, cause == null ? e : cause);
        }
    }

    /** Makes an attempt that is under way in another thread end soon. */
    void giveUp(Throwable why) {
        failure.compareAndSet(null, why);
        programs.abandon();
    }

    /** Returns the servers that this attempt began to start, also those that failed; not those that ran before. */
    List<Server> begun() {
        return List.copyOf(begun);
    }

    private CompletableFuture<Void> task(Executor threads, Runnable work) {
        return CompletableFuture.runAsync(guarded(work), threads);
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            requireNoFailure();
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                giveUp(e);
                throw e;
            }
        };
    }

    private void requireNoFailure() {
        if (failure.get() != null) {
            throw new StartFailure("Given up, since another part did not start.");
        }
    }

    private void build(boolean mayBuild) {
        if (mayBuild) {
            programs.buildServices();
        }
    }

    private void startPostgres() {
        startUnlessRunning(Server.POSTGRES);
        new Databases(servers.postgres()).create();
        home.showLog(Server.POSTGRES);
    }

    private void startKafka() {
        startUnlessRunning(Server.KAFKA);
        home.showLog(Server.KAFKA);
    }

    /** A service whose program has been built anew since it was started is started again. */
    private void startService(Server service) {
        if (servers.process(service).isPresent() && !programs.services().isCurrent(service)) {
            progress.say(service.label() + ": its program has changed");
            servers.stop(service);
        }
        startUnlessRunning(service);
    }

    private void startUnlessRunning(Server server) {
        if (!takenOver(server)) {
            begun.add(server);
            progress.during(
                    server.label(),
                    server.label() + " ready on port " + servers.port(server),
                    () -> servers.start(server, this::requireNoFailure));
        }
    }

    /**
     * Takes over what an earlier run left. A service may need a moment when the database or the broker that it waited
     * for has just come back; one that does not recover is ended.
     */
    private boolean takenOver(Server server) {
        Optional<ServerProcess> left = servers.process(server);
        if (left.isEmpty()) {
            return false;
        }
        long end = System.nanoTime() + RECOVERY_DEADLINE.toNanos();
        while (left.get().isAlive() && System.nanoTime() < end) {
            if (servers.isHealthy(server)) {
                progress.say(server.label() + " runs already (pid " + left.get().pid() + ")");
                return true;
            }
            requireNoFailure();
            LockSupport.parkNanos(POLL.toNanos());
        }
        progress.say(server.label() + ": ending what an earlier run left half-dead (pid "
                + left.get().pid() + ")");
        servers.stop(server);
        return false;
    }
}
