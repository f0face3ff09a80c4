package org.opencmas.embedded;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server as a process of this machine that outlives the program that started it: it runs in a session of its own, so
 * that a Ctrl-C meant for the launcher does not reach it, writes to a log file, and is found again by its pid file.
 *
 * <p>The pid file holds the pid and the instant at which the process started. Both must fit before a process is taken
 * for ours: the operating system gives pids out again.
 */
public final class ServerProcess {
    private static final Duration START_TOLERANCE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration SHELL_DEADLINE = Duration.ofSeconds(10);
    private static final int MOST_RESTARTS = 5;
    /** Exit code 3 is that of -XX:+ExitOnOutOfMemoryError, 134 that of the Java machine's own end by SIGABRT. */
    private static final String KEEPER = """
            pids="$1"; least="$2"; shift 2; count=0; since=$(date +%s)
            while :; do
              "$@" & child=$!
              trap 'kill -TERM $child 2>/dev/null' TERM INT
              begun=$(date +%s)
              echo "$child ${begun}000" > "$pids.new" && mv "$pids.new" "$pids"
              wait $child; code=$?; now=$(date +%s)
              if [ $code -ne 3 ] && [ $code -ne 134 ]; then exit $code; fi
              if [ $((now - begun)) -lt $least ] || [ ! -e "$pids" ]; then exit $code; fi
              if [ $((now - since)) -gt 3600 ]; then count=0; since=$now; fi
              count=$((count + 1))
              if [ $count -gt MOST ]; then
                echo "cmas: $0 ended by itself again (exit code $code) and is not started any more; ./cmas up does"
                exit $code
              fi
              echo "cmas: $0 ended by itself (exit code $code); it is started again, time $count of MOST within an hour"
            done
            """.replace("MOST", Integer.toString(MOST_RESTARTS));

    private static final int TAIL_LINES = 8;
    private static final int TAIL_BYTES = 131_072;
    private static final int LINE_LIMIT = 400;
    private static final String JSON_TEXT = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";
    private static final Pattern JSON_ENTRY = Pattern.compile("\"level\":" + JSON_TEXT + ",\"message\":" + JSON_TEXT);
    private static final Pattern JSON_CAUSE =
            Pattern.compile("\"exceptionType\":" + JSON_TEXT + ",\"message\":" + JSON_TEXT);

    private final String name;
    private final ProcessHandle handle;
    private final Path log;
    private final Path pidFile;
    private final long logStart;

    private ServerProcess(String name, ProcessHandle handle, Path log, Path pidFile, long logStart) {
        this.name = name;
        this.handle = handle;
        this.log = log;
        this.pidFile = pidFile;
        this.logStart = logStart;
    }

