package org.opencmas.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.demo.Demo;
import org.opencmas.local.server.Folders;
import org.opencmas.local.server.Port;
import org.opencmas.local.server.Ports;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;
import org.opencmas.local.stack.Stack;
import org.opencmas.local.stack.StatusTable;

/** The program behind the script {@code cmas}: starts, stops, shows and walks the suite. */
public final class Cmas {
    private static final String HELP = """
            ./cmas <command>

              demo [--exit]    build what changed, start everything, load the sample data and walk one order through all
                               four services; stays up until Ctrl-C, with --exit ends after the walk
              up               build what changed and start in the background what does not run yet
              walk             load the sample data and walk on the suite that runs
              down             stop everything; the data stay
              status           show processes, ports, health, memory and logs
              reset [--yes]    stop everything and delete the data
              test [module ...]
                               run all tests of all modules, or of those named (order, event-journal), on a PostgreSQL and a
                               Kafka of their own; words that begin with - go to Maven
              soak             run the long proofs whole (the journal under load and kills, requests made at random): an hour
              mutants [chapter]
                               change the rules (or those of one chapter: nsp, publicworks) one by one and tell which change
                               no test notices
              bench [...]      measure, see bench/
              sbom             list what is packaged, with versions, hashes and licences (CycloneDX)
              help             this text

            Variables
              CMAS_HOME             where data and logs lie (default: .cmas in the project)
              CMAS_PORT_OFFSET      added to every usual port
              CMAS_PORT_<name>      one port: %s
              CMAS_JAVA_OPTS        more options for the programs' JVMs
              JAVA_HOME             a JDK 25 or later; else one is looked for
            """;

    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(2);

    private final Stack stack;
    private final Path home;
    private final Progress progress;
    private final PrintStream out;

    private Cmas(Stack stack, Path home, Progress progress, PrintStream out) {
        this.stack = stack;
        this.home = home;
        this.progress = progress;
        this.out = out;
    }

    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out));
    }

    /** Runs one command and returns the exit code: 0 done, 1 failed with a line that says why, 2 wrong command. */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        String command = arguments.isEmpty() ? "help" : arguments.getFirst();
        List<String> options = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try (var progress = new Progress(out)) {
            Path root = Path.of(environment.getOrDefault("CMAS_ROOT", "."));
            String chosen = environment.getOrDefault("CMAS_HOME", "");
            Path home = chosen.isBlank() ? root.resolve(".cmas") : Path.of(chosen);
            var stack = new Stack(root, home, Ports.from(environment), progress);
            return new Cmas(stack, home, progress, out).run(command, options);
        } catch (StartFailure failure) {
            out.println("cmas: " + failure.getMessage());
            return 1;
        }
    }

    private int run(String command, List<String> options) {
        return switch (command) {
            case "demo" -> onlyOptions(options, "--exit") ? demo(options.contains("--exit")) : usage();
            case "up" -> onlyOptions(options) ? up() : usage();
            case "down" -> onlyOptions(options) ? down() : usage();
            case "walk" -> onlyOptions(options) ? walk() : usage();
            case "status" -> onlyOptions(options) ? status() : usage();
            case "reset" -> onlyOptions(options, "--yes") ? reset(options.contains("--yes")) : usage();
            case "help", "--help", "-h" -> {
                printHelp();
                yield 0;
            }
            default -> usage();
        };
    }

    private int demo(boolean exit) {
        boolean held;
        try (var _ = StopOnSignal.ofAll(stack)) {
            stack.buildAndStart();
            var demo = new Demo(DemoSteps.all(), out);
            held = demo.run(stack.endpoints());
            if (!exit) {
                demo.printGuide(stack);
                out.println(held ? "Ctrl-C stops it." : "The walk did NOT hold, see above. Ctrl-C stops the suite.");
                watchUntilSignal();
            }
            stack.stop();
        }
        out.println(verdict(held));
        return held ? 0 : 1;
    }

    private int up() {
        try (var _ = StopOnSignal.ofWhatWasBegun(stack)) {
            stack.buildAndStart();
        }
        new Demo(List.of(), out).printGuide(stack);
        out.println("./cmas down stops it.");
        return 0;
    }

    private int walk() {
        boolean held = new Demo(DemoSteps.all(), out).run(stack.endpoints());
        out.println(verdict(held));
        return held ? 0 : 1;
    }

    private static String verdict(boolean held) {
        return held ? "Every step held." : "The walk did NOT hold, see above.";
    }

    private int down() {
        stack.stop();
        progress.say("Nothing of the suite runs any more; the data stay in " + home + ".");
        return 0;
    }

    private int status() {
        return new StatusTable(stack).print(out) ? 0 : 1;
    }

    private int reset(boolean sure) {
        if (!sure && !confirmed()) {
            out.println("Nothing was deleted.");
            return 1;
        }
        stack.stop();
        for (String part : List.of("postgres", "kafka", "identity", "services", "logs", "run")) {
            Folders.delete(home.resolve(part));
        }
        progress.say("The data in " + home + " are deleted.");
        return 0;
    }

    private boolean confirmed() {
        out.print("This deletes all data in " + home + ". Type yes to go on: ");
        out.flush();
        try (var answer = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8)) {
            return answer.hasNextLine() && answer.nextLine().strip().equals("yes");
        }
    }

    /** Stays until a signal ends this program, and tells when a part of the suite ends or is back. */
    private void watchUntilSignal() {
        Map<Server, Long> pids = new EnumMap<>(Server.class);
        Set<Server> gone = EnumSet.noneOf(Server.class);
        try {
            while (true) {
                for (Server server : Server.values()) {
                    stack.process(server)
                            .ifPresentOrElse(
                                    process -> tellNewPid(server, pids.put(server, process.pid()), process.pid(), gone),
                                    () -> tellEnd(server, gone));
                }
                Thread.sleep(WATCH_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellEnd(Server server, Set<Server> gone) {
        if (gone.add(server)) {
            progress.say(server.label() + " has ended; ./cmas up starts it again. Its log: " + stack.log(server));
        }
    }

    private void tellNewPid(Server server, @Nullable Long before, long now, Set<Server> gone) {
        if (gone.remove(server)) {
            progress.say(server.label() + " runs again");
        } else if (before != null && before != now) {
            progress.say(server.label() + " ended by itself and was started again. Its log: " + stack.log(server));
        }
    }

    private static boolean onlyOptions(List<String> options, String... known) {
        return Arrays.asList(known).containsAll(options);
    }

    private int usage() {
        printHelp();
        return 2;
    }

    private void printHelp() {
        String ports = String.join(
                ", ",
                Arrays.stream(Port.values())
                        .map(port -> port.name() + " " + port.usual())
                        .toList());
        out.printf(HELP, ports);
    }
}