    /**
     * Starts a process. Its output is appended to the log, its pid is written to the pid file.
     *
     * @param name what a person calls the server
     * @param environment variables added to this program's own
     * @throws StartFailure when the command cannot be run at all
     */
    public static ServerProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, Path pidFile) {
        try {
            Files.createDirectories(parent(log));
            Files.createDirectories(parent(pidFile));
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            var builder = new ProcessBuilder(inOwnSession(command))
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            ProcessHandle handle = builder.start().toHandle();
            Instant started = handle.info().startInstant().orElseGet(() -> Instant.EPOCH);
            Files.writeString(pidFile, handle.pid() + " " + started.toEpochMilli() + "\n");
            return new ServerProcess(name, handle, log, pidFile, logStart);
        } catch (IOException e) {
            throw new StartFailure(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a Java program as {@link #start} does, and has a shell beside it that starts it again when it ends for want of
     * memory or by a failure of the Java machine: at most {@value #MOST_RESTARTS} times in an hour, each with a line in the log.
     * One that is told to end, is killed, or fails by what it was told to do stays away. The pid file always names the program,
     * not the shell.
     *
     * @param startTime a program that ends sooner has failed to start and is not started again
     */
    public static ServerProcess startKept(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Path pidFile,
            Duration startTime) {
        var kept = new ArrayList<>(
                List.of("sh", "-c", KEEPER, name, pidFile.toString(), Long.toString(startTime.toSeconds())));
        kept.addAll(command);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new StartFailure("The pid file " + pidFile + " could not be removed: " + e.getMessage(), e);
        }
        ServerProcess shell =
                start(name, kept, environment, log, pidFile.resolveSibling(pidFile.getFileName() + ".keeper"));
        long end = System.nanoTime() + SHELL_DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            Optional<ServerProcess> process = attach(name, log, pidFile);
            if (process.isPresent()) {
                return new ServerProcess(name, process.get().handle, log, pidFile, shell.logStart);
            }
            pause(POLL);
        }
        shell.kill();
        throw new StartFailure(name + " ended before it was ready." + shell.logTail());
    }

    /** Finds the running process that the pid file names; empty when there is none, or another one has its pid. */
    public static Optional<ServerProcess> attach(String name, Path log, Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(pidFile).strip().split("\\s+", -1);
            Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(handle -> isRunning(handle) && startedAt(handle, started))
                    .map(handle -> new ServerProcess(name, handle, log, pidFile, 0));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            // A pid file cut short by a crash names nobody; the next start writes it again.
            return Optional.empty();
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return handle.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return isRunning(handle);
    }

    /**
     * Waits until the server says that it is ready.
     *
     * @throws StartFailure when the process ends first or the deadline passes, with the end of the log; the process is
     *     not left running
     */
    public void awaitReady(Duration deadline, BooleanSupplier ready) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isAlive()) {
                deletePidFile();
                throw new StartFailure(name + " ended before it was ready." + logTail());
            }
            if (System.nanoTime() > end) {
                kill();
                throw new StartFailure(
                        name + " was not ready within " + deadline.toSeconds() + " seconds." + logTail());
            }
            pause(POLL);
        }
    }

    /** Asks the process to end (SIGTERM) and ends it by force after the grace period. */
    public void stop(Duration grace) {
        handle.destroy();
        awaitEnd(grace);
    }

    /** Waits for a process that was told to end, and ends it by force after the grace period. */
    public void awaitEnd(Duration grace) {
        if (!awaitExit(grace)) {
            kill();
        }
        deletePidFile();
    }

    /** Ends the process by force (SIGKILL), as a power cut would, and waits until it is gone. */
    public void kill() {
        handle.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
        deletePidFile();
    }

    /** Returns the last lines that this process wrote to its log under a heading, or a note that it wrote none. */
    public String logTail() {
        return logTail(log, logStart);
    }

    /** Returns the last lines of any server's log under a heading, or a note that it is empty. */
    public static String logTail(Path log) {
        return logTail(log, 0);
    }

    /** Returns at most the given number of last lines, read from the end of the file only. */
    public static List<String> lastLines(Path log, int count) {
        return lastLines(log, 0, count);
    }

    private static String logTail(Path log, long from) {
        List<String> lines = lastLines(log, from, TAIL_LINES).stream()
                .map(ServerProcess::readable)
                .toList();
        return lines.isEmpty()
                ? " It wrote nothing to its log " + log + "."
                : " The end of its log " + log + ":\n    " + String.join("\n    ", lines);
    }

    private static List<String> lastLines(Path log, long from, int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(from, file.length() - TAIL_BYTES);
            byte[] end = new byte[Math.toIntExact(Math.max(0, file.length() - start))];
            file.seek(start);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException absent) {
            return List.of();
        }
    }

    /** Makes a line for a terminal of a line for a machine: level, message and first cause of a JSON log entry. */
    static String readable(String line) {
        Matcher entry = JSON_ENTRY.matcher(line);
        if (!line.startsWith("{") || !entry.find()) {
            return shortened(line);
        }
        String cause = "";
        for (Matcher causes = JSON_CAUSE.matcher(line); causes.find(); ) {
            cause = " <- " + causes.group(1) + ": " + shortened(causes.group(2));
        }
        return entry.group(1) + " " + shortened(entry.group(2)) + cause;
    }

    private static String shortened(String text) {
        String oneLine = text.replace("\\n", " ").replace("\\t", " ");
        return oneLine.length() <= LINE_LIMIT ? oneLine : oneLine.substring(0, LINE_LIMIT) + " ...";
    }

    /** Waits for the process to end; false when it still runs after the deadline. */
    private boolean awaitExit(Duration deadline) {
        CompletableFuture<ProcessHandle> exit = handle.onExit();
        long end = System.nanoTime() + deadline.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                exit.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillThere) {
                continue;
            } catch (ExecutionException e) {
                throw new StartFailure(name + " could not be waited for: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isAlive();
            }
        }
        return true;
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new StartFailure("The pid file " + pidFile + " could not be removed: " + e.getMessage(), e);
        }
    }

    private static boolean startedAt(ProcessHandle handle, Instant expected) {
        return handle.info()
                .startInstant()
                .map(actual -> Duration.between(actual, expected).abs().compareTo(START_TOLERANCE) <= 0)
                .orElse(false);
    }

    /**
     * A zombie, which has ended but whose exit code was not collected, does not run, unless some of its threads
     * are still ending and hold its ports.
     */
    private static boolean isRunning(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return false;
        }
        Path process = Path.of("/proc", Long.toString(handle.pid()));
        if (!Files.exists(process.resolve("stat"))) {
            return handle.isAlive();
        }
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            String line = Files.readString(process.resolve("stat"));
            return line.charAt(line.lastIndexOf(')') + 2) != 'Z' || threads.count() > 1;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Linux has setsid; macOS has perl, which can do the same. Without either, the command runs as it is. */
    private static List<String> inOwnSession(List<String> command) {
        var whole = new ArrayList<String>();
        if (Commands.exists("setsid")) {
            whole.add("setsid");
        } else if (Commands.exists("perl")) {
            whole.addAll(List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV;"));
        }
        whole.addAll(command);
        return whole;
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(file + " has no folder");
        }
        return parent;
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for a server.", e);
        }
    }
}
